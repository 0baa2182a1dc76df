import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTexts } from './createTexts.ts';
import { en } from './en.ts';
import { importSentence, rowSentence } from './importSentence.ts';
import { languages } from './languages.ts';
import { refusalSentence } from './refusalSentence.ts';

import { findingTypes } from '../../shared/finding-types.ts';
import { fileRefusals, plainProgramRefusals } from '../../shared/program-refusals.ts';
import type { Say } from './useText.ts';

const usd = (minor: number) => ({ currency: 'USD', minor });

describe('a refusal', () => {
  it('says what is left when a charge passes the limit', () => {
    const say = createTexts('en').t;
    const refused = (available: number) =>
      refusalSentence(
        { type: 'CreditLimitExceeded', available: usd(available), requested: usd(5000) } as never,
        say,
        'en',
      );
    expect(refused(3762)).toContain('$37.62');
    expect(refused(3762)).toContain('$50.00');
    expect(refused(-500)).toContain('$5.00');
    expect(refused(0)).toBe(en.refusal.CreditLimitExceededNone);
  });

  it('of a type nobody knows is still a sentence', () => {
    for (const language of languages) {
      const say = createTexts(language).t;
      expect(refusalSentence({ type: 'FromTheFuture' }, say, language)).toContain('FromTheFuture');
      expect(refusalSentence({ type: 'constructor' }, say, language)).toContain('constructor');
    }
  });
});

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the sources call `type`, by the name of a condition: refusals, and some other things. */
const namedIn = (...patterns: string[]): readonly string[] => {
  const files = globSync(patterns, { cwd: root }).filter(
    (file) => !/\.test\.ts$|UnderTest\.ts$|\.fixture\.ts$/u.test(file),
  );
  expect(files.length).toBeGreaterThan(5);
  // One of two as well: `type: needsNewer ? 'This' : 'That'`.
  const found = files.flatMap((file) => [
    ...readFileSync(`${root}/${file}`, 'utf8').matchAll(/\btype: [^,;}\n]*/g),
  ]);
  const types = found.flatMap(([said]) => [...said.matchAll(/'([A-Z]\w*[a-z]\w*)'/g)]);
  return [...new Set(types.map(([, type]) => type ?? ''))];
};

/** Told of a row of a file, or of the file itself: see `importSentence.ts`. */
const ofImports =
  `
  AccountAmbiguous AmountInvalid CellTooLong CellsDoNotMatchHeader DateInvalid
  DuplicateColumn EntryReferenceRepeated FileEmpty FileUnreadable HeaderEmpty HeaderUnreadable
  FileIsNoCsv RefusedFileUnwritable ImportUnknown KindInvalid MapInvalid MapNamesUnknownColumn MapTemplateInvalid NulCharacter
  PersonReferenceRepeated QuoteMisplaced QuoteNotClosed ReferenceAmbiguous ReferenceMissing
  RepeatsRefusedRow RowTooLong
  TooManyColumns
`.match(/\w+/gu) ?? [];
const usedUp = { type: 'CreditLimitExceeded', requested: usd(5000) } as const;
/** The refusals whose sentence says more than their type, each way they can be. */
const telling = [
  { ...usedUp, available: usd(3762) },
  { ...usedUp, available: usd(0) },
  { ...usedUp, available: usd(-500) },
  { type: 'LimitUnchanged', limit: usd(1) },
  { type: 'CurrencyDiffers', expected: 'USD', given: 'KRW' },
  { type: 'BalanceOutOfRange', largest: usd(1) },
  { type: 'EntryDayOutOfRange', earliest: '1900-01-01', latest: '2027-11-23' },
  { type: 'BirthDateOutOfRange', earliest: '1800-01-01', latest: '2026-11-23' },
  { type: 'StorageFailed', code: 'SQLITE_IOERR' },
  { type: 'SampleNotOpened', reason: { type: 'WrongPassphrase' } },
  ...fileRefusals.map((type) => ({ type, path: 'C:\\books\\Shop\\keys.db' })),
  { type: 'ForeignDatabase', path: '/books/Shop/state.db' },
] as const;

const sample = (type: string): object => telling.find((way) => way.type === type) ?? {};

describe('every refusal', () => {
  const ofCommands = namedIn('shared/records/**/*.ts', 'shared/kernel/*.ts');
  const ofTheProgram = namedIn(
    'main/engine/**/*.ts',
    'main/{ipc,electron}/*.ts',
    'renderer/api/*.ts',
  );
  const known: readonly string[] = [...plainProgramRefusals, ...telling.map(({ type }) => type)];

  it('in the sources has a sentence of its own, unless it reaches no window', () => {
    const elsewhere = new Set<string>([...ofImports, ...findingTypes]);
    const say = createTexts('en').t;
    const wordless = [...ofCommands, ...ofTheProgram]
      .filter((type) => !elsewhere.has(type))
      .filter((type) => {
        const sentence = refusalSentence({ type, ...sample(type) }, say, 'en');
        return sentence === say('refusal.other', { type });
      });
    expect(wordless).toEqual([]);
  });

  it('of an import has words of its own, of its file or of its rows', () => {
    for (const language of languages) {
      const say = createTexts(language).t;
      const wordless = ofImports.filter((type) => {
        const said = [
          importSentence({ type }, say, language),
          rowSentence({ type }, say, language),
        ];
        return said.every((sentence) => sentence === say('refusal.other', { type }));
      });
      // The window says what is wrong with an amount by its cause, and what a file is by its format.
      expect(wordless).toEqual(['AmountInvalid', 'FileIsNoCsv']);
    }
  });

  it('that is listed stands in the sources', () => {
    const sources = new Set([...ofCommands, ...ofTheProgram, ...namedIn('shared/imports/*.ts')]);
    const all = [...known, ...ofImports];
    expect(all.filter((type) => !sources.has(type))).toEqual([]);
  });

  it('uses every text that there is for refusals, and no other', () => {
    const said = new Set<string>();
    const say = ((key: string) => said.add(key)) as unknown as Say;
    for (const type of [...ofCommands, ...known]) {
      const ways = telling.filter((way) => way.type === type);
      for (const way of ways.length > 0 ? ways : [{ type }]) refusalSentence(way, say, 'en');
    }
    refusalSentence({ type: 'FromTheFuture' }, say, 'en');
    expect([...said].toSorted()).toEqual(
      Object.keys(en.refusal)
        .map((key) => `refusal.${key}`)
        .toSorted(),
    );
  });
});
