import { stoppingTexts } from '../../../shared/stopping-texts.ts';
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
    palette: '사람이나 기능 찾기',
    search: '사람 찾기',
    newPerson: '새로 등록',
    rows: '줄 이동',
    open: '현재 줄 열기',
    choose: '현재 줄의 사람 선택',
    chooseRange: '지나가는 줄 함께 선택',
    chooseAll: '모두 선택',
    charge: '외상 적기',
    pay: '입금 적기',
    save: '양식 저장',
    leave: '양식 나가기',
    toList: '목록으로 돌아가기',
    closeEntry: '열린 항목 닫기',
    lock: '장부 잠그기',
    help: '단축키 보기',
    off: '한 글자 단축키가 꺼져 있습니다.',
    turnOn: '설정에서 켜기',
  },
  palette: {
    title: '사람이나 기능 찾기',
    field: '이름, 기능, 화면',
    go: '이동',
    here: '이 화면에서',
    actions: '기능',
    people: '사람',
    recent: '최근에 본 사람',
    searching: '찾는 중',
    none: '찾은 것이 없습니다.',
    import: '파일에서 가져오기',
    export: '파일로 내보내기',
    theme: '화면 모드: {{name}}',
    language: '언어: {{name}}',
  },
  sample: {
    look: '견본 둘러보기',
    lookText:
      '먼저 둘러보고 싶다면 가상의 사람들로 채운 견본 장부를 열어 보세요. 지금 장부는 그대로 두고 닫습니다.',
    open: '견본 열기',
    text: '가상의 사람 200명으로 둘러볼 수 있습니다. 별도의 장부라 내 장부와 섞이지 않습니다.',
    making: '견본을 만드는 중',
    mark: '견본',
    passphrase: '내 암호는 필요 없습니다. 견본의 암호는 ‘sample’입니다.',
    remove: '견본 지우기',
    removeTitle: '견본을 지울까요?',
    removeText: '견본에 적은 것도 모두 함께 사라집니다. 견본은 언제든 새로 만들 수 있습니다.',
  },
  locked: {
    asked: '‘{{name, short}}’ 장부가 잠겨 있습니다. 열면 보던 곳에서 이어집니다.',
    idle: '한동안 쓰지 않아 ‘{{name, short}}’ 장부가 저절로 잠겼습니다. 열면 보던 곳에서 이어집니다.',
  },
  closed: { elsewhere: '다른 창에서 ‘{{name, short}}’ 장부를 닫았습니다.' },
  stopping: stoppingTexts.ko,
  locking: {
    stopped: {
      import: '잠그면서 가져오기가 멈췄습니다. 들어온 것은 남고, 다시 가져오면 거기서 이어집니다.',
      export: '잠그면서 내보내기가 멈췄습니다. 파일은 만들어지지 않았습니다.',
      verify: '잠그면서 장부 검사가 멈췄습니다. 다시 시작할 수 있습니다.',
      rebuild: '잠그면서 목록 다시 만들기가 멈췄습니다. 다시 시작할 수 있습니다.',
    },
  },
  firstSteps: {
    title: '처음 할 일',
    passphrase:
      '암호를 종이에 적어 이 컴퓨터와 떨어진 곳에 보관하세요. 잃어버리면 아무도 되살릴 수 없습니다.',
    person: '첫 사람 등록하기',
    import: '또는 파일에서 목록 가져오기',
    keys: '{{keys}}[을/를] 누르면 무엇이든 찾을 수 있습니다.',
    dismiss: '처음 할 일 숨기기',
  },
};
