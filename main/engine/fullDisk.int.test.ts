import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  createDaybookUnderTest,
  idOf,
  scratchFolder,
  usd,
  type OpenDaybook,
} from './daybookUnderTest.ts';
import { appendRaw } from './rawEventsUnderTest.ts';
import { StorageFull } from './sqlite/storage-errors.ts';
import { mountDisk } from './sqlite/diskUnderTest.ts';

const PEOPLE = 60;
const numbers = Array.from({ length: PEOPLE }, (_, index) => index + 1);

/** A disk of its own, where the machine lets us have one. */
const disk = mountDisk(scratchFolder(), '96m');

const at = (name: string): string => path.join(disk ?? '', name);
const fillDisk = (): void => {
  const { bavail, bsize } = statfsSync(at('.'));
  writeFileSync(at('ballast'), Buffer.alloc(bavail * bsize));
};
const makeRoom = (): void => rmSync(at('ballast'));

/** Lets the log write on a full disk: its WAL has been moved into the file, and is written over from now on. */
const recycleLogWal = ({ parts }: OpenDaybook): void => {
  for (let size = 0; size < 20; size += 4)
    appendRaw(parts, {
      stream: `future-${idOf(size)}`,
      type: 'future.happened',
      schema: 1,
      data: { text: 'x'.repeat(4_000_000) },
    });
};

/** The first half of the rows carry a text, for which a key is needed; the others need none. */
const writeEntries = (folder: string, times = 1): string => {
  const file = path.join(folder, 'entries.csv');
  const memoOf = (number: number): string => (number <= PEOPLE / 2 ? 'Flour' : '');
  const rows = numbers.map((number) => `K${number},E${number},${memoOf(number)}\n`);
  writeFileSync(file, `Person,Entry,Memo\n${rows.join('').repeat(times)}`);
  return file;
};

const importEntries = ({ engine }: OpenDaybook, file: string) =>
  engine.runJob('entries', {
    kind: 'import',
    import: 'entries',
    file,
    map: {
      person: '{Person}',
      reference: '{Entry}',
      kind: 'charge',
      amount: '1.00',
      occurredOn: '2026-11-23',
      memo: '{Memo}',
    },
    dryRun: false,
  });

const openAccounts = ({ engine }: OpenDaybook) =>
  engine.executeAll(
    numbers.flatMap((number) => [
      {
        command: 'person/register',
        input: { personId: idOf(number), details: { name: 'N', reference: `K${number}` } },
      },
      {
        command: 'credit-account/open',
        input: { accountId: idOf(number, 0xa), personId: idOf(number), limit: usd(5000) },
      },
    ]),
  );

const refused = { ok: false, error: { type: 'StorageFull' } };
const added = { read: PEOPLE, added: PEOPLE, unchanged: 0, refused: [] };
const unchanged = { ...added, added: 0, unchanged: PEOPLE };

describe('entries that are brought in while a disk is full', () => {
  test.skipIf(disk === null)('are charged once, however often they are brought in', async () => {
    const daybook = await createDaybookUnderTest(at('full'));
    const open = await daybook.open();
    await openAccounts(open);
    recycleLogWal(open);
    const file = writeEntries(at('.'));
    // The log has room, and the keys have none.
    fillDisk();
    // Several groups for the commands of one slice.
    daybook.world.eachLookTakes(1);
    const before = open.parts.reader.position();
    expect(await importEntries(open, file)).toMatchObject(refused);
    expect(open.parts.reader.position()).toBe(before);
    makeRoom();
    daybook.world.eachLookTakes(0);
    expect(await importEntries(open, file)).toMatchObject({ ok: true, value: added });
    expect(await importEntries(open, file)).toMatchObject({ ok: true, value: unchanged });
    const [totals] = await open.rows('overview/totals', {});
    expect(totals?.owed).toEqual(usd(PEOPLE * 100));
  });

  test('tell what is in when they are cancelled', async () => {
    const daybook = await createDaybookUnderTest();
    const open = await daybook.open();
    await openAccounts(open);
    const file = writeEntries(daybook.folder, 20);
    const before = open.parts.reader.position();
    open.engine.onNotice(({ type }) => {
      if (type === 'changed') void open.engine.cancelJob('entries');
    });
    const outcome = await importEntries(open, file);
    if (outcome.ok || outcome.error.report?.kind !== 'import') throw new Error('not cancelled');
    const { type, report } = outcome.error;
    expect([type, report.added]).toEqual(['Cancelled', open.parts.reader.position() - before]);
    expect(report.read).toBe(report.added + report.unchanged);
    expect(report.added).toBeGreaterThan(0);
    expect(report.read).toBeLessThan(20 * PEOPLE);
  });

  test('end with the first that has no room: none behind it is accepted', async () => {
    const daybook = await createDaybookUnderTest();
    let isFull = false;
    const open = await daybook.open({
      parts: (parts) => ({
        ...parts,
        log: parts.log && {
          ...parts.log,
          append: (appends) => {
            if (!parts.log) throw new Error('read-only');
            if (!isFull) return parts.log.append(appends);
            isFull = false;
            throw new StorageFull('SQLITE_FULL', 'no room', null);
          },
        },
      }),
    });
    await openAccounts(open);
    const file = writeEntries(daybook.folder);
    daybook.world.eachLookTakes(1);
    const before = open.parts.reader.position();
    isFull = true;
    const report = { read: 0, added: 0, refused: [] };
    expect(await importEntries(open, file)).toMatchObject({ error: { ...refused.error, report } });
    expect([isFull, open.parts.reader.position()]).toEqual([false, before]);
    expect(await importEntries(open, file)).toMatchObject({ ok: true, value: added });
  });
});
