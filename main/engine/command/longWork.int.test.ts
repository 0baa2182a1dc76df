import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { idOf } from '../daybookUnderTest.ts';
import { register, withCounter } from './groupsUnderTest.ts';

const PEOPLE = 512;

/** An import under way in an engine whose groups are eight commands, and what it has committed. */
const whileImporting = async () => {
  const { daybook, open, commits } = await withCounter();
  const file = join(daybook.folder, 'people.csv');
  const names = Array.from({ length: PEOPLE }, (_, index) => `Person ${index},R${index}`);
  writeFileSync(file, `name,reference\n${names.join('\n')}\n`);
  daybook.world.eachLookTakes(1);
  const map = { details: { name: '{name}', reference: '{reference}' } };
  const report = open.engine.runJob('import', {
    kind: 'import',
    import: 'people',
    file,
    map,
    dryRun: false,
  });
  await expect.poll(() => commits.length, { interval: 1 }).toBeGreaterThan(2);
  return { open, commits, report };
};

describe('commands of a window', () => {
  test('go before those of an import that wait already', async () => {
    const { open, commits, report } = await whileImporting();
    const before = commits.length;
    const reply = await open.engine.execute(register(900));
    expect(reply.ok).toBe(true);
    // The group under way, and the one that it goes into.
    expect(commits.length - before).toBeLessThanOrEqual(2);
    expect(await report).toMatchObject({ ok: true, value: { added: PEOPLE } });
  });

  test('that never end do not keep an import from going on', async () => {
    const { open, report } = await whileImporting();
    const over = new AbortController();
    const imported = report.finally(() => over.abort());
    let commands = 0;
    const keepOn = async (): Promise<void> => {
      while (!over.signal.aborted && commands < 100_000) {
        commands += 1;
        await open.engine.execute({
          command: 'person/archive',
          input: { personId: idOf(1_000_000) },
        });
      }
    };
    // More than fit into a group, so that there is always one that waits.
    await Promise.all(Array.from({ length: 40 }, keepOn));
    expect(await imported).toMatchObject({ ok: true, value: { added: PEOPLE } });
    expect(commands).toBeLessThan(100_000);
  });
});
