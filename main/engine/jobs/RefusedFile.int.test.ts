import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RefusedFileOrder } from '../../../shared/protocol/importing.ts';
import { begin, folder, run } from './importOfWordsUnderTest.ts';

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
    expect(report.counts).toEqual({ refused: 1000, differing: 500, repeated: 0 });
    expect(report.reasons).toEqual([
      { reason: 'No', count: 500, line: 2 },
      { reason: 'Nonsense', count: 500, line: 3 },
    ]);
  });

  test('are written as they are in the file, with their lines and why', async () => {
    await run('Id;Words;\n1;yes;\n2;no;"a ""b""; c"\n3\n4;no;x;y\n5;nonsense;\n6;all wrong;\n', {
      refusedFile,
    });
    expect(written()).toBe(
      '\uFEFFId;Words;;Line;Reason\r\n2;no;"a ""b""; c";3;refused\r\n3;;;4;1 of 3 cells\r\n' +
        '4;no;"x;y";5;4 of 3 cells\r\n5;nonsense;;6;Nonsense\r\n' +
        '6;all wrong;;7;Nonsense. refused\r\n',
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
