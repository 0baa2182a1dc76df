import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { askPassphrase } from './askPassphrase.ts';
import type { Cli } from './Cli.ts';
import { createOutput } from './Output.ts';
import { Stop } from './Stop.ts';

/** A terminal on which these keys are pressed, each as soon as somebody listens. */
const terminal = (keys: readonly string[], environment: Record<string, string> = {}) => {
  const rawModes: boolean[] = [];
  const interrupt = new AbortController();
  const waiting = [...keys];
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (raw: boolean): void => {
      rawModes.push(raw);
      const key = raw ? waiting.shift() : undefined;
      if (key !== undefined) setImmediate(() => input.write(key));
    },
  });
  const cli: Cli = {
    environment,
    input: input as unknown as NodeJS.ReadStream,
    output: createOutput(new PassThrough()),
    say: () => undefined,
    prompt: () => undefined,
    showProgress: () => undefined,
    interrupted: interrupt.signal,
  };
  return { cli, rawModes, interrupt };
};

const outcome = (cli: Cli, purpose: 'open' | 'create'): Promise<unknown> =>
  askPassphrase(cli, purpose).catch((thrown: unknown) =>
    thrown instanceof Stop ? { stopped: thrown.exitCode } : thrown,
  );

describe('the passphrase', () => {
  test('of the environment is taken without a question', async () => {
    const { cli, rawModes } = terminal([], { DAYBOOK_PASSPHRASE: ' given ' });
    expect(await outcome(cli, 'create')).toBe(' given ');
    expect(rawModes).toEqual([]);
  });

  test('is asked for once to open, without an echo, and the terminal is as before', async () => {
    const { cli, rawModes } = terminal(['비밀x\x7F\r']);
    expect(await outcome(cli, 'open')).toBe('비밀');
    expect(rawModes).toEqual([true, false]);
  });

  test('is asked for twice to create', async () => {
    expect(await outcome(terminal(['one\r', 'one\r']).cli, 'create')).toBe('one');
    expect(await outcome(terminal(['one\r', 'two\r']).cli, 'create')).toEqual({ stopped: 2 });
  });

  test('need not be given', async () => {
    const { cli, rawModes } = terminal(['abc\x03']);
    expect(await outcome(cli, 'open')).toEqual({ stopped: 2 });
    expect(rawModes).toEqual([true, false]);
  });

  test('is no longer waited for when the program is to end', async () => {
    const { cli, rawModes, interrupt } = terminal([]);
    const asked = outcome(cli, 'open');
    interrupt.abort();
    expect(await asked).toEqual({ stopped: 2 });
    expect(rawModes).toEqual([true, false]);
  });
});
