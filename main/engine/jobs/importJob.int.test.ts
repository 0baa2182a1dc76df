import { describe, expect, test } from 'vitest';
import type { ImportReply } from './ImportReply.ts';
import { begin, finish, run } from './importOfWordsUnderTest.ts';
import { JobStopped } from './JobStopped.ts';

describe('rows', () => {
  test('are added, unchanged or refused, each with its line', async () => {
    const report = await run(
      'Id,Words\n1,yes\n2,again\n3,no\n4,here\n5,all wrong\n6\n7,differs\n8,again yes\n,\n10,as line 2\n11,"opened, differs"\n',
    );
    expect(report).toEqual({
      read: 11,
      added: 3,
      unchanged: 5,
      refused: [
        { line: 4, error: { type: 'No' }, whose: '3' },
        { line: 6, error: { type: 'Nonsense' }, more: [{ type: 'No' }], whose: '5' },
        { line: 7, error: { type: 'CellsDoNotMatchHeader', expected: 2, found: 1 } },
      ],
      differing: [
        { line: 8, fields: ['name'] },
        { line: 12, fields: ['email'] },
      ],
      repeated: [{ line: 11, firstLine: 2 }],
      counts: { refused: 3, differing: 2, repeated: 1 },
      reasons: [
        { reason: 'No', count: 2, line: 4 },
        { reason: 'Nonsense', count: 1, line: 6 },
        { reason: 'CellsDoNotMatchHeader', count: 1, line: 7 },
      ],
      readAs: { encoding: 'utf-8', separator: ',' },
    });
  });

  test('go no further after a refusal, and say what had been accepted before it', async () => {
    const batches: string[][] = [];
    const report = await run('Words\nyes no yes\nagain no\nno yes\n', { batches });
    expect(batches).toEqual([
      ['yes', 'again', 'no'],
      ['no', 'no'],
    ]);
    expect(report.refused).toEqual([
      { line: 2, error: { type: 'No', accepted: ['yes'] } },
      { line: 3, error: { type: 'No' } },
      { line: 4, error: { type: 'No' } },
    ]);
  });
});

describe('rows that repeat an earlier one', () => {
  test('are refused with it, in whichever slice they are', async () => {
    const many = 'here\n'.repeat(300);
    const rows = `yes\nno\nas line 2\nas line 3\n${many}as line 3\nas line 2\n`;
    expect(await run(`Words\n${rows}`)).toMatchObject({
      added: 1,
      unchanged: 302,
      refused: [
        { line: 3, error: { type: 'No' } },
        { line: 5, error: { type: 'RepeatsRefusedRow', firstLine: 3 } },
        { line: 306, error: { type: 'RepeatsRefusedRow', firstLine: 3 } },
      ],
      repeated: [
        { line: 4, firstLine: 2 },
        { line: 307, firstLine: 2 },
      ],
    });
  });

  test('are for the next run with it', async () => {
    const stop: ImportReply = { ok: false, error: { type: 'StorageFull' } };
    const job = await begin('Words\nyes\nyes stop\nas line 2\nas line 3\n', { stop });
    if (!job.ok) throw new Error(job.error.type);
    await expect(finish(job.value)).rejects.toBeInstanceOf(JobStopped);
    expect(job.value.report()).toMatchObject({
      read: 2,
      added: 1,
      repeated: [{ line: 4, firstLine: 2 }],
    });
    await job.value.close();
  });
});

test('what a report names of a row is no longer than a line', async () => {
  const [refused] = (await run(`Id,Words\n${'x'.repeat(60_000)},no\n`)).refused;
  expect(refused?.whose).toBe(`${'x'.repeat(120)}…`);
});

describe('a daybook that cannot go on', () => {
  test.each([
    'StorageFull',
    'StorageFailed',
    'StorageReadOnly',
    'StorageBusy',
    'StorageDamaged',
    'ReadOnly',
    'FilesDeleted',
    'CommitOutcomeUnknown',
    'OutcomeUnknown',
    'Unexpected',
    'Closed',
  ])('refuses the run and none of its rows: %s', async (type) => {
    const batches: string[][] = [];
    const stop: ImportReply = { ok: false, error: { type } };
    const job = await begin(`Words\n${'yes stop no\n'.repeat(300)}`, { batches, stop });
    if (!job.ok) throw new Error(job.error.type);
    const step = finish(job.value);
    await expect(step).rejects.toBeInstanceOf(JobStopped);
    await expect(step).rejects.toMatchObject({ refusal: { type } });
    expect(batches.map((batch) => batch[0])).toEqual(['yes', 'stop']);
    await job.value.close();
  });

  test('reports what has become of rows before', async () => {
    const stop: ImportReply = { ok: false, error: { type: 'StorageFull' } };
    const rows = `no\nagain\nhere\n${'yes\n'.repeat(300)}stop\nyes stop\nstop\n`;
    const job = await begin(`Words\n${rows}`, { stop });
    if (!job.ok) throw new Error(job.error.type);
    await expect(finish(job.value)).rejects.toBeInstanceOf(JobStopped);
    expect(job.value.report()).toMatchObject({
      // Neither the row that was accepted in part nor those that never ran: the next run counts them.
      read: 303,
      added: 300,
      unchanged: 2,
      refused: [{ line: 2, error: { type: 'No' } }],
    });
    await job.value.close();
  });

  test('is not told by a word that only begins like its own', async () => {
    const stop: ImportReply = { ok: false, error: { type: 'ClosedAccount' } };
    expect(await run('Words\nstop\n', { stop })).toMatchObject({
      refused: [{ line: 2, error: { type: 'ClosedAccount' } }],
    });
  });
});

describe('slices', () => {
  const manyRows = `Words\n${'yes\n'.repeat(5000)}`;

  test.each([
    ['quick', 0, 256],
    ['not so quick', 0.0625, 128],
    ['slow', 10, 64],
  ])('are as large as their time allows: %s', async (_pace, costMs, largest) => {
    const batches: string[][] = [];
    await run(manyRows, { batches, costMs });
    expect(Math.max(...batches.map((batch) => batch.length))).toBe(largest);
    expect(batches.flat()).toHaveLength(5000);
  });

  test('tell how much of the file has been read', async () => {
    const job = await begin(manyRows);
    if (!job.ok) throw new Error(job.error.type);
    expect(job.value.progress().total).toBe(manyRows.length);
    await finish(job.value);
    expect(job.value.progress()).toEqual({ done: manyRows.length, total: manyRows.length });
  });
});

describe('refused before anything runs', () => {
  test.each([
    [{ map: {} }, { type: 'MapInvalid', issues: [{ path: 'column' }] }],
    [{ map: { column: 'Nobody' } }, { type: 'ColumnUnknown', column: 'Nobody' }],
  ])('%#', async (options, error) => {
    const batches: string[][] = [];
    expect(await begin('Words\nyes\n', { ...options, batches })).toMatchObject({
      ok: false,
      error,
    });
    expect(batches).toEqual([]);
  });

  test('a file without a header', async () => {
    expect(await begin('')).toMatchObject({ ok: false, error: { type: 'FileEmpty' } });
  });
});

test('a file that fails on the way ends the run with a refused row, which names no path', async () => {
  const cut = Buffer.concat([Buffer.from('\uFEFFWords\nyes\n', 'utf16le'), Buffer.from([0x41])]);
  const report = await run(cut);
  expect(report).toMatchObject({ read: 2, added: 1, counts: { refused: 1 } });
  expect(report.refused).toEqual([
    { line: 3, error: { type: 'FileUnreadable', reason: 'notText' } },
  ]);
});
