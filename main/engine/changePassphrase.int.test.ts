import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import {
  createDaybookUnderTest,
  idOf,
  passphrase,
  type DaybookUnderTest,
} from './daybookUnderTest.ts';
import { openEngine } from './openEngine.ts';

const changed = { ok: true, value: { isOldGone: true } };
const wrong = { ok: false, error: { type: 'WrongPassphrase' } };

/** Whether a passphrase opens the daybook; nothing stays open. */
const opens = async (daybook: DaybookUnderTest, given: string): Promise<boolean> => {
  const opened = await openEngine({ folder: daybook.folder, passphrase: given }, daybook.options());
  if (opened.ok) await opened.value.close();
  else expect(opened).toEqual(wrong);
  return opened.ok;
};

describe('changing the passphrase of an open daybook', () => {
  test('locks the old one out, and everything can still be read', async () => {
    const daybook = await createDaybookUnderTest();
    const { engine, run, rows } = await daybook.open();
    await run('person/register', { personId: idOf(1), details: { name: 'Ann' } });
    expect(await engine.changePassphrase(passphrase, 'another one')).toEqual(changed);
    expect(await rows('person/list', {})).toMatchObject([{ name: 'Ann' }]);
    await engine.close();
    expect(await opens(daybook, passphrase)).toBe(false);
    expect(await opens(daybook, 'another one')).toBe(true);
  });

  test('needs the current one, and says no more than that it is not', async () => {
    const daybook = await createDaybookUnderTest();
    const { engine } = await daybook.open();
    expect(await engine.changePassphrase('wrong', 'another one')).toEqual(wrong);
    await engine.close();
    expect(await opens(daybook, passphrase)).toBe(true);
  });

  test('twice at once: the second one finds the first one done', async () => {
    const daybook = await createDaybookUnderTest();
    const { engine } = await daybook.open();
    const both = await Promise.all([
      engine.changePassphrase(passphrase, 'one'),
      engine.changePassphrase(passphrase, 'two'),
    ]);
    expect(both).toEqual([changed, wrong]);
    await engine.close();
    expect(await opens(daybook, 'one')).toBe(true);
  });

  test('is carried to its end when the daybook is closed meanwhile, and not begun afterwards', async () => {
    const daybook = await createDaybookUnderTest();
    const { engine, defects } = await daybook.open();
    const changing = engine.changePassphrase(passphrase, 'another one');
    await engine.close();
    expect(await changing).toEqual(changed);
    expect(await engine.changePassphrase('another one', 'third')).toMatchObject({
      error: { type: 'Closed' },
    });
    expect(defects).toEqual([]);
    expect(await opens(daybook, 'another one')).toBe(true);
  });

  test('is refused while damage was found', async () => {
    const daybook = await createDaybookUnderTest();
    const { engine } = await daybook.open({
      parts: (parts) => ({ ...parts, findings: [{ type: 'HeadsMissing', detail: 'planted' }] }),
    });
    expect(await engine.changePassphrase(passphrase, 'another one')).toMatchObject({
      error: { type: 'ReadOnly' },
    });
  });
});

const numbered = (number: number): string => `passphrase ${number}`;

/** Changes the passphrase over and over, and says each time that it has been done. */
const startChanging = (folder: string, from: number) => {
  const here = JSON.stringify(new URL('./', import.meta.url).href);
  const script = `
    const at = (name) => import(new URL(name, ${here}).href);
    const [{ openEngine }, { cheapKdf }, { worldOfThisMachine: world }] = await Promise.all([
      at('openEngine.ts'), at('keys/cheapKdf.ts'), at('worldOfThisMachine.ts')]);
    const [{ records }, { views }, { imports }] = await Promise.all([
      at('../../shared/records/registry.ts'), at('../../shared/views/registry.ts'), at('../../shared/imports/registry.ts')]);
    const options = { world, records, views, imports, kdf: cheapKdf, reportDefect: () => '' };
    let number = ${from};
    const name = (n) => 'passphrase ' + n;
    const opened = await openEngine({ folder: ${JSON.stringify(folder)}, passphrase: name(number) }, options);
    if (!opened.ok) throw new Error(opened.error.type);
    for (;; number += 1) {
      const changed = await opened.value.changePassphrase(name(number), name(number + 1));
      if (!changed.ok) throw new Error(changed.error.type);
      process.stdout.write(number + 1 + '\\n');
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let done = from;
  const ended = once(child, 'close');
  const atWork = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      done = Number(line);
      resolve();
    });
    void ended.then(() => reject(new Error('it ended before it changed anything')));
  });
  return {
    atWork,
    /** Gives the number of the last change that it spoke of. */
    kill: async (): Promise<number> => {
      child.kill('SIGKILL');
      await ended;
      return done;
    },
  };
};

test('a process killed in the middle leaves exactly one of the two passphrases', async () => {
  const daybook = await createDaybookUnderTest();
  const { engine } = await daybook.open();
  await engine.changePassphrase(passphrase, numbered(0));
  await engine.close();
  let number = 0;
  for (let kill = 0; kill < 5; kill += 1) {
    const changing = startChanging(daybook.folder, number);
    await changing.atWork;
    await wait((kill * 5) % 23);
    const done = await changing.kill();
    expect(done).toBeGreaterThan(number);
    const [before, after] = [
      await opens(daybook, numbered(done)),
      await opens(daybook, numbered(done + 1)),
    ];
    expect([before, after].filter(Boolean)).toHaveLength(1);
    expect(await opens(daybook, numbered(done - 1))).toBe(false);
    number = after ? done + 1 : done;
  }
}, 120_000);
