import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openUnguarded } from '../engine/sqlite/openUnguarded.ts';
import { openDaybook } from '../engine/startEngine.ts';
import { daybook, startDaybook, TEST_PASSPHRASE, type Outcome } from './testing/DaybookProcess.ts';
import { useFilledDaybook } from './testing/useFilledDaybook.ts';

const { scratch, folder, copy } = useFilledDaybook();

describe('a daybook that cannot be opened', () => {
  test('is not there', async () => {
    mkdirSync(scratch.at('nothing'));
    for (const place of ['nothing', 'nowhere'])
      expect(await daybook(['ask', scratch.at(place), 'overview/totals'])).toMatchObject({
        code: 3,
        stdout: '',
      });
  });

  test('has another passphrase', async () => {
    const { child, ended } = startDaybook(['log', folder()], { DAYBOOK_PASSPHRASE: 'wrong' });
    child.stdin.end();
    expect(await ended).toMatchObject({ code: 3, stdout: '' });
  });

  test('is in use, and it is said by whom', async () => {
    const holder = startDaybook(['do', folder()]);
    holder.child.stdin.write('nonsense\n');
    await holder.lines(1);
    const second = await daybook(['verify', folder()]);
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
});
