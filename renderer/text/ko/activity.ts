import type { enActivity } from '../en/activity.ts';
import type { Translated } from '../en.ts';

/** What was written for each day, and the entries of one. */
export const koActivity: Translated<typeof enActivity> = {
  activity: {
    title: '거래 흐름',
    span: '기간',
    days_one: '{{count, number}}일',
    days_other: '{{count, number}}일',
    shape: '보는 방식',
    chart: '그래프',
    table: '표',
    noChart: '그래프를 그릴 수 없습니다. 같은 숫자를 표로 보여 드립니다.',
    sentence_one: '기록 {{count, number}}건, 외상 {{charged}}, 입금 {{paid}}.',
    sentence_other: '기록 {{count, number}}건, 외상 {{charged}}, 입금 {{paid}}.',
    reversals: '되돌림으로 {{sum}} 줄었습니다.',
    reversedPayments: '되돌림으로 {{sum}} 늘었습니다.',
    none: '이 기간에는 기록이 없습니다. 외상이나 입금을 적으면 여기에 나타납니다.',
    ahead: '오늘 이후 날짜',
    aheadCounts: '잔액에는 이미 들어 있습니다.',
    aheadText:
      '아직 오지 않은 날짜로 적은 기록입니다. 잔액에는 이미 들어 있고, 거래 흐름에는 그날이 되면 나타납니다.',
    noneAhead: '오늘 이후 날짜로 적은 기록이 없습니다.',
    noneOfDay: '이날의 기록이 없습니다.',
    day: '날짜',
    entries: '기록',
    charged: '외상',
    paid: '입금',
    paidBelow: '입금(선 아래)',
    balance: '잔액',
    balanceLine: '장부 전체 잔액(아래 그래프)',
    sum: '합계',
    count_one: '기록 {{count, number}}건',
    count_other: '기록 {{count, number}}건',
    list: '그날의 기록',
    kind: '종류',
    kinds: { charge: '외상', payment: '입금', reversal: '되돌림' },
    reversed: '되돌려짐',
    memo: '내용',
    amount: '금액',
  },
};
