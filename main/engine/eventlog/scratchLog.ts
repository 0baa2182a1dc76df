import type {
  CommandId,
  DaybookId,
  DeviceId,
  EventId,
  KeyId,
  MemberId,
  PersonId,
} from '../../../shared/kernel/ids.ts';
import { anyVersion } from '../../../shared/kernel/precondition.ts';
import { scratchFolder } from '../sqlite/scratchDatabase.ts';
import { createEventLog } from './createEventLog.ts';
import type {
  DaybookIdentity,
  EventLog,
  EventToAppend,
  StoredEvent,
  StreamAppend,
} from './EventLog.ts';
import { openEventLog, type OpenedLog } from './openEventLog.ts';

type AnyId = CommandId & DaybookId & DeviceId & EventId & KeyId & MemberId & PersonId;

/** For tests: the same id for the same number, in the order of the numbers. */
export const idOf = (number: number): AnyId =>
  `018f0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}` as AnyId;

export const sampleDaybook: DaybookIdentity = {
  id: idOf(1),
  name: 'Corner shop 가게',
  currency: 'EUR',
  createdAt: 1_700_000_000_000,
};

export const thisDevice = idOf(2);
export const otherDevice = idOf(3);
export const streamOf = (number: number): string => `note-${idOf(0x1000 + number)}`;

let lastEvent = 0x10_0000;

/** For tests: an event with a new id, and what the test says of it. */
export const sampleEvent = (parts: Partial<EventToAppend> = {}): EventToAppend => {
  lastEvent += 1;
  return {
    id: idOf(lastEvent),
    type: 'note.written',
    schema: 1,
    command: idOf(0x20_0000 + lastEvent),
    cause: null,
    actor: idOf(4),
    data: Buffer.from(`{"n":${lastEvent}}`),
    subject: null,
    key: null,
    sealed: null,
    ...parts,
  };
};

/** For tests: one event for a stream, whatever its version. */
export const appendTo = (stream: string, ...events: readonly EventToAppend[]): StreamAppend => ({
  stream,
  precondition: anyVersion,
  events,
});

/** For tests: appends what must not be refused. */
export const mustAppend = (
  log: EventLog,
  ...appends: readonly StreamAppend[]
): readonly StoredEvent[] => {
  const result = log.append(appends);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** For tests: a folder with an empty log. */
export const createScratchLog = (pageSize?: number): string => {
  const directory = scratchFolder();
  const created = createEventLog({
    directory,
    daybook: sampleDaybook,
    ...(pageSize === undefined ? {} : { pageSize }),
  });
  if (!created.ok) throw new Error(created.error.type);
  return directory;
};

/** For tests: a clock that stands still until it is set. */
export const scratchClock = { nowMs: 1_700_000_000_000 };

/** For tests: opens the log of a folder as a device, whatever is found. */
export const openScratchLog = (directory: string, device = thisDevice): OpenedLog => {
  const opened = openEventLog({ directory, device, nowMs: () => scratchClock.nowMs });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
};

/** For tests: opens a log that must be sound. */
export const openSoundLog = (directory: string, device = thisDevice): EventLog => {
  const { log, findings } = openScratchLog(directory, device);
  if (log === null) throw new Error(JSON.stringify(findings));
  return log;
};
