import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './stale.mjs';

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

const cli = (word: string): string =>
  `import { readFileSync } from 'node:fs';
   import { word } from '../../shared/word.ts';
   const [first = '', ...rest] = process.argv.slice(2);
   console.log(['${word}', word, first, ...rest].join(' '));
   if (first === 'wait') setInterval(() => undefined, 1000);
   else if (first === 'memory') {
     const block = Buffer.alloc(2 ** 26, 1);
     console.log(readFileSync('/proc/self/smaps_rollup', 'utf8'));
     console.log(JSON.stringify({ inherited: process.env['GLIBC_TUNABLES'], block: block.length }));
   }
   else process.exitCode = 7;\n`;

describe('build/run.mjs', () => {
  let folder = '';

  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };

  const startWith = (environment: NodeJS.ProcessEnv, ...words: readonly string[]) =>
    spawn(process.execPath, ['build/run.mjs', ...words], {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const start = (...words: readonly string[]) => startWith({}, ...words);

  const ended = (child: ReturnType<typeof start>): Promise<Ended> =>
    new Promise((resolve) => {
      let out = '';
      let err = '';
      child.stdout.on('data', (text: Buffer) => (out += text.toString()));
      child.stderr.on('data', (text: Buffer) => (err += text.toString()));
      child.on('close', (code, signal) => {
        resolve({ code, signal, out, err });
      });
    });

  const run = (...words: readonly string[]): Promise<Ended> => ended(start(...words));

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'daybook-run-'));
    for (const name of ['build.mjs', 'largePages.mjs', 'licences.mjs', 'run.mjs', 'stale.mjs']) {
      cpSync(path.join(root, 'build', name), path.join(folder, 'build', name));
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    write('package.json', '{"type":"module"}');
    write('shared/word.ts', "export const word: string = 'one';\n");
    write('main/cli/main.ts', cli('says'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('builds, and leaves standard output and the exit code to the program', async () => {
    const { code, out, err } = await run('cli', 'hello', '--flag');
    expect({ code, out }).toEqual({ code: 7, out: 'says one hello --flag\n' });
    expect(err).toContain('build: cli');
  });

  it('builds once', async () => {
    await run('cli', 'hello');
    expect(await run('cli', 'hello')).toMatchObject({ out: 'says one hello\n', err: '' });
  });

  it('builds again after a change', async () => {
    await run('cli', 'hello');
    write('shared/word.ts', "export const word: string = 'two';\n");
    const later = new Date(Date.now() + 1000);
    utimesSync(path.join(folder, 'shared/word.ts'), later, later);
    expect((await run('cli', 'hello')).out).toBe('says two hello\n');
  });

  it('keeps the old build, and fails, when a new one fails', async () => {
    await run('cli', 'hello');
    write('main/cli/main.ts', 'const = ;\n');
    const { code, out } = await run('cli', 'hello');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(readdirSync(folder)).toContain('dist');
    expect(readdirSync(path.join(folder, 'dist/main'))).toContain('cli.cjs');
    expect(readdirSync(folder).filter((name) => name.startsWith('.dist-'))).toEqual([]);
  });

  it('bears two at once', async () => {
    const both = await Promise.all([run('cli', 'a'), run('cli', 'b')]);
    expect(both.map(({ out }) => out)).toEqual(['says one a\n', 'says one b\n']);
  });

  it('hands signals to the program', async () => {
    const child = start('cli', 'wait');
    child.stdout.once('data', () => child.kill('SIGTERM'));
    expect(await ended(child)).toMatchObject({ signal: 'SIGTERM', out: 'says one wait\n' });
  });

  it('has large pages for large blocks of memory, and hands nothing of it on', async ({ skip }) => {
    const modes = '/sys/kernel/mm/transparent_hugepage/enabled';
    const mode = existsSync(modes) ? readFileSync(modes, 'utf8').trim() : 'not there';
    if (!mode.includes('[madvise]')) {
      skip(`large pages are not asked for on this system: ${mode}`);
    }
    const { out } = await run('cli', 'memory');
    const kilobytes = Number(/^AnonHugePages: +(\d+) kB$/m.exec(out)?.[1]);
    expect(kilobytes).toBeGreaterThan(2 ** 15);
    expect(out).toContain('{"block":67108864}');
    const own = { GLIBC_TUNABLES: 'glibc.malloc.check=0' };
    const { out: asSet } = await ended(startWith(own, 'cli', 'memory'));
    expect(asSet).toMatch(/^AnonHugePages: +0 kB$/m);
    expect(asSet).toContain('"inherited":"glibc.malloc.check=0"');
  });

  it('says what it can run', async () => {
    expect(await run('nothing')).toMatchObject({ code: 1, out: '' });
    expect((await run('web')).err).toContain('usage:');
  });

  it('says what is not built', async () => {
    const { code, err } = await run('sample');
    expect(code).toBe(1);
    expect(err).toContain('dist/main/sample.cjs');
  });
});
