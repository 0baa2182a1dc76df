import { Command, CommanderError } from 'commander';
import { samplePassphrase } from '../sample/samplePassphrase.ts';
import { serveHome, type HomeToServe } from '../web/serveHome.ts';
import { defectSentence } from './defectSentence.ts';
import { hearSignals } from './hearSignals.ts';
import { portNumber } from './portNumber.ts';
import { stopForServing } from './stopForServing.ts';
import { Stop, type ExitCode } from './Stop.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** What was asked for, or the code to end with where it makes no sense or was only a question. */
const readWishes = (args: readonly string[]): HomeToServe | ExitCode => {
  const show = (text: string): void => say(text.trimEnd());
  const program = new Command('npm start --')
    .description('Daybook in the browser of this machine.')
    .option('--port <number>', 'listen on this port of 127.0.0.1 only', portNumber)
    .option('--sample', 'open the sample daybook, which is made where there is none', false)
    .configureOutput({ writeOut: show, writeErr: show })
    .showHelpAfterError()
    .exitOverride();
  try {
    return program.parse(args, { from: 'user' }).opts<HomeToServe>();
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return thrown.exitCode === 0 ? 0 : 2;
  }
};

const serve = async (wishes: HomeToServe): Promise<void> => {
  const { interrupted } = hearSignals();
  say('The desktop window is not part of this version yet, so Daybook runs in your browser.');
  if (wishes.sample) say(`The passphrase of the sample daybook is "${samplePassphrase}".`);
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
    await serve(wishes);
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
