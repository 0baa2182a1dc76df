import type { Cli } from './Cli.ts';
import { runJob } from './runJob.ts';
import type { ExitCode } from './Stop.ts';
import { stopFor } from './stopFor.ts';
import { withDaybook } from './withDaybook.ts';

/** Makes all read models anew from the log, and says with one JSON document how much that was. */
export const rebuild = (folder: string, cli: Cli): Promise<ExitCode> =>
  withDaybook(folder, cli, async (engine) => {
    const outcome = await runJob(engine, { kind: 'rebuild' }, cli);
    if (!outcome.ok) throw stopFor(outcome.error);
    if (outcome.value.kind !== 'rebuild') throw new Error('another job was run');
    const { events, streams, milliseconds } = outcome.value;
    await cli.output.write(`${JSON.stringify({ events, streams, milliseconds })}\n`);
    return 0;
  });
