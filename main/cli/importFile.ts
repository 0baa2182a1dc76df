import { createReadStream } from 'node:fs';
import path from 'node:path';
import { defaultJsonLimits, parseUntrustedJson } from '../../shared/kernel/untrusted-json.ts';
import type { ImportReport } from '../../shared/protocol/importing.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Cli } from './Cli.ts';
import { runJob } from './runJob.ts';
import { Stop, type ExitCode } from './Stop.ts';
import { stopFor } from './stopFor.ts';
import { withDaybook } from './withDaybook.ts';

export interface ImportOptions {
  readonly map: string;
  readonly dryRun: boolean;
}

const readMap = async (file: string): Promise<Record<string, unknown>> => {
  const parts: Uint8Array[] = [];
  try {
    // One byte more than may be there, for the reader of JSON to say that it is too long.
    const stream = createReadStream(file, { end: defaultJsonLimits.maxLength });
    for await (const part of stream) parts.push(part as Uint8Array);
  } catch (thrown) {
    throw new Stop(2, `The map cannot be read: ${(thrown as Error).message}.`);
  }
  const map = parseUntrustedJson(Buffer.concat(parts));
  if (!map.ok) throw new Stop(2, `The map ${file} is no JSON that can be read: ${map.error.type}.`);
  const { value } = map;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Stop(2, `The map ${file} must be a JSON object.`);
  return value as Record<string, unknown>;
};

const separators: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

const sayResult = ({ readAs, ...report }: ImportReport, dryRun: boolean, { say }: Cli): void => {
  const encoding = readAs.encoding.replace('utf-', 'UTF-');
  const separator = separators[readAs.separator] ?? readAs.separator;
  say(`Read as ${encoding} with ${separator} between the cells.`);
  const would = dryRun ? 'would be ' : '';
  say(
    `${report.read} rows: ${report.added} ${would}added, ${report.unchanged} unchanged, ` +
      `${report.refused.length} ${would}refused.`,
  );
  const reasons = Map.groupBy(report.refused, ({ error }) => error.type);
  for (const [type, rows] of reasons)
    say(`  ${type}: ${rows.length}, the first in line ${rows[0]?.line}`);
};

/** Says besides why it ends what has become of the rows before. */
const stopOf = (refusal: Refusal, kind: string, dryRun: boolean): Stop => {
  const stop = stopFor(refusal);
  if (stop.exitCode !== 3 || dryRun || ['Cancelled', 'JobRunning'].includes(refusal.type))
    return stop;
  const twice = kind === 'entries' ? '; only rows without a reference would come in again' : '';
  return new Stop(
    3,
    `${stop.message} What was added before stays, and a second run goes on from there${twice}.`,
  );
};

/** Brings in a file row by row, or says what would come of it. */
export const importFile = async (
  folder: string,
  kind: string,
  file: string,
  options: ImportOptions,
  cli: Cli,
): Promise<ExitCode> => {
  const map = await readMap(options.map);
  const { dryRun } = options;
  return withDaybook(folder, cli, async (engine) => {
    const job = { kind: 'import', import: kind, file: path.resolve(file), map, dryRun } as const;
    const outcome = await runJob(engine, job, cli);
    const report = outcome.ok ? outcome.value : outcome.error.report;
    if (report?.kind === 'import') sayResult(report, dryRun, cli);
    if (!outcome.ok) throw stopOf(outcome.error, kind, dryRun);
    if (outcome.value.kind !== 'import') throw new Error('another job was run');
    const { read, added, unchanged, differing, repeated, overLimit, unnumbered } = outcome.value;
    // What a program prints ends up in files: no more of the rows than is needed to mend them.
    const refused = outcome.value.refused.map(({ line, error, more }) => ({
      line,
      error,
      ...(more === undefined ? {} : { more }),
    }));
    const answer = {
      read,
      added,
      unchanged,
      refused,
      ...(differing.length > 0 ? { differing } : {}),
      ...(repeated.length > 0 ? { repeated } : {}),
      ...(overLimit === undefined ? {} : { overLimit }),
      ...(unnumbered === undefined ? {} : { unnumbered }),
    };
    await cli.output.write(`${JSON.stringify(answer)}\n`);
    return refused.length > 0 ? 1 : 0;
  });
};
