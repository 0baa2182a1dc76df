import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createDaybookUnderTest, scratchFolder, type OpenDaybook } from '../daybookUnderTest.ts';

const folder = scratchFolder();
let open: OpenDaybook;

beforeEach(async () => {
  open = await (await createDaybookUnderTest()).open();
});

/** Brings in rows; gives whose were refused, and for what, by line. */
const refusedIn = async (kind: string, map: object, rows: readonly string[]) => {
  const file = path.join(folder, `${kind}.csv`);
  writeFileSync(file, `${rows.join('\n')}\n`);
  const outcome = await open.engine.runJob(`days of ${kind}`, {
    kind: 'import',
    import: kind,
    file,
    map: { ...map },
    dryRun: false,
  });
  if (!outcome.ok || outcome.value.kind !== 'import') throw new Error('not imported');
  const { added, refused } = outcome.value;
  return { added, refused: refused.map(({ line, whose, error }) => [line, whose, error]) };
};

test('people born before 1800 or after today are refused with the days that may be', async () => {
  const map = {
    details: { reference: '{No}', name: '{Name}', birthDate: '{Born}' },
    account: { limit: '10' },
  };
  const wrong = { type: 'BirthDateOutOfRange', earliest: '1800-01-01', latest: '2026-11-23' };
  const rows = [
    'No,Name,Born',
    '1,Ada,1800-01-01',
    '2,Too old,1799-12-31',
    '3,Today,2026-11-23',
    '4,Tomorrow,2026-11-24',
  ];
  expect(await refusedIn('people', map, rows)).toEqual({
    added: 2,
    refused: [
      [3, 'Too old', wrong],
      [5, 'Tomorrow', wrong],
    ],
  });
});

test('entries of before 1900 or of more than a year from today are refused with the days that may be', async () => {
  const person = { details: { reference: '{No}', name: '{Name}' }, account: { limit: '10' } };
  await refusedIn('people', person, ['No,Name', '1,Ada']);
  const map = { person: '{Who}', kind: '{What}', amount: '1', occurredOn: '{When}' };
  const wrong = { type: 'EntryDayOutOfRange', earliest: '1900-01-01', latest: '2027-11-23' };
  const rows = [
    'Who,What,When',
    '1,charge,1900-01-01',
    '1,charge,1899-12-31',
    '1,pay,0206-11-23',
    '1,pay,2027-11-23',
    '1,charge,2027-11-24',
  ];
  expect(await refusedIn('entries', map, rows)).toEqual({
    added: 2,
    refused: [
      [3, '1', wrong],
      [4, '1', wrong],
      [6, '1', wrong],
    ],
  });
  const days = (await open.rows('exchange/entries', {})).map(({ occurredOn }) => occurredOn);
  expect(days.toSorted()).toEqual(['1900-01-01', '2027-11-23']);
});
