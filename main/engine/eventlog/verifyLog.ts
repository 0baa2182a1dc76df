import { performance } from 'node:perf_hooks';
import type { ReadHandle } from '../sqlite/handle.ts';
import { StorageDamaged } from '../sqlite/storage-errors.ts';
import { createChainCheck, placeOf, type ChainCheck } from './chain.ts';
import { lastPosition } from './createEventReader.ts';
import { readDaybook } from './daybook-row.ts';
import { malformedColumn } from './event-form.ts';
import { eventColumns, eventOfRow, type EventRow } from './event-row.ts';
import type { LogFinding, StoredEvent, VerifyRun } from './EventLog.ts';
import type { HeadsRead } from './heads-file.ts';
import { createIndexCheck, type IndexCheck } from './index-check.ts';
import { quickCheck } from './quick-check.ts';

/** Events that are read at once: a few milliseconds' work. */
const sliceLength = 200;

/** Three ids and a hash alone are more. */
const leastEventBytes = 128;

/** No position of a sound log is beyond this, whatever a damaged one says: so many would not fit into the file. */
const mostEvents = (handle: ReadHandle): number => {
  const { bytes = 0 } =
    handle
      .read<{
        bytes: number;
      }>('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
      .get() ?? {};
  return Math.floor(bytes / leastEventBytes);
};

/** A log that is damaged everywhere is told as well by its first findings as by a million. */
const mostFindings = 1000;

/**
 * The events in their order, each beside what a search for its position finds: the inner pages of the
 * table serve searches only, and are not looked at when everything is read.
 */
const sliceSql = `
  SELECT ${eventColumns},
         (SELECT position FROM event NOT INDEXED WHERE position = e.position) AS searched
  FROM event AS e NOT INDEXED
  WHERE position > +? AND position <= +? ORDER BY position LIMIT +?`;

interface VerifiedRow extends EventRow {
  readonly searched: number | null;
}

interface Progress {
  /** The last position that was looked at. */
  done: number;
  total: number;
  readonly findings: LogFinding[];
}

const checkRow = (row: VerifiedRow, chain: ChainCheck, progress: Progress): StoredEvent => {
  const event = eventOfRow(row);
  const place = placeOf(event);
  const { findings, done } = progress;
  if (event.position !== done + 1) {
    findings.push({ type: 'PositionsNotDense', ...place, detail: `follows ${done}` });
  }
  if (row.searched !== event.position) {
    findings.push({ type: 'IndexDisagrees', ...place, detail: 'table: not in its place' });
  }
  const column = malformedColumn(event);
  if (column !== null) findings.push({ type: 'EventMalformed', ...place, detail: column });
  findings.push(...chain.check(event));
  progress.done = event.position;
  return event;
};

/** Reads every event once. Where the file cannot be read it goes on one event further. */
function* checkEvents(
  handle: ReadHandle,
  chain: ChainCheck,
  indexCheck: IndexCheck,
  progress: Progress,
): Generator<void, void> {
  const { findings } = progress;
  const read = handle.read<VerifiedRow>(sliceSql);
  let limit = sliceLength;
  let unplaced: string | null = null;
  while (progress.done < progress.total && findings.length < mostFindings) {
    try {
      const rows = read.all(progress.done, progress.total, limit);
      for (const row of rows) indexCheck.note(checkRow(row, chain, progress));
      if (rows.length === 0) {
        // There is a last event, but no way to it: going on would never end.
        const position = progress.done + 1;
        const detail = `nothing is left of what goes to ${progress.total}`;
        findings.push({ type: 'PositionsNotDense', position, detail });
        progress.done = progress.total;
      }
      limit = Math.min(sliceLength, limit * 2);
    } catch (error) {
      if (!(error instanceof StorageDamaged)) throw error;
      unplaced = error.code;
      if (limit === 1) {
        const position = progress.done + 1;
        findings.push({ type: 'DatabaseDamaged', position, detail: error.code });
        progress.done = position;
        unplaced = null;
      }
      limit = Math.ceil(limit / 2);
    }
    yield;
  }
  // SQLite may complain of a page once and then read it: what it complained of must not be lost.
  if (unplaced !== null) findings.push({ type: 'DatabaseDamaged', detail: unplaced });
}

/** The whole check. What was appended after it began is left to the next one. */
function* checkLog(
  handle: ReadHandle,
  knownSchema: string,
  heads: HeadsRead,
  progress: Progress,
): Generator<void, void> {
  const { findings } = progress;
  findings.push(...quickCheck(handle, knownSchema, heads));
  yield;
  const daybook = readDaybook(handle);
  if (daybook === null) return;
  progress.total = lastPosition(handle);
  const chain = createChainCheck(daybook, () => null);
  const indexCheck = createIndexCheck(Math.min(progress.total, mostEvents(handle)));
  yield* checkEvents(handle, chain, indexCheck, progress);
  // With another schema the indexes may not be there to be asked.
  if (findings.some(({ type }) => type === 'SchemaChanged')) return;
  yield* indexCheck.compare(handle, (finding) => {
    if (findings.length < mostFindings) findings.push(finding);
  });
}

/** Findings that a quick check and the reading of the events both come to are told once. */
const withoutRepeats = (findings: readonly LogFinding[]): LogFinding[] => {
  const byText = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...byText.values()];
};

/**
 * Checks everything about a log that can be checked without keys: see the rules in schema.ts. A file that
 * cannot be read further ends the run with a finding that says so.
 */
export const startVerifyLog = (
  handle: ReadHandle,
  knownSchema: string,
  heads: HeadsRead,
): VerifyRun => {
  const progress: Progress = { done: 0, total: 0, findings: [] };
  const slices = checkLog(handle, knownSchema, heads, progress);
  let finished = false;

  const isLastSlice = (): boolean => {
    try {
      return slices.next().done === true;
    } catch (error) {
      if (!(error instanceof StorageDamaged)) throw error;
      progress.findings.push({ type: 'DatabaseDamaged', detail: error.code });
      return true;
    }
  };

  return {
    step: (milliseconds) => {
      const end = performance.now() + milliseconds;
      while (!finished) {
        finished = isLastSlice();
        if (performance.now() >= end) break;
      }
      return finished ? 'done' : 'more';
    },
    progress: () => ({ done: progress.done, total: progress.total }),
    findings: () => withoutRepeats(progress.findings),
  };
};
