import { addAbortSignal } from 'node:stream';
import type { Cli } from './Cli.ts';
import { doCommands } from './doCommands.ts';
import type { ExitCode } from './Stop.ts';
import { withDaybook } from './withDaybook.ts';

/** Reads commands from standard input until it ends, and answers each on standard output. */
export const runCommands = (folder: string, cli: Cli): Promise<ExitCode> =>
  withDaybook(folder, cli, async (engine) => {
    const { input, output, interrupted } = cli;
    await doCommands(engine, (until) => addAbortSignal(until, input), output, interrupted);
    return 0;
  });
