import type { Finding } from '../../shared/protocol/finding.ts';
import type { VerifyReport } from '../../shared/protocol/jobs.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Cli } from './Cli.ts';
import { runJob } from './runJob.ts';
import type { ExitCode } from './Stop.ts';
import { stopFor } from './stopFor.ts';
import { DaybookNotOpened, withDaybook } from './withDaybook.ts';

/** Refusals to open, or to read to the end, that are an answer to the question whether the daybook is sound. */
const damage: readonly string[] = [
  'LogMissing',
  'LogUnreadable',
  'KeysDamaged',
  'KeysOfAnotherDaybook',
  'KdfOutOfBounds',
  'DatabaseMissing',
  'NotADatabase',
  'ForeignDatabase',
  'StateUnusable',
  'StorageDamaged',
];

const isDamage = ({ type }: Refusal): boolean => damage.includes(type);

/** What can be said of a daybook that is too damaged to be opened, or to be read to its end. */
const findingsOf = (refusal: Refusal): readonly Finding[] => {
  const { type, findings, ...rest } = refusal as Refusal & {
    readonly findings?: readonly Finding[];
  };
  return findings && findings.length > 0 ? findings : [{ type, detail: JSON.stringify(rest) }];
};

const print = async (report: VerifyReport, { output, say }: Cli): Promise<ExitCode> => {
  const { sound, events, findings } = report;
  await output.write(`${JSON.stringify({ sound, events, findings })}\n`);
  say(sound ? `Sound: ${events} events.` : `Not sound: ${findings.length} findings.`);
  return sound ? 0 : 1;
};

/** Reads the whole daybook and says with one JSON document whether it is sound. */
export const verify = async (folder: string, cli: Cli): Promise<ExitCode> => {
  try {
    return await withDaybook(folder, cli, async (engine) => {
      const atOpening = (await engine.status()).findings;
      const outcome = await runJob(engine, { kind: 'verify' }, cli);
      if (!outcome.ok) {
        if (!isDamage(outcome.error)) throw stopFor(outcome.error);
        const findings = [...findingsOf(outcome.error), ...atOpening];
        return print({ sound: false, events: 0, findings }, cli);
      }
      if (outcome.value.kind !== 'verify') throw new Error('another job was run');
      const { events, findings } = outcome.value;
      // What the quick look at opening found, the full one may see differently; neither is dropped.
      const found = new Map([...findings, ...atOpening].map((one) => [JSON.stringify(one), one]));
      const all = [...found.values()];
      return print({ sound: all.length === 0, events, findings: all }, cli);
    });
  } catch (thrown) {
    if (!(thrown instanceof DaybookNotOpened) || !isDamage(thrown.refusal)) throw thrown;
    cli.say(thrown.message);
    return print({ sound: false, events: 0, findings: findingsOf(thrown.refusal) }, cli);
  }
};
