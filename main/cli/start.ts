import { Command, CommanderError } from 'commander';
import { samplePassphrase } from '../sample/samplePassphrase.ts';
import { serveHome, type HomeToServe } from '../web/serveHome.ts';
import { defectSentence } from './defectSentence.ts';
import { hearSignals } from './hearSignals.ts';
import { noDesktopSentence } from './noDesktopSentence.ts';
import { portNumber } from './portNumber.ts';
import { runDesktop } from './runDesktop.ts';
import { stopForServing } from './stopForServing.ts';
import { Stop, type ExitCode } from './Stop.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Wishes extends HomeToServe {
  /** The browser host, even where there could be a desktop window. A port is of the browser host only. */
  readonly browser: boolean;
}

/** What was asked for, or the code to end with where it makes no sense or was only a question. */
const readWishes = (args: readonly string[]): Wishes | ExitCode => {
  const show = (text: string): void => say(text.trimEnd());
  const program = new Command('npm start --')
    .description('Daybook in a window of its own or, where there can be none, in the browser.')
    .option('--browser', 'in the browser of this machine', false)
    .option('--port <number>', 'in the browser, on this port of 127.0.0.1 only', portNumber)
    .option('--sample', 'open the sample daybook, which is made where there is none', false)
    .configureOutput({ writeOut: show, writeErr: show })
    .showHelpAfterError()
    .exitOverride();
  try {
    return program.parse(args, { from: 'user' }).opts<Wishes>();
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return thrown.exitCode === 0 ? 0 : 2;
  }
};

/** Opens the desktop window, and is done when it is closed. False where there can be none; says why. */
const openDesktop = async (wishes: Wishes, interrupted: AbortSignal): Promise<boolean> => {
  if (wishes.browser || wishes.port !== undefined) return false;
  const ran = await runDesktop({
    args: wishes.sample ? ['--sample'] : [],
    environment: process.env,
    platform: process.platform,
    interrupted,
    onFetching: () => say('Fetching Electron, which shows the window: some 110 MB, this once.'),
  });
  if (!ran.ok && !interrupted.aborted) say(noDesktopSentence(ran.error));
  return ran.ok || interrupted.aborted;
};

const open = async (wishes: Wishes): Promise<void> => {
  const { interrupted } = hearSignals();
  if (wishes.sample) say(`The passphrase of the sample daybook is "${samplePassphrase}".`);
  if (await openDesktop(wishes, interrupted)) return;
  const served = await serveHome(wishes, {
    environment: process.env,
    input: process.stdin,
    say,
    showLink: (link) => void process.stdout.write(`${link}\n`),
    interrupted,
  });
  if (!served.ok) throw stopForServing(served.error);
};

const run = async (): Promise<ExitCode> => {
  const wishes = readWishes(process.argv.slice(2));
  if (typeof wishes === 'number') return wishes;
  try {
    await open(wishes);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof Stop)) say(defectSentence(thrown));
    else say(thrown.message);
    return thrown instanceof Stop ? thrown.exitCode : 3;
  }
};

const main = async (): Promise<void> => {
  const code = await run();
  // Standard input may still be open, and nothing more is wanted of it.
  process.stdout.write('', () => process.exit(code));
};

void main();
