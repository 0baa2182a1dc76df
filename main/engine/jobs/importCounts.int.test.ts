import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createDaybookUnderTest, idOf, scratchFolder, usd } from '../daybookUnderTest.ts';

const folder = scratchFolder();
const file = path.join(folder, 'entries.csv');

test('a check counts the rows that pass the limit by their approval, and those alone', async () => {
  const { engine } = await (await createDaybookUnderTest()).open();
  await engine.executeAll([
    {
      command: 'person/register',
      input: { personId: idOf(1), details: { name: 'Ada', reference: 'A' } },
    },
    {
      command: 'credit-account/open',
      input: { accountId: idOf(1, 0xa), personId: idOf(1), limit: usd(1000) },
    },
  ]);
  writeFileSync(
    file,
    [
      'No,Amount,Why',
      '1,6,Nothing to approve yet',
      '2,6,She pays on Friday',
      '3,6,',
      '4,-,Nothing to read',
      '',
    ].join('\n'),
  );
  const run = async (dryRun: boolean) => {
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
        approval: '{Why}',
      },
      dryRun,
    });
    if (!outcome.ok || outcome.value.kind !== 'import') throw new Error('not imported');
    const { added, unchanged, counts, overLimit } = outcome.value;
    return { added, unchanged, refused: counts.refused, overLimit };
  };
  expect(await run(true)).toEqual({ added: 2, unchanged: 0, refused: 2, overLimit: 1 });
  // What is in by now is none of what a check speaks of.
  expect(await run(false)).toEqual({ added: 2, unchanged: 0, refused: 2, overLimit: undefined });
  expect(await run(true)).toEqual({ added: 0, unchanged: 2, refused: 2, overLimit: undefined });
});
