import { Argument, Command, CommanderError, InvalidArgumentError } from 'commander';
import { ask } from './ask.ts';
import type { Cli } from './Cli.ts';
import { createNew } from './createNew.ts';
import { importFile, type ImportOptions } from './importFile.ts';
import { portNumber } from './portNumber.ts';
import { printLog } from './printLog.ts';
import { rebuild } from './rebuild.ts';
import { runCommands } from './runCommands.ts';
import { serve } from './serve.ts';
import { Stop, type ExitCode } from './Stop.ts';
import { verify } from './verify.ts';

type End = (code: ExitCode) => void;

/** Reads a whole number from 1 on. */
const position = (given: string): number => {
  if (!/^[1-9]\d{0,14}$/u.test(given))
    throw new InvalidArgumentError('A position is a whole number from 1 on.');
  return Number(given);
};

const addRecordVerbs = (program: Command, cli: Cli, end: End): void => {
  program
    .command('new')
    .description('create a daybook in an empty folder')
    .argument('<folder>')
    .requiredOption('--name <text>', 'what the daybook is called')
    .requiredOption('--currency <code>', 'ISO 4217, such as USD')
    .action(async (folder: string, options: { name: string; currency: string }) =>
      end(await createNew(folder, options, cli)),
    );
  program
    .command('do')
    .description('read commands as JSON lines and write a reply line to each')
    .argument('<folder>')
    .action(async (folder: string) => end(await runCommands(folder, cli)));
  program
    .command('ask')
    .description('answer one question with one JSON document')
    .argument('<folder>')
    .argument('<view>')
    .argument('[json]', 'the input of the view', '{}')
    .action(async (folder: string, view: string, json: string) =>
      end(await ask(folder, view, json, cli)),
    );
  program
    .command('import')
    .description('bring in a CSV file row by row')
    .argument('<folder>')
    .addArgument(new Argument('<kind>', 'what a row is').choices(['people', 'entries']))
    .argument('<file>')
    .requiredOption('--map <file>', 'JSON that says which column is what')
    .option('--dry-run', 'say what would come of it, and change nothing', false)
    .action(async (folder: string, kind: string, file: string, options: ImportOptions) =>
      end(await importFile(folder, kind, file, options, cli)),
    );
};

const addLogVerbs = (program: Command, cli: Cli, end: End): void => {
  program
    .command('log')
    .description('write events as CloudEvents, a line each')
    .argument('<folder>')
    .option('--from <position>', 'begin with this event', position, 1)
    .action(async (folder: string, { from }: { from: number }) =>
      end(await printLog(folder, from, cli)),
    );
  program
    .command('verify')
    .description('read everything and say whether it is sound')
    .argument('<folder>')
    .action(async (folder: string) => end(await verify(folder, cli)));
  program
    .command('rebuild')
    .description('make all read models anew from the log')
    .argument('<folder>')
    .action(async (folder: string) => end(await rebuild(folder, cli)));
};

const addServe = (program: Command, cli: Cli, end: End): void => {
  program
    .command('serve')
    .description('open the window in the browser of this machine')
    .argument('<folder>')
    .option('--port <number>', 'listen on this port, 0 for any', portNumber)
    .action(async (folder: string, { port }: { port?: number }) =>
      end(await serve(folder, port, cli)),
    );
};

/** Verbs that the contract names and that are not there yet. */
const addLaterVerbs = (program: Command): void => {
  for (const verb of ['export', 'merge'])
    program
      .command(verb)
      .description('comes with a later version')
      .argument('[anything...]')
      .allowUnknownOption()
      .action(() => {
        throw new Stop(2, `"${verb}" comes with a later version of Daybook.`);
      });
};

/** Runs one call of the command line. Everything it has to say to the person, it says before it returns. */
export const runProgram = async (args: readonly string[], cli: Cli): Promise<ExitCode> => {
  let code: ExitCode = 0;
  const end: End = (given) => {
    code = given;
  };
  const show = (text: string): void => cli.say(text.trimEnd());
  const program = new Command('daybook')
    .description('Keeps records about people. Described in docs/command-line.md.')
    .exitOverride()
    .configureOutput({ writeOut: show, writeErr: show });
  addRecordVerbs(program, cli, end);
  addLogVerbs(program, cli, end);
  addServe(program, cli, end);
  addLaterVerbs(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (thrown) {
    // The parser has shown what was wrong with the call, or the help that was asked for.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
    if (!(thrown instanceof Stop)) throw thrown;
    cli.say(thrown.message);
    return thrown.exitCode;
  }
};
