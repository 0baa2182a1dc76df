import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openUnguarded } from '../engine/sqlite/openUnguarded.ts';
import { openDaybook } from '../engine/startEngine.ts';
import {
  createScratch,
  daybook,
  makeDaybook,
  readLines,
  startDaybook,
  TEST_PASSPHRASE,
  type Outcome,
} from './testing/DaybookProcess.ts';

const scratch = createScratch();
afterAll(scratch.remove);

const SECRET_NAME = 'Wilhelmina Nobody-Else';

let folder = '';
beforeAll(async () => {
  folder = await makeDaybook(scratch.at('daybook'));
  const people = Array.from({ length: 20 }, (_, index) =>
    JSON.stringify({
      command: 'person/register',
      input: { personId: randomUUID(), details: { name: `${SECRET_NAME} ${index}` } },
    }),
  );
  const made = await daybook(['do', folder], people.join('\n'));
  if (made.code !== 0) throw new Error(made.stderr);
});

describe('answers', () => {
  test('a view, with its cursor', async () => {
    const page = await daybook(['ask', folder, 'person/list', '{"limit":15}']);
    const [answer] = readLines(page) as [{ rows: { name: string }[]; next: string }];
    expect([page.code, answer.rows.length]).toEqual([0, 15]);
    const rest = await daybook([
      'ask',
      folder,
      'person/list',
      JSON.stringify({ limit: 15, after: answer.next }),
    ]);
    expect(readLines(rest)).toMatchObject([{ rows: [{}, {}, {}, {}, {}], next: null }]);
  });

  test('the log, from a position on, without anything personal', async () => {
    const whole = await daybook(['log', folder]);
    const part = await daybook(['log', folder, '--from', '18']);
    const events = readLines(whole) as { position: number }[];
    expect(events.map(({ position }) => position)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(readLines(part)).toEqual(events.slice(17));
    expect(readLines(await daybook(['log', folder, '--from', '21']))).toEqual([]);
    expect(events[0]).toMatchObject({ specversion: '1.0', type: 'person.registered', data: {} });
    expect(whole.stdout).not.toContain('Wilhelmina');
  });

  test('verify and rebuild', async () => {
    const sound = await daybook(['verify', folder]);
    expect([sound.code, readLines(sound)]).toEqual([
      0,
      [{ sound: true, events: 20, findings: [] }],
    ]);
    const rebuilt = await daybook(['rebuild', folder]);
    expect([rebuilt.code, readLines(rebuilt)]).toMatchObject([0, [{ events: 20 }]]);
  });
});

describe('wrong usage', () => {
  test.each([
    [['ask', 'DAYBOOK', 'no/such-view']],
    [['ask', 'DAYBOOK', 'person/list', '{"filter":"nonsense"}']],
    [['ask', 'DAYBOOK', 'person/list', '{"after":"nonsense"}']],
    [['new', 'DAYBOOK', '--name', 'Again', '--currency', 'USD']],
    [['new', 'EMPTY', '--name', 'x', '--currency', 'dollars']],
    [['new', 'EMPTY', '--name', '', '--currency', 'USD']],
  ])('%j', async (args) => {
    const places: Record<string, string> = { DAYBOOK: folder, EMPTY: scratch.at('empty') };
    const outcome = await daybook(args.map((arg) => places[arg] ?? arg));
    expect([outcome.code, outcome.stdout]).toEqual([2, '']);
    expect(outcome.stderr).not.toBe('');
  });

  test('no passphrase and no terminal to ask on', async () => {
    const { child, ended } = startDaybook(['ask', folder, 'overview/totals'], {
      DAYBOOK_PASSPHRASE: '',
    });
    child.stdin.end();
    expect(await ended).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('a daybook that cannot be opened', () => {
  const copy = (name: string): string => {
    cpSync(folder, scratch.at(name), { recursive: true });
    return scratch.at(name);
  };

  test('is not there', async () => {
    mkdirSync(scratch.at('nothing'));
    for (const place of ['nothing', 'nowhere'])
      expect(await daybook(['ask', scratch.at(place), 'overview/totals'])).toMatchObject({
        code: 3,
        stdout: '',
      });
  });

  test('has another passphrase', async () => {
    const { child, ended } = startDaybook(['log', folder], { DAYBOOK_PASSPHRASE: 'wrong' });
    child.stdin.end();
    expect(await ended).toMatchObject({ code: 3, stdout: '' });
  });

  test('is in use, and it is said by whom', async () => {
    const holder = startDaybook(['do', folder]);
    holder.child.stdin.write('nonsense\n');
    await holder.lines(1);
    const second = await daybook(['verify', folder]);
    expect([second.code, second.stdout]).toEqual([3, '']);
    expect(second.stderr).toContain(String(holder.child.pid));
    holder.child.stdin.end();
    expect(await holder.ended).toMatchObject({ code: 0 });
  });

  test.each(['log.db', 'keys.db'])('has a %s of a newer format', async (name) => {
    const place = copy(`newer-${name}`);
    const file = path.join(place, name);
    const database = openUnguarded(file);
    database.execute('PRAGMA user_version = 9');
    database.close();
    const before = readFileSync(file);
    const { child, ended } = startDaybook(['ask', place, 'overview/totals']);
    child.stdin.end();
    const outcome = await ended;
    expect(outcome).toMatchObject({ code: 3, stdout: '' });
    expect(outcome.stderr).toContain(`A newer Daybook made ${name}`);
    const engine = await openDaybook({ folder: place, passphrase: TEST_PASSPHRASE });
    expect(engine).toEqual({
      ok: false,
      error: { type: 'FormatTooNew', path: file, found: 9, newest: 1 },
    });
    // It is not damage, so verify cannot say that it is not sound.
    expect(await daybook(['verify', place])).toMatchObject({ code: 3, stdout: '' });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('has rows of a newer format, which are made anew', async () => {
    const place = copy('newer-state.db');
    const database = openUnguarded(path.join(place, 'state.db'));
    database.execute('PRAGMA user_version = 9');
    database.close();
    const verified = await daybook(['verify', place]);
    expect([verified.code, verified.stderr]).toEqual([
      0,
      expect.stringContaining('ReadModelsRemade'),
    ]);
  });

  // An administrator may write everywhere; without that right he is like everybody else.
  const plainly =
    process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];
  test.skipIf(process.platform === 'win32')(
    'lies in a folder that may not be written',
    async () => {
      const place = copy('read-only');
      const files = ['log.db', 'keys.db', 'state.db', 'heads'].map((name) =>
        path.join(place, name),
      );
      const ask = async (): Promise<Outcome> => {
        const { child, ended } = startDaybook(['ask', place, 'overview/totals'], {}, plainly);
        child.stdin.end();
        return ended;
      };
      expect(await ask()).toMatchObject({ code: 0 });
      const before = files.map((file) => readFileSync(file, 'base64'));
      for (const file of files) chmodSync(file, 0o400);
      chmodSync(place, 0o500);
      const refused = await ask();
      expect(refused).toMatchObject({ code: 3, stdout: '' });
      expect(refused.stderr).toContain('does not let Daybook write');
      expect(readdirSync(place).toSorted()).toEqual([
        'heads',
        'keys.db',
        'log.db',
        'open.daybook',
        'state.db',
      ]);
      expect(files.map((file) => readFileSync(file, 'base64'))).toEqual(before);
      chmodSync(place, 0o700);
      for (const file of files) chmodSync(file, 0o600);
      expect(await ask()).toMatchObject({ code: 0 });
    },
  );

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

  test('has lost its log, and is served no more than opened', async () => {
    const place = copy('served without a log');
    rmSync(path.join(place, 'log.db'));
    for (const passphrase of ['', TEST_PASSPHRASE]) {
      const { child, ended } = startDaybook(['serve', place], { DAYBOOK_PASSPHRASE: passphrase });
      child.stdin.end();
      const { code, stdout, stderr } = await ended;
      expect([code, stdout]).toEqual([3, '']);
      expect(stderr).toContain('log.db');
    }
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
