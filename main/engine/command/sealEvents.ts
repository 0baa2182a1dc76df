import type { AnyEvent } from '../../../shared/kernel/event.ts';
import type {
  CommandId,
  DaybookId,
  EventId,
  MemberId,
  PersonId,
} from '../../../shared/kernel/ids.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { EventKind } from '../eventlog/EventCatalog.ts';
import type { EventToAppend } from '../eventlog/EventLog.ts';
import type { KeyStore, PersonErased } from '../keys/KeyStore.ts';

/** An event with all that is known of it before it is written. */
export interface DecidedEvent {
  readonly event: AnyEvent;
  /** Its clear part as it will stand in the log. */
  readonly data: Uint8Array;
  readonly kind: EventKind;
  readonly id: EventId;
  readonly stream: string;
  readonly subject: PersonId | null;
}

/** An event without the person that its personal part would have to be sealed for: a bug in a record. */
export class SubjectMissing extends Error {
  override readonly name = 'SubjectMissing';
}

/** JSON bytes in UTF-8. */
export const encode = (value: object): Uint8Array => Buffer.from(JSON.stringify(value), 'utf8');

const isEmpty = (value: object | undefined): boolean =>
  value === undefined || Object.values(value).every((part) => part === undefined);

interface Sealed {
  readonly key: EventToAppend['key'];
  readonly sealed: Uint8Array | null;
}

const sealPersonal = (
  { event, kind, id, stream, subject }: DecidedEvent,
  keys: KeyStore,
  daybook: DaybookId,
): Result<Sealed, PersonErased> => {
  const { personal } = event;
  if (personal === undefined || isEmpty(personal)) return ok({ key: null, sealed: null });
  const declared = kind.definition.personal;
  if (!declared) throw new SubjectMissing(`${event.type} declares no personal part`);
  if (subject === null) throw new SubjectMissing(`${event.type} is about nobody`);
  const fields = declared.fields.parse(personal);
  const key = keys.sealingKey(subject, declared.retention);
  if (!key.ok) return err(key.error);
  const header = {
    daybook,
    event: id,
    stream,
    type: event.type,
    schema: kind.definition.schema,
    person: subject,
    key: key.value,
  };
  return ok({ key: key.value, sealed: keys.seal(header, encode(fields)) });
};

/**
 * Turns a decided event into bytes for the log. What does not fit the event's own schema never gets
 * there, as the log cannot be mended afterwards: `data` has been held against it, and the personal
 * part is here.
 *
 * **Errors:** `PersonErased` when there is personal data in it and the person has been erased.
 */
export const sealEvent = (
  decided: DecidedEvent,
  command: CommandId,
  actor: MemberId,
  keys: KeyStore,
  daybook: DaybookId,
): Result<EventToAppend, PersonErased> => {
  const { event, kind, id, subject, data } = decided;
  const sealed = sealPersonal(decided, keys, daybook);
  if (!sealed.ok) return sealed;
  return ok({
    id,
    type: event.type,
    schema: kind.definition.schema,
    command,
    cause: null,
    actor,
    data,
    subject,
    ...sealed.value,
  });
};
