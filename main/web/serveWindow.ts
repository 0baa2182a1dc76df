import { randomBytes, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { DaybookService } from '../ipc/createDaybookService.ts';
import { createHost } from '../ipc/createHost.ts';
import type { DaybookPlace } from '../ipc/DaybookPlace.ts';
import { createWebHost, type WebHost } from './createWebHost.ts';
import { openInBrowser, whyNotOpened } from './openInBrowser.ts';
import { readRendererFiles, rendererFolder } from '../ipc/RendererFiles.ts';

/** What the browser host has of the world. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Each line of it asks for a new link. */
  readonly input: NodeJS.ReadStream;
  /** Shows a line to the person. */
  readonly say: (line: string) => void;
  /** Shows the link, which is all that a program that started us needs to read. */
  readonly showLink: (link: string) => void;
  /** Aborted when the person or the system asks the program to end. */
  readonly interrupted: AbortSignal;
}

export interface WindowToServe {
  readonly place: DaybookPlace;
  /** Where the program keeps what is its own and no daybook's: its log, the page that opens the browser, and files in passing. */
  readonly home: string;
  /** Without one, the usual one or, where that is taken, any other. */
  readonly port?: number;
  /** What is done before anybody is let in, such as opening a daybook. A refusal ends it all. */
  readonly begin?: (service: DaybookService) => Promise<Result<unknown, Refusal>>;
}

/** The same at every start, so that a browser remembers what was set in the window. */
const usualPort = 42_170;

/** Shows links, the first one in the browser too where that can be, until it is told to stop. */
const invite = (host: WebHost, home: string, terminal: Terminal): (() => void) => {
  const { environment, input, say, showLink } = terminal;
  const first = host.newLink();
  const why = whyNotOpened(environment, process.platform);
  say(
    why === null
      ? 'If no browser opens, open this link in one on this machine. It works once.'
      : 'Open this link in a browser on this machine. It works once.',
  );
  showLink(first);
  if (input.isTTY) say('Enter shows a new link, Ctrl C ends Daybook.');
  const removePage = why === null ? openInBrowser(first, home, process.platform) : () => {};
  const lines = createInterface({ input });
  lines.on('line', () => showLink(host.newLink()));
  return () => {
    lines.close();
    removePage();
  };
};

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/**
 * Serves Daybook to browsers of this machine until it is interrupted, and then closes the daybook.
 *
 * **Errors:** `PortTaken`, `PortForbidden`, and what `begin` refuses.
 */
export const serveWindow = async (
  { place, home, port, begin }: WindowToServe,
  terminal: Terminal,
): Promise<Result<null, Refusal>> => {
  const files = readRendererFiles(rendererFolder());
  const { service, files: handedFiles, log } = createHost(place, home);
  const begun = begin === undefined ? ok(null) : await begin(service);
  if (!begun.ok) {
    await service.close();
    return begun;
  }
  const started = await createWebHost({
    service,
    files,
    handedFiles,
    log,
    newId: randomUUID,
    randomBytes,
    ports: port === undefined ? [usualPort, 0] : [port],
  });
  if (!started.ok) {
    await service.close();
    return started;
  }
  const stopInviting = invite(started.value, home, terminal);
  await untilAborted(terminal.interrupted);
  stopInviting();
  await started.value.close();
  return ok(null);
};
