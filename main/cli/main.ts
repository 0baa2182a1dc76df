import { EngineEnded } from '../engine/startEngine.ts';
import type { Cli } from './Cli.ts';
import { defectSentence } from './defectSentence.ts';
import { hearSignals } from './hearSignals.ts';
import { createOutput, OutputFailed, ReaderGone } from './Output.ts';
import { runProgram } from './program.ts';
import type { ExitCode } from './Stop.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Writes over the line before, so that long work takes one line of the terminal. */
const showProgress = (line: string | null): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line ?? ''}`);
};

const run = async (cli: Cli): Promise<ExitCode> => {
  try {
    const code = await runProgram(process.argv.slice(2), cli);
    await cli.output.flushed();
    return code;
  } catch (thrown) {
    if (thrown instanceof OutputFailed) {
      const { code } = thrown;
      const why = code === 'ENOSPC' ? 'the disk it goes to is full' : code;
      say(`The output cannot be written: ${why}. It is not whole. What was done stays done.`);
      return 3;
    }
    if (cli.interrupted.aborted) return 3;
    if (thrown instanceof ReaderGone) {
      say('Nobody reads the output any more, so it ends here. What was done stays done.');
      return 1;
    }
    if (thrown instanceof EngineEnded) {
      say('The engine of Daybook has ended. What was answered is on the disk; open it again.');
      return 3;
    }
    say(defectSentence(thrown));
    return 3;
  }
};

const main = async (): Promise<void> => {
  // Nobody to hear a message is no reason to fail.
  process.stderr.on('error', () => undefined);
  process.on('uncaughtException', (thrown) => {
    say(defectSentence(thrown));
    process.exit(3);
  });
  const { interrupted, by, endBy } = hearSignals();
  const { stdin: input, env: environment } = process;
  const output = createOutput(process.stdout);
  const prompt = (question: string): void => void process.stderr.write(question);
  const code = await run({ environment, input, output, say, prompt, showProgress, interrupted });
  // Who waits for us learns of the signal that cut the work short, as from any other program.
  const signal = by();
  if (signal && code !== 0) endBy(signal);
  // Standard input may still be open, and nothing more is wanted of it.
  else process.stdout.write('', () => process.exit(code));
};

void main();
