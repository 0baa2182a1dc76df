import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createDaybookUnderTest, idOf, scratchFolder, usd } from '../daybookUnderTest.ts';

const file = path.join(scratchFolder(), 'entries.csv');

test('a check counts the rows that each import of the file would enter again', async () => {
  const { engine } = await (await createDaybookUnderTest()).open();
  await engine.executeAll([
    {
      command: 'person/register',
      input: { personId: idOf(1), details: { name: 'Ada', reference: 'A' } },
    },
    {
      command: 'credit-account/open',
      input: { accountId: idOf(1, 0xa), personId: idOf(1), limit: usd(10_000) },
    },
  ]);
  writeFileSync(file, ['No,Amount', '1,2', ',2', ',3', ',-', ''].join('\n'));
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
      },
      dryRun,
    });
    if (!outcome.ok || outcome.value.kind !== 'import') throw new Error('not imported');
    const { added, unchanged, unnumbered } = outcome.value;
    return { added, unchanged, unnumbered };
  };
  expect(await run(true)).toEqual({ added: 3, unchanged: 0, unnumbered: 2 });
  expect(await run(false)).toEqual({ added: 3, unchanged: 0, unnumbered: undefined });
  // As it was said.
  expect(await run(true)).toEqual({ added: 2, unchanged: 1, unnumbered: 2 });
});
