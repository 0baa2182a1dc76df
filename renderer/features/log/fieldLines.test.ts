import { describe, expect, it } from 'vitest';
import { createTexts } from '../../text/createTexts.ts';
import { fieldLines } from './fieldLines.ts';

const inEnglish = createTexts('en').t;
const inKorean = createTexts('ko').t;

describe('the fields of an event are said in words', () => {
  it.each([
    [
      'credit-account.charged',
      { amount: { currency: 'USD', minor: 1250 }, occurredOn: '2026-11-03', approved: true },
      ['Amount: $12.50', 'Date: Nov 3, 2026', 'Over the limit: approved'],
      ['금액: US$12.50', '날짜: 2026. 11. 03.', '한도 초과: 승인함'],
    ],
    [
      'person.details-corrected',
      { fields: ['phones', 'note'] },
      ['Corrected: Phones\nNote'],
      ['고친 것: 전화번호\n메모'],
    ],
    [
      'person.details-corrected',
      { changes: { phones: ['1', '2'], birthDate: '1980-12-31', note: null }, reason: 'Moved' },
      ['Phones: 1\n2', 'Date of birth: Dec 31, 1980', 'Note: removed', 'Reason: Moved'],
      ['전화번호: 1\n2', '생년월일: 1980. 12. 31.', '메모: 지움', '사유: Moved'],
    ],
    [
      'person.erased',
      { ground: 'request', classes: ['profile', 'statutory'] },
      ['Ground: The person asked for it', 'Keys destroyed: for details\nfor texts of entries'],
      ['근거: 본인이 요청함', '없앤 열쇠: 인적 사항용\n기록의 글용'],
    ],
  ])('%s', (type, fields, english, korean) => {
    const lines = (say: typeof inEnglish, language: 'en' | 'ko') =>
      fieldLines(type, fields, say, language).map(({ name, text }) => `${name}: ${text}`);
    expect(lines(inEnglish, 'en')).toEqual(english);
    expect(lines(inKorean, 'ko')).toEqual(korean);
  });

  it('but for those of a newer program, which stand there as the log has them', () =>
    expect(
      fieldLines(
        'credit-account.charged',
        {
          tax: { currency: 'USD', minor: 100 },
          odd: [1, { a: 2 }],
          constructor: 'x',
          occurredOn: 'Friday',
        },
        inEnglish,
        'en',
      ),
    ).toEqual([
      { name: 'tax', text: '$1.00' },
      { name: 'odd', text: '[1,{"a":2}]' },
      { name: 'constructor', text: 'x' },
      { name: 'Date', text: 'Friday' },
    ]));

  it('and one without fields has no lines', () =>
    expect(fieldLines('person.archived', {}, inEnglish, 'en')).toEqual([]));
});
