import { serveDaybook } from '../web/serveDaybook.ts';
import type { Cli } from './Cli.ts';
import type { ExitCode } from './Stop.ts';
import { stopForServing } from './stopForServing.ts';

/** Serves the daybook to browsers of this machine until the person ends it, which is its good end. */
export const serve = async (
  folder: string,
  port: number | undefined,
  cli: Cli,
): Promise<ExitCode> => {
  const { environment, input, say, interrupted } = cli;
  const served = await serveDaybook(
    { folder, ...(port === undefined ? {} : { port }) },
    {
      environment,
      input,
      say,
      showLink: (link) => {
        cli.output.write(`${link}\n`).catch(() => say(link));
      },
      interrupted,
    },
  );
  if (!served.ok) throw stopForServing(served.error);
  return 0;
};
