import type { enExchange } from '../en/exchange.ts';
import type { Translated } from '../en.ts';

/** What comes in from files and goes out into them. */
export const koExchange: Translated<typeof enExchange> = {
  exchange: {
    title: '가져오기·내보내기',
    exportTitle: '내보내기',
    exportText:
      '내보낸 파일은 가진 사람이면 누구나 읽을 수 있습니다. 내용을 알아도 되는 사람에게만 주고, 필요 없어지면 지우세요.',
    people: '사람',
    peopleText:
      '모든 사람의 정보와 한도를 CSV 파일로 저장합니다. Daybook에서 다시 가져올 수 있습니다. 삭제된 사람은 빠집니다.',
    peopleFile: '사람',
    entries: '거래',
    entriesText:
      '외상과 입금을 CSV 파일로 저장합니다. 다른 장부로 가져올 때는 사람을 먼저 가져오세요. 되돌린 기록은 되돌림 기록과 함께 빠집니다.',
    entriesFile: '거래',
    approved: '승인함',
    earlierLimit: '당시 한도 이내',
    log: '기록부',
    logText:
      '그동안 있었던 모든 일을 한 줄에 하나씩 저장합니다. 다른 프로그램을 위한 형식입니다(CloudEvents 1.0). 마지막 줄은 파일이 온전하다는 표시입니다.',
    logFile: '기록부',
    personal: '개인 정보',
    without: '제외',
    with: '포함',
    logWarning:
      '이름과 주소와 메모를 파일에서 누구나 읽을 수 있게 됩니다. 나중에 장부에서 삭제해도 파일에서는 삭제되지 않습니다.',
    export: { people: '사람 내보내기', entries: '거래 내보내기', log: '기록부 내보내기' },
    exporting: '‘{{name}}’ 저장하는 중',
    earlierImport: '앞서 여기서 시작한 가져오기나 검사가 진행 중',
    otherImport: '다른 곳에서 시작한 가져오기나 검사가 진행 중',
    earlierExport: '앞서 여기서 시작한 내보내기가 진행 중',
    otherExport: '다른 곳에서 시작한 내보내기가 진행 중',
    exported_one: '‘{{name}}’에 {{count, number}}줄을 저장했습니다.',
    exported_other: '‘{{name}}’에 {{count, number}}줄을 저장했습니다.',
    exportedSomewhere_one: '{{count, number}}줄을 저장했습니다.',
    exportedSomewhere_other: '{{count, number}}줄을 저장했습니다.',
    leftOut_one: '{{count, number}}건은 빠졌습니다.',
    leftOut_other: '{{count, number}}건은 빠졌습니다.',
    endedBefore: '앞서 여기서 시작한 작업입니다. {{when}}에 끝났습니다.',
    endedElsewhere: '다른 곳에서 시작한 작업입니다. {{when}}에 끝났습니다.',
    show: '폴더에서 보기',
    save: '파일 저장',
    putAway: '결과 닫기',
    list: '이 목록 내보내기',
    listFile: '목록',
    yes: '예',
    no: '아니요',
  },
};
