import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createDaybookUnderTest, idOf, scratchFolder, usd } from '../daybookUnderTest.ts';

const file = path.join(scratchFolder(), 'entries.csv');

/** Brings charges into the account of somebody with this limit, again and again, for good or as a check. */
const begin = async (limit: number, lines: readonly string[], map: object = {}) => {
  const { engine } = await (await createDaybookUnderTest()).open();
  await engine.executeAll([
    {
      command: 'person/register',
      input: { personId: idOf(1), details: { name: 'Ada', reference: 'A' } },
    },
    {
      command: 'credit-account/open',
      input: { accountId: idOf(1, 0xa), personId: idOf(1), limit: usd(limit) },
    },
  ]);
  writeFileSync(file, [...lines, ''].join('\n'));
  return async (dryRun: boolean) => {
    const outcome = await engine.runJob('entries', {
      kind: 'import',
      import: 'entries',
      file,
      map: {
        person: 'A',
        reference: '{No}',
        kind: 'charge',
        amount: '{Amount}',
        occurredOn: '2026-11-23',
        ...map,
      },
      dryRun,
    });
    if (!outcome.ok || outcome.value.kind !== 'import') throw new Error('not imported');
    const { added, unchanged, counts, overLimit, unnumbered } = outcome.value;
    return { added, unchanged, refused: counts.refused, overLimit, unnumbered };
  };
};

test('a check counts the rows that pass the limit by their approval, and those alone', async () => {
  const run = await begin(
    1000,
    [
      'No,Amount,Why',
      '1,6,Nothing to approve yet',
      '2,6,She pays on Friday',
      '3,6,',
      '4,-,Nothing to read',
    ],
    { approval: '{Why}' },
  );
  expect(await run(true)).toEqual({ added: 2, unchanged: 0, refused: 2, overLimit: 1 });
  // What is in by now is none of what a check speaks of.
  expect(await run(false)).toEqual({ added: 2, unchanged: 0, refused: 2, overLimit: undefined });
  expect(await run(true)).toEqual({ added: 0, unchanged: 2, refused: 2, overLimit: undefined });
});

test('a check counts the rows that each import of the file would enter again', async () => {
  const run = await begin(10_000, ['No,Amount', '1,2', ',2', ',3', ',-']);
  const refused = 1;
  expect(await run(true)).toEqual({ added: 3, unchanged: 0, refused, unnumbered: 2 });
  expect(await run(false)).toEqual({ added: 3, unchanged: 0, refused, unnumbered: undefined });
  // As it was said.
  expect(await run(true)).toEqual({ added: 2, unchanged: 1, refused, unnumbered: 2 });
});
