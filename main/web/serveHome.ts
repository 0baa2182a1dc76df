import type { Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { createHomePlace } from '../ipc/DaybookPlace.ts';
import { homeFolder } from '../ipc/homeFolder.ts';
import { serveWindow, type Terminal } from './serveWindow.ts';

export interface HomeToServe {
  /** 0 is any free one; without one, the usual one or, where that cannot be had, any other. */
  readonly port?: number;
  /** Opens the sample daybook at once. */
  readonly sample: boolean;
}

/**
 * Serves all daybooks of the user to browsers of this machine until it is interrupted.
 *
 * **Errors:** `PortTaken`, `PortForbidden`, `SampleNotOpened`, and the refusals of making the sample.
 */
export const serveHome = (
  { port, sample }: HomeToServe,
  terminal: Terminal,
): Promise<Result<null, Refusal>> => {
  const home = homeFolder(terminal.environment);
  return serveWindow(
    {
      place: createHomePlace(home),
      home,
      ...(port === undefined ? {} : { port }),
      ...(sample ? { begin: ({ contract }) => contract['sample/open']({ id: 'at-start' }) } : {}),
    },
    terminal,
  );
};
