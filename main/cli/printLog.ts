import type { Cli } from './Cli.ts';
import { ReaderGone } from './Output.ts';
import type { ExitCode } from './Stop.ts';
import { withDaybook } from './withDaybook.ts';

const EVENTS_A_PAGE = 1000;

/** Writes events as CloudEvents, a line each, from a position on. Who reads may leave at any time. */
export const printLog = (folder: string, from: number, cli: Cli): Promise<ExitCode> =>
  withDaybook(folder, cli, async (engine) => {
    try {
      for (let after = from - 1; ; after += EVENTS_A_PAGE) {
        cli.interrupted.throwIfAborted();
        const events = await engine.readLog(after, EVENTS_A_PAGE);
        if (events.length === 0) break;
        await cli.output.write(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
      }
    } catch (thrown) {
      if (!(thrown instanceof ReaderGone)) throw thrown;
    }
    return 0;
  });
