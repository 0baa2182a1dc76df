import type { Language } from '../languages.ts';

/** What there is an example of. */
export const exampleKinds = ['people', 'entries'] as const;
export type ExampleKind = (typeof exampleKinds)[number];

const examples: Readonly<Record<Language, Readonly<Record<ExampleKind, readonly string[]>>>> = {
  en: {
    people: [
      'Number,Name,Phone,Email,Address,Credit limit',
      '1,Ada Lovelace,020 7946 0018,ada@example.com,"12 St James Square, London",150.00',
      '2,Jörg Müller,,,,50.00',
    ],
    entries: [
      'Invoice number,Customer number,Type,Date,Amount,Description',
      '1001,1,charge,2026-11-02,12.50,Rice',
      '1002,1,payment,2026-11-20,10.00,',
    ],
  },
  ko: {
    people: [
      '고객번호,이름,전화번호,이메일,주소,외상한도',
      '1,김민수,010-1234-5678,minsu@example.com,"서울시 종로구 사직로 1, 2층",150000',
      '2,이서연,,,,50000',
    ],
    entries: [
      '거래번호,고객번호,구분,날짜,금액,내용',
      '1001,1,외상,2026-11-02,12500,쌀',
      '1002,1,입금,2026-11-20,10000,',
    ],
  },
};

/** A file as it should be, with a mark at its front that spreadsheets need to read it right. */
export const exampleFile = (kind: ExampleKind, language: Language): string =>
  `\uFEFF${examples[language][kind].join('\r\n')}\r\n`;
