import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineImport, type ImportedCommand } from '../../../shared/kernel/import.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { ImportReport, RefusedFileOrder } from '../../../shared/protocol.ts';
import { createImportJob, type ImportJob, type ImportReply } from './importJob.ts';
import { JobStopped } from './JobStopped.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'daybook-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The clock of these tests, and what it takes to look at a row. */
let ms = 0;
let costMs = 0;

/** Rows that say what is to be answered: each word of the column is a command and its own reply. */
const wordsImport = defineImport({
  name: 'words',
  map: z.strictObject({ column: z.string() }),
  begin: ({ column }, header) =>
    header.includes(column)
      ? ok((cells) => {
          ms += costMs;
          const cell = cells[column] ?? '';
          if (cell === 'here') return { kind: 'unchanged', differing: [] };
          if (cell === 'differs') return { kind: 'unchanged', differing: ['name'] };
          if (cell === 'nonsense') return { kind: 'refused', error: { type: 'Nonsense' } };
          const words = cell.split(' ').filter((word) => word !== '');
          return { kind: 'commands', commands: words.map((command) => ({ command, input: {} })) };
        })
      : err({ type: 'ColumnUnknown', column }),
});

const answer = ({ command }: ImportedCommand): ImportReply => {
  if (command === 'no') return { ok: false, error: { type: 'No' } };
  return { ok: true, repeated: command === 'again' };
};

const begin = (
  content: string,
  options: {
    readonly map?: unknown;
    readonly batches?: string[][];
    readonly costMs?: number;
    /** What "stop" is answered with. */
    readonly stop?: ImportReply;
    readonly nameAtMost?: number;
    readonly refusedFile?: RefusedFileOrder;
  } = {},
) => {
  const file = path.join(folder, 'words.csv');
  writeFileSync(file, content);
  costMs = options.costMs ?? 0;
  return createImportJob({
    definition: wordsImport,
    map: options.map ?? { column: 'Words' },
    file,
    context: {
      currency: 'USD',
      newId: () => 'id',
      ask: () => ({ rows: [], next: null }),
    },
    nameAtMost: options.nameAtMost,
    refusedFile: options.refusedFile,
    elapsedMs: () => ms,
    execute: (commands) => {
      options.batches?.push(commands.map(({ command }) => command));
      const { stop } = options;
      return Promise.resolve(
        commands.map((one) => (stop && one.command === 'stop' ? stop : answer(one))),
      );
    },
  });
};

const finish = async (job: ImportJob): Promise<ImportReport> => {
  while ((await job.step()) === 'more');
  await job.close();
  return job.report();
};

const run = async (...args: Parameters<typeof begin>): Promise<ImportReport> => {
  const job = await begin(...args);
  if (!job.ok) throw new Error(job.error.type);
  return finish(job.value);
};

describe('rows', () => {
  test('are added, unchanged or refused, each with its line', async () => {
    const report = await run(
      'Id,Words\n1,yes\n2,again\n3,no\n4,here\n5,nonsense\n6\n7,differs\n8,again yes\n9,\n',
    );
    expect(report).toEqual({
      read: 9,
      added: 2,
      unchanged: 4,
      refused: [
        { line: 4, error: { type: 'No' } },
        { line: 6, error: { type: 'Nonsense' } },
        { line: 7, error: { type: 'CellsDoNotMatchHeader', expected: 2, found: 1 } },
      ],
      differing: [{ line: 8, fields: ['name'] }],
      counts: { refused: 3, differing: 1 },
      reasons: [
        { reason: 'No', count: 1, line: 4 },
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

describe('the refused rows', () => {
  const place = path.join(folder, 'refused.csv');
  const refusedFile: RefusedFileOrder = {
    file: place,
    headings: { line: 'Line', reason: 'Reason' },
    reasons: { No: 'refused', CellsDoNotMatchHeader: '{found} of {expected} cells' },
  };
  const written = (): string => readFileSync(place, 'utf8');

  test('are counted whole and named as far as it was asked', async () => {
    const report = await run(`Words\n${'no\nnonsense\ndiffers\n'.repeat(500)}`, { nameAtMost: 3 });
    expect(report.refused.map(({ line }) => line)).toEqual([2, 3, 5]);
    expect(report.differing.map(({ line }) => line)).toEqual([4, 7, 10]);
    expect(report.counts).toEqual({ refused: 1000, differing: 500 });
    expect(report.reasons).toEqual([
      { reason: 'No', count: 500, line: 2 },
      { reason: 'Nonsense', count: 500, line: 3 },
    ]);
  });

  test('are written as they are in the file, with their lines and why', async () => {
    await run('Id;Words;\n1;yes;\n2;no;"a ""b""; c"\n3\n4;no;x;y\n5;nonsense;\n', { refusedFile });
    expect(written()).toBe(
      '\uFEFFId;Words;;Line;Reason\r\n2;no;"a ""b""; c";3;refused\r\n3;;;4;1 of 3 cells\r\n' +
        '4;no;"x;y";5;4 of 3 cells\r\n5;nonsense;;6;Nonsense\r\n',
    );
  });

  test('can be mended and brought in again; what is refused again has its line and reason anew', async () => {
    await run('Id,Words\n1,no\n2,no\n', { refusedFile });
    const mended = written().replace('1,no,', '1,yes,');
    const report = await run(mended, { refusedFile });
    expect(report).toMatchObject({ read: 2, added: 1, counts: { refused: 1 } });
    expect(written()).toBe('\uFEFFId,Words,Line,Reason\r\n2,no,3,refused\r\n');
  });

  test('are all written, however many there are, and in the order of their lines', async () => {
    await run(`Words\n${'no\nnonsense\n'.repeat(1000)}`, { nameAtMost: 0, refusedFile });
    const lines = written().trimEnd().split('\r\n').slice(1);
    expect(lines.map((line) => Number(line.split(',')[1]))).toEqual(
      Array.from({ length: 2000 }, (_, index) => index + 2),
    );
  });

  test('take the place of a file only at the end, and of what was stopped before there were any never', async () => {
    writeFileSync(place, 'of last week');
    const stopped = await begin('Words\nyes\nno\n', { refusedFile });
    if (!stopped.ok) throw new Error(stopped.error.type);
    await stopped.value.close();
    expect(written()).toBe('of last week');
    await run('Words\nyes\n', { refusedFile });
    expect(written()).toBe('of last week');
    const cancelled = await begin('Words\nno\n', { refusedFile });
    if (!cancelled.ok) throw new Error(cancelled.error.type);
    await cancelled.value.step();
    await cancelled.value.close();
    expect(written()).toBe('\uFEFFWords,Line,Reason\r\nno,2,refused\r\n');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('that cannot take their place end the run with what is in', async () => {
    const taken = { ...refusedFile, file: path.join(folder, 'taken') };
    mkdirSync(path.join(taken.file, 'within'), { recursive: true });
    const job = await begin('Words\nno\n', { refusedFile: taken });
    if (!job.ok) throw new Error(job.error.type);
    await expect(job.value.step()).rejects.toMatchObject({
      refusal: { type: 'RefusedFileUnwritable' },
    });
    expect(job.value.report()).toMatchObject({ counts: { refused: 1 } });
    await job.value.close();
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('never take the place of the file that is brought in, or of one of a daybook', async () => {
    const ofDaybook = { ...refusedFile, file: path.join(folder, 'daybook', 'heads') };
    mkdirSync(path.dirname(ofDaybook.file));
    writeFileSync(ofDaybook.file, 'heads');
    const order = { ...refusedFile, file: path.join(folder, 'words.csv') };
    const job = await begin('Words\nno\n', { refusedFile: order });
    expect(job).toEqual({ ok: false, error: { type: 'RefusedFileUnwritable', reason: 'inUse' } });
    expect(readFileSync(order.file, 'utf8')).toBe('Words\nno\n');
    expect(await begin('Words\nno\n', { refusedFile: ofDaybook })).toEqual(job);
    expect(readFileSync(ofDaybook.file, 'utf8')).toBe('heads');
    const nowhere = { ...refusedFile, file: path.join(folder, 'none', 'refused.csv') };
    expect(await begin('Words\nno\n', { refusedFile: nowhere })).toEqual({
      ok: false,
      error: { type: 'RefusedFileUnwritable', reason: 'ENOENT' },
    });
  });
});

describe('a daybook that cannot go on', () => {
  test.each([
    'StorageFull',
    'StorageFailed',
    'StorageReadOnly',
    'StorageBusy',
    'StorageDamaged',
    'ReadOnly',
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

test('a file that fails on the way ends the run with a refused row', async () => {
  const file = path.join(folder, 'odd.csv');
  writeFileSync(
    file,
    Buffer.concat([Buffer.from('\uFEFFWords\nyes\n', 'utf16le'), Buffer.from([0x41])]),
  );
  const job = await createImportJob({
    definition: wordsImport,
    map: { column: 'Words' },
    file,
    context: { currency: 'USD', newId: () => 'id', ask: () => ({ rows: [], next: null }) },
    elapsedMs: () => 0,
    execute: (commands) => Promise.resolve(commands.map(answer)),
  });
  if (!job.ok) throw new Error(job.error.type);
  expect(await finish(job.value)).toMatchObject({
    read: 1,
    added: 1,
    refused: [{ line: 3, error: { type: 'FileUnreadable', reason: 'notText' } }],
  });
});
