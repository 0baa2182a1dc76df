import type { enPerson } from '../en/person.ts';
import type { Translated } from '../en.ts';

/** What is said on a person's page beyond its parts: what can be taken back, and what is asked first. */
export const koPerson: Translated<typeof enPerson> = {
  undoing: {
    reason: '바꾼 직후 되돌림',
    limit: '한도가 다시 {{limit}}입니다.',
    archived: '{{name}} 님을 목록으로 되돌렸습니다.',
    restored: '{{name}} 님을 다시 보관했습니다.',
    corrected: '인적 사항이 고치기 전으로 돌아갔습니다.',
    correctedElsewhere:
      '그사이 인적 사항이 다시 바뀌어 되돌리지 않았습니다. 이전 값은 모두 이력에 있습니다.',
    closed: '계정이 다시 열렸습니다.',
    reopened: '계정이 다시 닫혔습니다.',
  },
  closing: {
    title: '계정을 닫을까요?',
    owed: '아직 받을 돈이 {{sum}} 있습니다. 받을 돈은 그대로 남습니다. 입금은 계속 적을 수 있지만 외상은 적을 수 없습니다.',
    paidAhead:
      '미리 받은 돈이 {{sum}} 있습니다. 장부에는 그대로 남지만 더는 외상에 쓸 수 없습니다.',
  },
  sameReference: {
    ask: '{{name}} 님에게 이미 이 관리 번호가 있습니다. 그래도 쓰려면 한 번 더 저장하세요.',
  },
  eraseConfirm: {
    name: '확인을 위해 이름 {{name}}[을/를] 입력하세요',
    copyId: '식별자 복사',
    copied: '복사했습니다',
  },
};
