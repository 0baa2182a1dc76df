import type { enBegin } from '../en/begin.ts';
import type { Translated } from '../en.ts';

/** Keys, the palette, and what helps somebody who begins or comes back. */
export const koBegin: Translated<typeof enBegin> = {
  keys: {
    title: '단축키',
    everywhere: '어디에서나',
    list: '목록에서',
    person: '사람 화면에서',
    form: '양식에서',
    palette: '사람이나 할 일 찾기',
    search: '사람 찾기',
    newPerson: '새로 등록',
    rows: '줄 이동',
    open: '선택한 줄 열기',
    charge: '외상 적기',
    pay: '입금 적기',
    save: '양식 저장',
    leave: '양식 나가기',
    toList: '목록으로 돌아가기',
    closeEntry: '열린 기록 닫기',
    lock: '장부 잠그기',
    help: '단축키 보기',
    off: '한 글자 단축키가 꺼져 있습니다.',
    turnOn: '설정에서 켜기',
  },
  palette: {
    title: '사람이나 할 일 찾기',
    field: '이름, 할 일, 화면',
    go: '이동',
    here: '이 화면에서',
    actions: '할 일',
    people: '사람',
    recent: '최근에 본 사람',
    searching: '찾는 중',
    none: '맞는 것이 없습니다.',
    theme: '화면 색: {{name}}',
    language: '언어: {{name}}',
  },
  sample: {
    open: '견본 열기',
    text: '지어낸 사람 이백 명으로 둘러볼 수 있습니다. 따로 있는 장부라 내 장부와 섞이지 않습니다.',
    making: '견본을 만드는 중',
    mark: '견본',
    passphrase: '내 암호가 필요 없습니다. 견본의 암호는 ‘sample’입니다.',
    remove: '견본 지우기',
    removeTitle: '견본을 지울까요?',
    removeText: '견본에 적은 것도 모두 함께 사라집니다. 견본은 언제든 새로 만들 수 있습니다.',
  },
  locked: {
    asked: '‘{{name}}’ 장부가 잠겨 있습니다. 열면 보던 곳에서 이어집니다.',
    idle: '한동안 쓰지 않아 ‘{{name}}’ 장부가 저절로 잠겼습니다. 열면 보던 곳에서 이어집니다.',
  },
  firstSteps: {
    title: '처음 할 일',
    passphrase:
      '암호를 종이에 적어 이 컴퓨터와 떨어진 곳에 보관하세요. 잃어버리면 아무도 되살릴 수 없습니다.',
    person: '첫 사람 등록하기',
    keys: '{{keys}}[을/를] 누르면 무엇이든 찾을 수 있습니다.',
    dismiss: '처음 할 일 숨기기',
  },
};
