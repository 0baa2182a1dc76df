import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileLog, describeDefect, readLogLines } from './HostLog.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'daybook-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a line is written with its time, into a file that is made when it is needed', () => {
  const file = path.join(folder, '.logs', 'host.log');
  const log = createFileLog(file, () => 0);
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
  log({ event: 'engineStopped' });
  log({ event: 'incident', incidentId: 'one' });
  expect(readFileSync(file, 'utf8')).toBe(
    '{"at":"1970-01-01T00:00:00.000Z","event":"engineStopped"}\n' +
      '{"at":"1970-01-01T00:00:00.000Z","event":"incident","incidentId":"one"}\n',
  );
});

test('a full file makes room for a new one', () => {
  const file = path.join(folder, 'host.log');
  writeFileSync(file, 'x'.repeat(1_048_577));
  createFileLog(file, () => 0)({ event: 'incident' });
  expect(statSync(`${file}.old`).size).toBe(1_048_577);
  expect(statSync(file).size).toBeLessThan(100);
});

test('a log that cannot be written stops nobody', () => {
  writeFileSync(path.join(folder, 'file'), '');
  const log = createFileLog(path.join(folder, 'file', 'host.log'), () => 0);
  expect(() => log({ event: 'incident' })).not.toThrow();
});

test('what was thrown is told without its message', () => {
  const thrown = new RangeError('secret\nat secret (file:1:1)');
  const { name, code, frames } = describeDefect(thrown);
  expect([name, code]).toEqual(['RangeError', null]);
  expect(frames.length).toBeGreaterThan(0);
  expect(JSON.stringify(frames)).not.toContain('secret');
  expect(describeDefect('secret')).toEqual({ name: 'string', code: null, frames: [] });
});

test('the end of it is read across the change to a new file, oldest first, and not without limit', () => {
  const file = path.join(folder, 'host.log');
  expect(readLogLines(file)).toEqual([]);
  writeFileSync(
    `${file}.old`,
    Array.from({ length: 300 }, (_, index) => `old ${index}\n`).join(''),
  );
  writeFileSync(file, 'one\ntwo\n');
  const lines = readLogLines(file);
  expect(lines).toHaveLength(200);
  expect([lines[0], ...lines.slice(-3)]).toEqual(['old 102', 'old 299', 'one', 'two']);
});

test('a program that only began and ended leaves no file, and one that did something tells of both', () => {
  const file = path.join(folder, 'quiet.log');
  const log = createFileLog(file, () => 0);
  log({ event: 'start' });
  log({ event: 'stop' });
  expect(existsSync(file)).toBe(false);
  log({ event: 'open' });
  expect(readLogLines(file).map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
    'start',
    'stop',
    'open',
  ]);
});
