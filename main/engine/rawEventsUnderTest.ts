import type { RetentionClass } from '../../shared/kernel/event.ts';
import type { CommandId, EventId, PersonId } from '../../shared/kernel/ids.ts';
import { anyVersion } from '../../shared/kernel/precondition.ts';
import { idOf } from './daybookUnderTest.ts';
import type { StoredEvent } from './eventlog/EventLog.ts';
import type { OpenedParts } from './folder/openParts.ts';

/** An event as any Daybook might have written it, its personal part not sealed yet. */
export interface RawEvent {
  readonly stream: string;
  readonly type: string;
  readonly schema: number;
  readonly data: object;
  readonly personal?: object;
  readonly subject?: string;
  readonly retention?: RetentionClass;
  readonly command?: string;
}

const bytes = (value: object): Uint8Array => Buffer.from(JSON.stringify(value));

/** Puts an event into the log past all rules of its record. */
export const appendRaw = ({ log, keys, reader }: OpenedParts, raw: RawEvent): StoredEvent => {
  const { stream, type, schema, data, personal, retention = 'profile' } = raw;
  const id = idOf(reader.position() + 1, 0xe) as EventId;
  const person = (raw.subject ?? null) as PersonId | null;
  const key = personal && person ? keys.sealingKey(person, retention) : null;
  if (key && !key.ok) throw new Error(key.error.type);
  keys.commitKeys();
  const header = { daybook: reader.daybook.id, event: id, stream, type, schema };
  const appended = log?.append([
    {
      stream,
      precondition: anyVersion,
      events: [
        {
          id,
          type,
          schema,
          command: (raw.command ?? idOf(reader.position() + 1, 0xc)) as CommandId,
          cause: null,
          actor: keys.member,
          data: bytes(data),
          subject: person,
          key: key ? key.value : null,
          sealed:
            key && person && personal
              ? keys.seal({ ...header, person, key: key.value }, bytes(personal))
              : null,
        },
      ],
    },
  ]);
  const [stored] = appended?.ok ? appended.value : [];
  if (!stored) throw new Error('not appended');
  return stored;
};
