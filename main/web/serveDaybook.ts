import path from 'node:path';
import type { Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { findDaybook } from '../engine/startEngine.ts';
import { createSinglePlace } from '../ipc/DaybookPlace.ts';
import { homeFolder } from '../ipc/homeFolder.ts';
import { serveWindow, type Terminal } from './serveWindow.ts';

export interface DaybookToServe {
  readonly folder: string;
  /** 0 is any free one; without one, the usual one or, where that is taken, any other. */
  readonly port?: number;
}

/**
 * Serves one daybook to browsers of this machine until it is interrupted. It is open at once when the
 * environment has `DAYBOOK_PASSPHRASE`; else the window asks for the passphrase.
 *
 * **Errors:** `NotADaybook`, `LogMissing`, `PortTaken`, `PortForbidden`, and the refusals of opening.
 */
export const serveDaybook = (
  { folder: given, port }: DaybookToServe,
  terminal: Terminal,
): Promise<Result<null, Refusal>> => {
  const folder = path.resolve(given);
  const found = findDaybook(folder);
  if (!found.ok) return Promise.resolve(found);
  const passphrase = terminal.environment['DAYBOOK_PASSPHRASE'] ?? '';
  return serveWindow(
    {
      place: createSinglePlace(folder),
      home: homeFolder(terminal.environment),
      ...(port === undefined ? {} : { port }),
      ...(passphrase === ''
        ? {}
        : { begin: ({ contract }) => contract['daybook/open']({ folder, passphrase }) }),
    },
    terminal,
  );
};
