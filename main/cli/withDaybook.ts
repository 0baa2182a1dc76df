import path from 'node:path';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Engine } from '../engine/Engine.ts';
import { openDaybook } from '../engine/startEngine.ts';
import { askPassphrase } from './askPassphrase.ts';
import type { Cli } from './Cli.ts';
import { sentenceFor } from './sentences.ts';
import { Stop, type ExitCode } from './Stop.ts';

/** The daybook cannot be opened, for the reason in `refusal`. */
export class DaybookNotOpened extends Stop {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(3, sentenceFor(refusal));
    this.refusal = refusal;
  }
}

/** Tells the person what a damaged daybook, or one that has just been mended, has to say. */
const sayHowItIs = async (engine: Engine, { say }: Cli): Promise<void> => {
  const { findings, notes, needsNewer } = await engine.status();
  for (const { type, detail } of notes) say(`Note: ${type}: ${detail}`);
  if (needsNewer > 0) say(`${needsNewer} events need a newer Daybook and are not shown.`);
  if (findings.length === 0) return;
  say('This daybook is damaged and can only be read. Nothing is written until it is mended.');
  for (const { type, detail } of findings) say(`  ${type}: ${detail}`);
};

/** Opens the daybook in a folder for as long as `work` takes. Throws `DaybookNotOpened`. */
export const withDaybook = async (
  folder: string,
  cli: Cli,
  work: (engine: Engine) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const passphrase = await askPassphrase(cli, 'open');
  const opened = await openDaybook(
    { folder: path.resolve(folder), passphrase },
    // What comes after the name says where in the program it was, which helps nobody at a terminal.
    { onDefect: (defect, id) => cli.say(`Incident ${id}: ${defect.split('\n', 1).join('')}`) },
  );
  if (!opened.ok) throw new DaybookNotOpened(opened.error);
  const engine = opened.value;
  try {
    await sayHowItIs(engine, cli);
    return await work(engine);
  } finally {
    await engine.close();
  }
};
