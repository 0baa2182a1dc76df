import type { Cli } from './Cli.ts';
import { ReaderGone } from './Output.ts';
import type { ExitCode } from './Stop.ts';
import { withDaybook } from './withDaybook.ts';

const EVENTS_A_PAGE = 1000;

/** Writes events as CloudEvents, a line each, from a position on. Who reads may leave at any time. */
export const printLog = (folder: string, from: number, cli: Cli): Promise<ExitCode> =>
  withDaybook(folder, cli, async (engine) => {
    try {
      let after = from - 1;
      for (;;) {
        cli.interrupted.throwIfAborted();
        const events = await engine.readLog(after, EVENTS_A_PAGE);
        const last = events.at(-1);
        if (last === undefined) break;
        await cli.output.write(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
        after = last.position;
      }
    } catch (thrown) {
      if (!(thrown instanceof ReaderGone)) throw thrown;
    }
    return 0;
  });
