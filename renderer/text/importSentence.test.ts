import { describe, expect, it } from 'vitest';
import { amountFaults } from '../../shared/kernel/money.ts';
import { createTexts } from './createTexts.ts';
import { reasonTable, rowSentence, stoppedSentence } from './importSentence.ts';
import { languages } from './languages.ts';

const amount = { type: 'AmountInvalid', text: '-5', reason: 'notPositive' } as const;
const limit = { ...amount, field: 'limit', reason: 'negative' } as const;
const birthDate = {
  type: 'InputInvalid',
  issues: [{ path: 'details.birthDate', problem: 'DateInvalid' }],
  text: '31.31.1980',
} as const;

describe('a row that is refused', () => {
  it('for its limit is not told that a limit must be above zero', () => {
    const say = createTexts('en').t;
    expect(rowSentence(amount, say, 'en')).toContain('not above zero');
    expect(rowSentence(limit, say, 'en')).toBe('The credit limit is below zero: “-5”');
  });

  it.each(languages)('for its amount is told which of the causes it is, in %s', (language) => {
    const say = createTexts(language).t;
    const sentences = [
      // An entry is above zero, and a limit is not below it.
      ...amountFaults
        .filter((reason) => reason !== 'negative')
        .map((reason) => ({ ...amount, reason })),
      ...amountFaults
        .filter((reason) => reason !== 'notPositive')
        .map((reason) => ({ ...limit, reason })),
    ].map((error) => rowSentence(error, say, language));
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toContain('-5');
  });

  it.each(languages)('has what stands in its cell quoted, in %s', (language) => {
    const say = createTexts(language).t;
    const table = reasonTable(say);
    for (const [error, key] of [
      [amount, 'AmountInvalid.notPositive'],
      [limit, 'AmountInvalid.limit.negative'],
      [birthDate, 'InputInvalid.birthDate'],
    ] as const) {
      const sentence = rowSentence(error, say, language);
      expect(sentence).toContain(error.text);
      expect(table[key]?.replace('{text}', error.text)).toBe(sentence);
    }
  });
});

it.each(['StorageFull', 'StorageReadOnly', 'StorageDamaged'])(
  'an import that %s has stopped is not said to have written nothing',
  (type) => {
    const say = createTexts('en').t;
    expect(stoppedSentence({ type }, say, 'en')).toContain('What was added before stays');
    expect(stoppedSentence({ type }, say, 'en')).not.toContain('Nothing');
  },
);

it('an import into files that were deleted is not said to have left anything', () => {
  const said = stoppedSentence({ type: 'FilesDeleted' }, createTexts('en').t, 'en');
  expect(said).toContain('is gone once the daybook is closed');
  expect(said).not.toContain('stays');
});
