import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createOutput } from './Output.ts';
import { runProgram } from './program.ts';

const call = async (args: readonly string[], environment: Record<string, string> = {}) => {
  const stdout = new PassThrough();
  const said: string[] = [];
  const code = await runProgram(args, {
    environment,
    input: new PassThrough() as unknown as NodeJS.ReadStream,
    output: createOutput(stdout),
    say: (line) => said.push(line),
    prompt: () => undefined,
    showProgress: () => undefined,
    interrupted: new AbortController().signal,
  });
  return { code, stdout: stdout.read() as unknown, said: said.join('\n') };
};

const passphrase = { DAYBOOK_PASSPHRASE: 'secret' };

describe('wrong usage', () => {
  test.each([
    [[]],
    [['nonsense']],
    [['ask']],
    [['ask', 'folder']],
    [['ask', 'folder', 'person/list', '{']],
    [['ask', 'folder', 'person/list', '[]']],
    [['ask', 'folder', 'person/list', '{"__proto__":{}}']],
    [['ask', 'folder', 'person/list', '{"limit":1,"limit":2}']],
    [['log', 'folder', '--from', '0']],
    [['log', 'folder', '--from', '1e3']],
    [['verify', 'folder', 'more']],
    [['verify', 'folder', '--fast']],
    [['new', 'folder', '--name', 'x']],
    [['import', 'folder', 'animals', 'x.csv', '--map', 'x.json']],
    [['import', 'folder', 'people', 'x.csv']],
    [['import', 'folder', 'people', 'x.csv', '--map', 'no/such/file.json']],
    [['serve', 'folder', '--port', '65536']],
    [['export', 'folder', '--to', 'x']],
    [['merge', 'folder', 'x', '--dry-run']],
  ])('%j', async (args) => {
    const { code, stdout, said } = await call(args, passphrase);
    expect([code, stdout]).toEqual([2, null]);
    expect(said).not.toBe('');
  });

  test('no passphrase, and no terminal to ask on', async () => {
    for (const environment of [{}, { DAYBOOK_PASSPHRASE: '' }])
      expect(await call(['verify', 'folder'], environment)).toMatchObject({
        code: 2,
        stdout: null,
      });
  });
});

test('help is no data', async () => {
  for (const args of [['--help'], ['import', '--help'], ['help', 'import']])
    expect(await call(args)).toMatchObject({ code: 0, stdout: null });
});
