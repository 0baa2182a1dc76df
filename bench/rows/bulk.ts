import type { CommandId, EventId, MemberId, PersonId } from '../../shared/kernel/ids.ts';
import { anyVersion } from '../../shared/kernel/precondition.ts';
import { createUuidSource } from '../../shared/kernel/uuid.ts';
import type { EngineOptions } from '../../main/engine/EngineOptions.ts';
import type { EventToAppend, StreamAppend } from '../../main/engine/eventlog/EventLog.ts';
import { createDaybookFolder } from '../../main/engine/folder/createDaybookFolder.ts';
import { openParts, type OpenedParts } from '../../main/engine/folder/openParts.ts';
import { cheapKdf } from '../../main/engine/keys/cheapKdf.ts';
import { worldOfThisMachine } from '../../main/engine/worldOfThisMachine.ts';
import type { BenchOptions } from '../BenchOptions.ts';
import { emptyPlace, must } from '../daybooks.ts';
import { openRawEngine } from '../rawEngine.ts';
import type { Row } from '../Row.ts';

/** As many as the engine itself writes in one commit. */
const GROUP = 1000;
const STREAMS = 2000;

const options: EngineOptions = {
  world: worldOfThisMachine,
  records: [],
  views: [],
  imports: [],
  kdf: cheapKdf,
  reportDefect: () => 'bench',
};

const openLog = async (): Promise<OpenedParts> => {
  const location = { folder: emptyPlace('bulk'), passphrase: 'bench' };
  must(await createDaybookFolder({ ...location, name: 'Bench', currency: 'USD' }, options));
  return must(await openParts(location, options));
};

const data = JSON.stringify({
  amount: { currency: 'USD', minor: 3762 },
  occurredOn: '2026-11-23',
  approved: false,
});
const personal = JSON.stringify({ memo: 'Two sacks of flour and a cake of yeast' });

/** Seals events, as a command does it, for many people in turn. */
const createSealer = ({ keys, reader }: OpenedParts): (() => StreamAppend) => {
  const newId = createUuidSource(worldOfThisMachine);
  const people = Array.from({ length: STREAMS }, newId) as PersonId[];
  const streams = people.map(() => `credit-account-${newId()}`);
  const actor = newId() as MemberId;
  let count = 0;

  const sealed = (
    id: EventId,
    stream: string,
    subject: PersonId,
  ): Pick<EventToAppend, 'key' | 'sealed'> => {
    const key = must(keys.sealingKey(subject, 'statutory'));
    const type = 'credit-account.charged';
    const header = {
      daybook: reader.daybook.id,
      event: id,
      stream,
      type,
      schema: 1,
      person: subject,
      key,
    };
    return { key, sealed: keys.seal(header, Buffer.from(personal)) };
  };

  return () => {
    const at = count++ % STREAMS;
    const [subject, stream] = [people[at], streams[at]];
    if (subject === undefined || stream === undefined) throw new RangeError('no such stream');
    const id = newId() as EventId;
    const event: EventToAppend = {
      id,
      type: 'credit-account.charged',
      schema: 1,
      command: newId() as CommandId,
      cause: null,
      actor,
      data: Buffer.from(data),
      subject,
      ...sealed(id, stream, subject),
    };
    return { stream, precondition: anyVersion, events: [event] };
  };
};

const appendAll = ({ log, keys }: OpenedParts, next: () => StreamAppend, count: number): number => {
  if (!log) throw new Error('the log is not writable');
  const startedAt = performance.now();
  for (let done = 0; done < count; done += GROUP) {
    const appends = Array.from({ length: GROUP }, next);
    keys.commitKeys();
    must(log.append(appends));
  }
  return (1000 * count) / (performance.now() - startedAt);
};

/** Events sealed, chained and appended in groups, each group durable. */
export const bulkRows = async ({ quick, rounds }: BenchOptions): Promise<readonly Row[]> => {
  const count = quick ? 10_000 : 100_000;
  const raw = openRawEngine();
  const parts = await openLog();
  const next = createSealer(parts);
  const rawRates: number[] = [];
  const indexedRates: number[] = [];
  const rates: number[] = [];
  const scans: number[] = [];
  raw.insertAll(count);
  appendAll(parts, next, GROUP);
  while (rates.length < rounds) {
    rawRates.push(raw.insertAll(count));
    indexedRates.push(raw.insertEvents(count, GROUP));
    rates.push(appendAll(parts, next, count));
    scans.push(raw.scan());
  }
  raw.close();
  parts.close();
  return [
    {
      work: 'bulk append, sealed and chained',
      unit: 'per s',
      raw: rawRates,
      ours: rates,
      bar: { kind: 'ratio', atLeast: 0.25 },
      note: `a durable commit for each ${GROUP}; raw has one for all`,
    },
    {
      work: 'SQLite alone into the same table and indexes',
      unit: 'per s',
      raw: rawRates,
      ours: indexedRates,
      bar: null,
      note: `neither sealed nor chained, without triggers, a durable commit for each ${GROUP}`,
    },
    { work: 'raw scan with JSON.parse', unit: 'per s', raw: [], ours: scans, bar: null },
  ];
};
