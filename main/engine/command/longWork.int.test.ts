import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CommandReply } from '../../../shared/protocol/envelopes.ts';
import {
  createDaybookUnderTest,
  idOf,
  type DaybookUnderTest,
  type OpenDaybook,
} from '../daybookUnderTest.ts';
import { beforeAppend, register } from './groupsUnderTest.ts';

const PEOPLE = 512;

/** Begins an import into an open daybook whose groups are eight commands. */
const beginImport = (daybook: DaybookUnderTest, { engine }: OpenDaybook) => {
  const file = join(daybook.folder, 'people.csv');
  const names = Array.from({ length: PEOPLE }, (_, index) => `Person ${index},R${index}`);
  writeFileSync(file, `name,reference\n${names.join('\n')}\n`);
  daybook.world.eachLookTakes(1);
  const map = { details: { name: '{name}', reference: '{reference}' } };
  return engine.runJob('import', { kind: 'import', import: 'people', file, map, dryRun: false });
};

describe('commands of a window', () => {
  test('go before those of an import that wait already', async () => {
    const daybook = await createDaybookUnderTest();
    const groups: string[][] = [];
    const replies: Promise<CommandReply>[] = [];
    const open: OpenDaybook = await daybook.open({
      parts: beforeAppend((appends) => {
        groups.push(appends.map(({ stream }) => stream));
        // While the third group is written, most of what the import has sent still waits.
        if (groups.length === 3) replies.push(open.engine.execute(register(900)));
      }),
    });
    expect(await beginImport(daybook, open)).toMatchObject({ ok: true, value: { added: PEOPLE } });
    expect(await Promise.all(replies)).toMatchObject([{ ok: true }]);
    expect(groups[3]?.[0]).toBe(`person-${idOf(900)}`);
    expect(groups.length).toBeGreaterThan(8);
  });

  test('that never end do not keep an import from going on', async () => {
    const daybook = await createDaybookUnderTest();
    const open = await daybook.open();
    const over = new AbortController();
    const imported = beginImport(daybook, open).finally(() => over.abort());
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
