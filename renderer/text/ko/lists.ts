import type { enLists } from '../en/lists.ts';
import type { Translated } from '../en.ts';

/** What can be done with the list of people: columns, saved views, work on many at once. */
export const koLists: Translated<typeof enLists> = {
  lists: {
    columns: '열',
    shownColumns: '이름 옆에 보일 열',
    edge: '열 너비',
    edgeHint:
      '끌거나 ←, → 키를 누르세요. ↑, ↓ 키로 다른 열로 갑니다. Enter 키를 누르거나 두 번 클릭하면 원래 너비로 돌아갑니다.',
    usualWidths: '원래 너비로',
    moveUp: '{{column}} 위로 옮기기',
    moveDown: '{{column}} 아래로 옮기기',
    moved: '{{column}}: {{count}}개 중 {{place}}번째',
    views: '저장한 보기',
    saveView: '이 보기 저장',
    saveTitle: '보기 이름',
    viewName: '이름',
    viewNameHint: '거르기, 순서, 열을 이 컴퓨터에 저장합니다. 찾던 말은 저장하지 않습니다.',
    taken: '‘{{name}}’ 보기가 이미 있습니다. 바꾸면 그 자리에 이 보기가 들어갑니다.',
    save: '보기 저장',
    replace: '보기 바꾸기',
    change: '보기 ‘{{name}}’ 바꾸기',
    rename: '이름 바꾸기',
    remove: '목록에서 빼기',
    removed: '보기 ‘{{name, short}}’[을/를] 뺐습니다.',
    owing: '외상 있음',
    inCredit: '선납',
    accounts_one: '계정 {{count, number}}개',
    accounts_other: '계정 {{count, number}}개',
    nothingFoundHint:
      '이름의 일부나 초성, 관리 번호, 전화번호 끝자리만 넣어도 찾습니다. 보관한 사람은 ‘보관됨’에서 찾으세요.',
    none: {
      owing: '외상이 남은 계정이 없습니다.',
      'in-credit': '미리 낸 사람이 없습니다.',
      exhausted: '한도를 꼭 맞게 다 쓴 계정이 없습니다.',
      'over-limit': '한도를 넘은 계정이 없습니다.',
      archived:
        '보관하면 목록에서 빠지고 계정은 그대로 이어집니다. 목록에서 사람을 선택해 보관하세요.',
      erased: '삭제된 사람이 없습니다. 삭제한 뒤 남는 것이 여기에 보입니다.',
    },
  },
  bulk: {
    bar: '선택한 사람',
    all: '모두 선택',
    choose: '{{name}} 선택',
    nameless: '이 사람',
    chosen_one: '{{count, number}}명 선택함',
    chosen_other: '{{count, number}}명 선택함',
    allChosen: '모두 선택함',
    chooseAll_one: '이 목록의 {{count, number}}명 모두 선택',
    chooseAll_other: '이 목록의 {{count, number}}명 모두 선택',
    none: '선택 해제',
    archive: '보관하기',
    restore: '목록으로 되돌리기',
    export: '선택한 사람 내보내기',
    rangeTooLong:
      '{{count, number}}줄이 넘습니다. 모두 선택한 뒤 몇 사람을 빼거나 목록을 좁히세요.',
    doing: { archive: '보관하는 중', restore: '목록으로 되돌리는 중' },
    goOn: '이어서 하기',
    halted:
      '{{total, number}}명 가운데 {{done, number}}명까지 하고 멈췄습니다. 이어서 해도 두 번 하지 않습니다.',
    done: {
      archive_one: '{{count, number}}명을 보관했습니다.',
      archive_other: '{{count, number}}명을 보관했습니다.',
      restore_one: '{{count, number}}명을 목록으로 되돌렸습니다.',
      restore_other: '{{count, number}}명을 목록으로 되돌렸습니다.',
    },
    already: {
      archive_one: '{{count, number}}명은 이미 보관되어 있었습니다.',
      archive_other: '{{count, number}}명은 이미 보관되어 있었습니다.',
      restore_one: '{{count, number}}명은 이미 목록에 있었습니다.',
      restore_other: '{{count, number}}명은 이미 목록에 있었습니다.',
    },
    refused_one: '{{count, number}}명은 바꾸지 못했습니다:',
    refused_other: '{{count, number}}명은 바꾸지 못했습니다:',
    moreRefused_one: '그 밖에 {{count, number}}명',
    moreRefused_other: '그 밖에 {{count, number}}명',
    erased: '삭제된 사람은 더 바꾸지 않습니다.',
    cancelled: '나머지는 그대로 두었습니다.',
  },
};
