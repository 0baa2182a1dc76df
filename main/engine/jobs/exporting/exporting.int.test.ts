import { readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExportOrder } from '../../../../shared/protocol/exporting.ts';
import {
  createDaybookUnderTest,
  scratchFolder,
  type DaybookUnderTest,
  type OpenDaybook,
} from '../../daybookUnderTest.ts';
import { begin, exportTo, job, odd, readRows, register } from './exportingUnderTest.ts';
import { mountDisk } from '../../sqlite/diskUnderTest.ts';

const personList: ExportOrder = {
  what: 'list',
  view: 'person/list',
  input: {},
  columns: [
    { field: 'name', heading: '이름', erased: '삭제됨', missing: '없음' },
    { field: 'reference', heading: 'Reference' },
    { field: 'balance', heading: 'Balance (USD)' },
    { field: 'lastEntryOn', heading: '=Last entry' },
    { field: 'archived', heading: 'Archived' },
  ],
  yes: 'yes',
  no: 'no',
};

describe('a list', () => {
  test('is written as the window asks for it', async () => {
    const { open, file } = await begin();
    for (const details of odd) await register(open, details);
    const { personId } = await register(open, { name: 'Goes', reference: 'gone' });
    await open.run('person/erase', { personId, ground: 'request', confirm: 'gone' });
    const report = await exportTo(open, file, personList);
    expect(report).toEqual({
      kind: 'export',
      written: 6,
      leftOut: 0,
      position: open.parts.reader.position(),
    });
    const [head, ...rows] = readRows(file);
    expect(head).toEqual(['이름', 'Reference', 'Balance (USD)', "'=Last entry", 'Archived']);
    const money = ['12.34', '2026-11-20', 'no'];
    expect(new Set(rows.map((row) => row.join('|')))).toEqual(
      new Set(
        [
          ['김철수', 'K1', ...money],
          ['Ada, "the first"', 'A,1', ...money],
          ['\'=HYPERLINK("http://evil.example")', "'+82", ...money],
          ["''=quoted", "''-7", ...money],
          ["'@SUM(A1)", "'-1", ...money],
          ['삭제됨', '', ...money],
        ].map((row) => row.join('|')),
      ),
    );
  });

  test('is UTF-8 with its mark, commas, quotes where they must be, and CRLF', async () => {
    const { open, file } = await begin();
    await register(open, { name: 'Ada, "B"', reference: '1' });
    await exportTo(open, file, personList);
    expect(readFileSync(file, 'utf8')).toBe(
      "\uFEFF이름,Reference,Balance (USD),'=Last entry,Archived\r\n" +
        '"Ada, ""B""",1,12.34,2026-11-20,no\r\n',
    );
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test.each([
    ['only', ['Bo']],
    ['except', ['Ada', 'Cy']],
  ] as const)('has %s the chosen rows', async (keep, names) => {
    const { open, file } = await begin();
    const ids: string[] = [];
    for (const name of ['Ada', 'Bo', 'Cy']) ids.push((await register(open, { name })).personId);
    const rows = { keep, field: 'personId', values: [ids[1] ?? ''] };
    const report = await exportTo(open, file, { ...personList, rows });
    expect(report.written).toBe(names.length);
    expect(
      readRows(file)
        .slice(1)
        .map(([name]) => name),
    ).toEqual(names);
  });

  test('keeps the order and the filter of its question, over all pages', async () => {
    const { open, file } = await begin();
    for (let number = 0; number < 450; number += 1)
      await open.engine.execute({
        command: 'person/register',
        input: { details: { name: `Person ${String(number).padStart(3, '0')}` } },
      });
    const input = { sort: '-name', search: 'person' };
    expect((await exportTo(open, file, { ...personList, input })).written).toBe(450);
    const names = readRows(file)
      .slice(1)
      .map(([name]) => name ?? '');
    expect(names).toEqual(names.toSorted().toReversed());
    expect(new Set(names).size).toBe(450);
  });

  test.each([
    ['a view that is none', { ...personList, view: 'nothing' }, 'ViewUnknown'],
    ['a question that is none', { ...personList, input: { sort: 'size' } }, 'InputInvalid'],
  ])('of %s is refused, and there is no file', async (_, order, type) => {
    const { open, folder, file } = await begin();
    expect(await open.engine.runJob('a', job(file, order as ExportOrder))).toMatchObject({
      ok: false,
      error: { type },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('an export', () => {
  const PEOPLE = 3000;
  let large: DaybookUnderTest;
  beforeAll(async () => {
    large = await createDaybookUnderTest();
    const open = await large.open();
    await open.engine.executeAll(
      Array.from({ length: PEOPLE }, (_, index) => ({
        command: 'person/register',
        input: { details: { name: `Person ${index}` } },
      })),
    );
    await open.close();
  });

  const many = async () => {
    const daybook = large.copy();
    const open = await daybook.open();
    const folder = scratchFolder();
    return { daybook, open, folder, file: path.join(folder, 'list.csv') };
  };

  /** Calls at each report of progress. */
  const atEachStep = (
    { engine }: OpenDaybook,
    world: DaybookUnderTest['world'],
    work: () => void,
  ) => {
    world.eachLookTakes(7);
    engine.onNotice((notice) => {
      if (notice.type === 'progress') work();
    });
  };

  test('during which something is written is of one moment all the same', async () => {
    const { daybook, open, file } = await many();
    let more = 2;
    atEachStep(open, daybook.world, () => {
      more -= 1;
      if (more >= 0)
        void open.engine.execute({
          command: 'person/register',
          input: { details: { name: `Aaa ${more}` } },
        });
    });
    const report = await exportTo(open, file, personList);
    expect(report.written).toBe(PEOPLE + 2);
    expect(readRows(file)).toHaveLength(PEOPLE + 3);
    expect(report.position).toBe(open.parts.reader.position());
  });

  test('during which somebody is erased does not name them', async () => {
    const { daybook, open, file } = await many();
    const { personId } = await open.run('person/register', {
      details: { name: 'Aaa goes', reference: 'gone' },
    });
    let isFirst = true;
    atEachStep(open, daybook.world, () => {
      if (!isFirst) return;
      isFirst = false;
      void open.engine.execute({
        command: 'person/erase',
        input: { personId, ground: 'request', confirm: 'gone' },
      });
    });
    await exportTo(open, file, personList);
    expect(readFileSync(file, 'utf8')).not.toContain('Aaa goes');
  });

  test('beside which somebody never stops writing is refused, and leaves nothing', async () => {
    const { daybook, open, folder, file } = await many();
    let number = 0;
    atEachStep(open, daybook.world, () => {
      number += 1;
      void open.engine.execute({
        command: 'person/register',
        input: { details: { name: `More ${number}` } },
      });
    });
    expect(await open.engine.runJob('a', job(file, personList))).toEqual({
      ok: false,
      error: { type: 'DaybookChanging' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('tells how far it is, and leaves what was there before when it is cancelled', async () => {
    const { daybook, open, folder, file } = await many();
    writeFileSync(file, 'before');
    const seen: string[][] = [];
    atEachStep(open, daybook.world, () => {
      seen.push(readdirSync(folder));
      void open.engine.cancelJob('a');
    });
    expect(await open.engine.runJob('a', job(file, personList))).toEqual({
      ok: false,
      error: { type: 'Cancelled' },
    });
    expect(seen[0]?.toSorted()).toEqual(['.list.csv.part', 'list.csv']);
    expect(readdirSync(folder)).toEqual(['list.csv']);
    expect(readFileSync(file, 'utf8')).toBe('before');
  });

  test('never writes over a file of the daybook', async () => {
    const { daybook, open } = await begin();
    for (const name of ['log.db', 'keys.db', 'heads', 'list.csv'])
      expect(await open.engine.runJob('a', job(daybook.file(name), personList))).toEqual({
        ok: false,
        error: { type: 'FileOfDaybook' },
      });
    expect(await open.job('verify')).toMatchObject({ sound: true });
  });

  test('never writes into the folder of another daybook', async () => {
    const { open } = await begin();
    const other = scratchFolder();
    writeFileSync(path.join(other, 'log.db'), 'a log');
    for (const name of ['log.db', 'list.csv'])
      expect(await open.engine.runJob('a', job(path.join(other, name), personList))).toEqual({
        ok: false,
        error: { type: 'FileOfDaybook' },
      });
    expect(readFileSync(path.join(other, 'log.db'), 'utf8')).toBe('a log');
  });

  test('into a folder that is not there is refused as a failure of the disk', async () => {
    const { open, folder } = await begin();
    const file = path.join(folder, 'nowhere', 'list.csv');
    expect(await open.engine.runJob('a', job(file, personList))).toEqual({
      ok: false,
      error: { type: 'StorageFailed', code: 'ENOENT' },
    });
    expect(open.defects).toEqual([]);
  });
});

/** A disk of its own, where the machine lets us have one. */
const disk = mountDisk(scratchFolder(), '1m');

test.skipIf(disk === null)('an export onto a full disk is refused and leaves nothing', async () => {
  const { open } = await begin();
  const on = disk ?? '';
  await register(open, { name: 'Ada' });
  const { bavail, bsize } = statfsSync(on);
  writeFileSync(path.join(on, 'ballast'), Buffer.alloc(bavail * bsize));
  const file = path.join(on, 'list.csv');
  expect(await open.engine.runJob('a', job(file, personList))).toMatchObject({
    ok: false,
    error: { type: 'StorageFull' },
  });
  expect(readdirSync(on)).toEqual(['ballast']);
  rmSync(path.join(on, 'ballast'));
  expect((await exportTo(open, file, personList)).written).toBe(1);
});
