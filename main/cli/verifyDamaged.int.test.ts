import {
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { daybook, makeDaybook, readLines, startDaybook } from './testing/DaybookProcess.ts';
import { useFilledDaybook } from './testing/useFilledDaybook.ts';

const { scratch, copy } = useFilledDaybook();

describe('a daybook that is damaged', () => {
  test('has a log that is none', async () => {
    const place = copy('no-log');
    writeFileSync(path.join(place, 'log.db'), Buffer.alloc(8192, 'x'));
    rmSync(path.join(place, 'log.db-wal'), { force: true });
    const before = readFileSync(path.join(place, 'log.db'));
    expect(await daybook(['ask', place, 'overview/totals'])).toMatchObject({ code: 3, stdout: '' });
    const verified = await daybook(['verify', place]);
    expect([verified.code, readLines(verified)]).toMatchObject([1, [{ sound: false }]]);
    expect(readFileSync(path.join(place, 'log.db')).equals(before)).toBe(true);
  });

  test('has keys that are none; verify still says that it is not sound', async () => {
    const place = copy('no-keys');
    writeFileSync(path.join(place, 'keys.db'), Buffer.alloc(8192, 'x'));
    rmSync(path.join(place, 'keys.db-wal'), { force: true });
    expect(await daybook(['do', place], '')).toMatchObject({ code: 3, stdout: '' });
    const verified = await daybook(['verify', place]);
    expect(verified.code).toBe(1);
    expect(readLines(verified)).toMatchObject([{ sound: false }]);
  });

  test.each([
    ['its log', 'log.db', () => null],
    ['its keys', 'keys.db', () => null],
    ['half of its keys', 'keys.db', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['most of its log', 'log.db', (bytes: Buffer) => bytes.subarray(0, 4096)],
    [
      'the head of its log',
      'log.db',
      (bytes: Buffer) => Buffer.concat([Buffer.alloc(100), bytes.subarray(100)]),
    ],
  ])('has lost %s; verify says that it is not sound', async (what, name, change) => {
    const place = copy(`lost ${what}`);
    const file = path.join(place, name);
    const bytes = change(readFileSync(file));
    rmSync(file);
    if (bytes) writeFileSync(file, bytes);
    const verified = await daybook(['verify', place]);
    expect([verified.code, readLines(verified)]).toMatchObject([1, [{ sound: false }]]);
    expect(existsSync(file)).toBe(bytes !== null);
  });

  test('was killed, and its log cut off after that; verify says that it is not sound', async () => {
    const place = copy('cut');
    const { child, ended, lines } = startDaybook(['do', place]);
    const register = '{"command":"person/register","input":{"details":{"name":"Anna"}}}\n';
    child.stdin.write(register.repeat(300));
    await lines(300);
    child.kill('SIGKILL');
    await ended;
    const file = path.join(place, 'log.db');
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    for (const kept of [0.75, 0.5, 0.2]) {
      const cut = copy(`cut at ${kept}`);
      cpSync(place, cut, { recursive: true });
      truncateSync(path.join(cut, 'log.db'), Math.floor(statSync(file).size * kept));
      const verified = await daybook(['verify', cut]);
      expect([verified.code, readLines(verified)]).toMatchObject([1, [{ sound: false }]]);
    }
  });

  test('is damaged but can be read: verify finds it, and nothing is written', async () => {
    const place = copy('flipped');
    const file = path.join(place, 'log.db');
    // Every copy of the word: what SQLite has moved stays in unused parts of its pages.
    const bytes = readFileSync(file).toString('latin1').replaceAll('n.registered', 'n.registereD');
    writeFileSync(file, bytes, 'latin1');
    const verified = await daybook(['verify', place]);
    expect(verified.code).toBe(1);
    const [{ sound, findings }] = readLines(verified) as [{ sound: boolean; findings: unknown[] }];
    expect([sound, findings.length > 0]).toEqual([false, true]);
    const done = await daybook(
      ['do', place],
      '{"command":"person/register","input":{"details":{"name":"A"}}}',
    );
    expect([done.code, readLines(done)]).toMatchObject([0, [{ ok: false }]]);
    expect(readFileSync(file, 'latin1')).toBe(bytes);
  });

  test('has lost the end of its log', async () => {
    const shorter = await makeDaybook(scratch.at('shorter'));
    copyFileSync(path.join(shorter, 'log.db'), scratch.at('early-log.db'));
    const register = '{"command":"person/register","input":{"details":{"name":"Anna"}}}';
    expect(await daybook(['do', shorter], register)).toMatchObject({ code: 0 });
    copyFileSync(scratch.at('early-log.db'), path.join(shorter, 'log.db'));
    expect((await daybook(['verify', shorter])).code).toBe(1);
    const refused = await daybook(['do', shorter], register);
    expect([refused.code, readLines(refused)]).toMatchObject([0, [{ ok: false }]]);
  });
});
