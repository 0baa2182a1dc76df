import { parseArgs } from 'node:util';
import type { Refusal } from '../../shared/protocol.ts';
import { createHomePlace } from '../ipc/DaybookPlace.ts';
import { homeFolder } from '../ipc/homeFolder.ts';
import { openSample, samplePassphrase } from './openSample.ts';
import { serveWindow } from './serveWindow.ts';

const usage = `usage: npm start -- [--port <number>] [--sample]
  --port <number>  listen on this port of 127.0.0.1 only
  --sample         open the sample daybook, which is made where there is none`;

const say = (line: string): void => console.error(line);

interface Wishes {
  readonly port: number | undefined;
  readonly sample: boolean;
}

/** What was asked for on the command line, or null when it makes no sense. */
const readWishes = (args: readonly string[]): Wishes | null => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, sample: { type: 'boolean', default: false } },
    });
    const { port, sample } = values;
    if (port === undefined) return { port, sample };
    const isPort = /^\d{1,5}$/.test(port) && Number(port) <= 65_535;
    return isPort ? { port: Number(port), sample } : null;
  } catch {
    return null;
  }
};

/**
 * Aborted by the first signal that asks the program to end. A later one ends it at once, but not one that
 * comes right behind the first: Ctrl C under npm arrives twice, from the terminal and from npm.
 */
const listenForSignals = (): AbortSignal => {
  const controller = new AbortController();
  let firstAtMs: number | null = null;
  const hear = (): void => {
    const nowMs = performance.now();
    if (firstAtMs !== null && nowMs - firstAtMs > 1000) process.exit(130);
    firstAtMs ??= nowMs;
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, hear);
  return controller.signal;
};

const sentence = (refusal: Refusal): string => {
  const port = 'port' in refusal ? ` ${String(refusal.port)}` : '';
  switch (refusal.type) {
    case 'PortTaken':
      return `Port${port} is taken by another program. Give another one with --port, or none.`;
    case 'PortForbidden':
      return `You may not use port${port}. Give one above 1023 with --port, or none.`;
    case 'InUse':
      return 'The sample daybook is open in another program. Close it there first.';
    default:
      return `The sample daybook cannot be opened (${refusal.type}).`;
  }
};

const main = async (): Promise<number> => {
  const wishes = readWishes(process.argv.slice(2));
  if (wishes === null) {
    say(usage);
    return 2;
  }
  const interrupted = listenForSignals();
  const home = homeFolder(process.env);
  const { port, sample } = wishes;
  say('The desktop window is not part of this version yet, so Daybook runs in your browser.');
  if (sample) say(`The passphrase of the sample daybook is "${samplePassphrase}".`);
  const served = await serveWindow(
    {
      place: createHomePlace(home),
      home,
      ...(port === undefined ? {} : { port }),
      ...(sample ? { begin: (service) => openSample(home, service) } : {}),
    },
    {
      environment: process.env,
      input: process.stdin,
      say,
      showLink: (link) => console.log(link),
      interrupted,
    },
  );
  if (served.ok) return 0;
  say(sentence(served.error));
  return 3;
};

const run = async (): Promise<never> => {
  try {
    process.exit(await main());
  } catch (thrown) {
    say(`Daybook has failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    process.exit(3);
  }
};

void run();
