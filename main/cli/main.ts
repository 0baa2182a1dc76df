import { EngineEnded } from '../engine/startEngine.ts';
import type { Cli } from './Cli.ts';
import { createOutput, ReaderGone } from './Output.ts';
import { runProgram } from './program.ts';
import type { ExitCode } from './Stop.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Writes over the line before, so that long work takes one line of the terminal. */
const showProgress = (line: string | null): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line ?? ''}`);
};

/** Aborted by the first signal that asks the program to end; a second one ends it at once. */
const listenForSignals = (): { interrupted: AbortSignal; by: () => NodeJS.Signals | null } => {
  const controller = new AbortController();
  let by: NodeJS.Signals | null = null;
  const names: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const hear = (name: NodeJS.Signals): void => {
    by = name;
    for (const other of names) process.off(other, hear);
    controller.abort();
  };
  for (const name of names) process.on(name, hear);
  return { interrupted: controller.signal, by: () => by };
};

const run = async (cli: Cli): Promise<ExitCode> => {
  try {
    return await runProgram(process.argv.slice(2), cli);
  } catch (thrown) {
    if (cli.interrupted.aborted) return 3;
    if (thrown instanceof ReaderGone) {
      say('Nobody reads the output any more, so it ends here. What was done stays done.');
      return 1;
    }
    if (thrown instanceof EngineEnded) {
      say('The engine of Daybook has ended. What was answered is on the disk; open it again.');
      return 3;
    }
    say(`Daybook has failed, which it should not: ${(thrown as Error).stack ?? String(thrown)}`);
    return 3;
  }
};

const main = async (): Promise<void> => {
  // Nobody to hear a message is no reason to fail.
  process.stderr.on('error', () => undefined);
  const { interrupted, by } = listenForSignals();
  const { stdin: input, env: environment } = process;
  const output = createOutput(process.stdout);
  const prompt = (question: string): void => void process.stderr.write(question);
  const code = await run({ environment, input, output, say, prompt, showProgress, interrupted });
  // Who waits for us learns of the signal that cut the work short, as from any other program.
  const signal = by();
  if (signal && code !== 0) process.kill(process.pid, signal);
  // Standard input may still be open, and nothing more is wanted of it.
  else process.stdout.write('', () => process.exit(code));
};

void main();
