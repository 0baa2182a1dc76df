import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markAsSample } from '../main/sample/sampleMark.ts';
import { createScratch, startDaybook, startProcess } from './startDaybook.ts';

const scratch = createScratch();
afterAll(scratch.remove);

let homes = 0;
const newHome = (): string => path.join(scratch.folder, `home-${(homes += 1)}`);

const follow = (link: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(link, { redirect: 'manual', headers });

const cookieOf = (response: Response): string =>
  response.headers.get('set-cookie')?.split(';')[0] ?? '';

const linkPattern = /^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/;

describe('npm start', () => {
  it('with a port serves to the browser, as was asked for, and prints a link that works once', async () => {
    const running = startProcess({ home: newHome(), args: ['--port', '0'] });
    const link = await running.nextLine();
    expect(link).toMatch(linkPattern);
    expect(running.said()).not.toContain('desktop window');
    const first = await follow(link);
    expect(first.status).toBe(303);
    const page = await follow(new URL('/', link).href, { cookie: cookieOf(first) });
    expect(await page.text()).toContain('<div id="root">');
    expect((await follow(link)).status).toBe(403);
    running.signal('SIGTERM');
    expect(await running.ended).toBe(0);
  });

  it('shows another link for a second browser', async () => {
    const daybook = await startDaybook(newHome());
    const second = await daybook.newLink();
    expect(second).toMatch(linkPattern);
    expect((await follow(daybook.link)).status).toBe(403);
    expect((await follow(second)).status).toBe(303);
    await daybook.stop();
  });

  it('leaves nothing behind when nothing was done', async () => {
    const home = newHome();
    const daybook = await startDaybook(home);
    await daybook.stop();
    expect(existsSync(home)).toBe(false);
  });

  it('says so when the port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const port = `${(server.address() as AddressInfo).port}`;
    const folder = path.join(newHome(), 'Shop');
    const environment = { DAYBOOK_PASSPHRASE: 'a long enough passphrase' };
    const program = 'cli';
    const made = startProcess({
      home: newHome(),
      program,
      args: ['new', folder, '--name', 'Shop', '--currency', 'USD'],
      environment,
    });
    expect(await made.ended).toBe(0);
    for (const running of [
      startProcess({ home: newHome(), args: ['--port', port] }),
      startProcess({
        home: newHome(),
        program,
        args: ['serve', folder, '--port', port],
        environment,
      }),
    ]) {
      expect(await running.ended).toBe(3);
      expect(running.said()).toContain(port);
    }
    server.close();
  });

  it.each([[['--port', '99999']], [['--port', 'x']], [['--verbose']], [['folder']]])(
    'does not understand %j, and shows how it is used',
    async (args) => {
      const running = startProcess({ home: newHome(), args });
      expect(await running.ended).toBe(2);
      expect(running.said()).toContain('Usage: npm start --');
    },
  );

  it('opens the browser by a file of the user, so that no list of processes shows the link', async () => {
    const home = newHome();
    const bin = path.join(scratch.folder, 'bin');
    const record = path.join(scratch.folder, 'opened');
    mkdirSync(bin, { recursive: true });
    // The file is looked at while it is there: Daybook removes it in the end.
    const script = `#!/bin/sh\nstat -c %a "$1" > "${record}.new"\ncat "$1" >> "${record}.new"\necho "$@" >> "${record}.new"\nmv "${record}.new" "${record}"\n`;
    writeFileSync(path.join(bin, 'xdg-open'), script, { mode: 0o755 });
    const running = startProcess({
      home,
      args: ['--port', '0'],
      environment: {
        PATH: `${bin}:${process.env['PATH']}`,
        DISPLAY: ':99',
        DAYBOOK_NO_BROWSER: undefined,
        CI: undefined,
      },
    });
    const link = await running.nextLine();
    await expect.poll(() => existsSync(record), { timeout: 10_000 }).toBe(true);
    const [mode, ...rest] = readFileSync(record, 'utf8').trim().split('\n');
    const page = path.join(home, 'open-daybook.html');
    expect([mode, rest.at(-1)]).toEqual(['600', page]);
    expect(rest.join('\n')).toContain(link);
    running.signal('SIGINT');
    expect(await running.ended).toBe(0);
    expect(existsSync(page)).toBe(false);
  });
});

describe('npm start -- --sample', () => {
  it('makes the sample daybook once, beside the real ones, and opens it', async () => {
    const home = newHome();
    const folder = path.join(home, 'Sample daybook');
    const first = startProcess({ home, args: ['--port', '0', '--sample'] });
    await first.nextLine();
    expect(existsSync(path.join(folder, 'lock'))).toBe(true);
    // As Ctrl C comes under npm: from the terminal and from npm.
    first.signal('SIGINT');
    first.signal('SIGINT');
    expect(await first.ended).toBe(0);
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
    const size = statSync(path.join(folder, 'log.db')).size;
    const second = await startDaybook(home, ['--sample']);
    await second.stop();
    expect(statSync(path.join(folder, 'log.db')).size).toBe(size);
    expect(size).toBeGreaterThan(500_000);
  });
});

describe('npm start -- --sample, where the sample does not open,', () => {
  it('says what can be done about it', async () => {
    const home = newHome();
    const folder = path.join(home, 'Sample daybook');
    const made = startProcess({
      home,
      program: 'cli',
      args: ['new', folder, '--name', 'Mine', '--currency', 'USD'],
      environment: { DAYBOOK_PASSPHRASE: 'another one' },
    });
    expect(await made.ended).toBe(0);
    // As if somebody had given the sample a passphrase of their own.
    markAsSample(folder);
    const running = startProcess({ home, args: ['--port', '0', '--sample'] });
    expect(await running.ended).toBe(3);
    expect(running.said()).toContain(`move ${folder} away`);
    expect(running.said()).not.toContain('WrongPassphrase');
  });
});

describe('daybook serve', () => {
  const passphrase = 'a long enough passphrase';

  const folder = path.join(newHome(), 'served');

  beforeAll(async () => {
    const args = ['new', folder, '--name', 'Served', '--currency', 'USD'];
    const made = startProcess({
      home: newHome(),
      program: 'cli',
      args,
      environment: { DAYBOOK_PASSPHRASE: passphrase },
    });
    if ((await made.ended) !== 0) throw new Error(made.said());
  });

  const serve = (environment: Record<string, string | undefined>) =>
    startProcess({
      home: newHome(),
      program: 'cli',
      args: ['serve', folder, '--port', '0'],
      environment,
    });

  it('opens the daybook of the folder where the environment has its passphrase', async () => {
    const running = serve({ DAYBOOK_PASSPHRASE: passphrase });
    expect(await running.nextLine()).toMatch(linkPattern);
    expect(existsSync(path.join(folder, 'lock'))).toBe(true);
    running.signal('SIGTERM');
    await running.ended;
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });

  it('waits for the passphrase to be typed in the window where it has none', async () => {
    const running = serve({ DAYBOOK_PASSPHRASE: undefined });
    expect(await running.nextLine()).toMatch(linkPattern);
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
    running.signal('SIGTERM');
    await running.ended;
  });

  it('ends with 3 where it cannot open', async () => {
    expect(await serve({ DAYBOOK_PASSPHRASE: 'another one' }).ended).toBe(3);
    expect(
      await startProcess({ home: newHome(), program: 'cli', args: ['serve', `${folder}-not`] })
        .ended,
    ).toBe(3);
  });
});
