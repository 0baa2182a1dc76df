import type { DaybookId } from '../../../shared/kernel/ids.ts';
import type { PersonalPart } from '../../../shared/kernel/view.ts';
import type { KeyStore, SealHeader } from '../keys/KeyStore.ts';
import type { EventKind } from './EventCatalog.ts';
import type { StoredEvent } from './EventLog.ts';
import { parseStoredJson } from './decode.ts';

/** A sealed part that should open and does not: damage, never taken for an erasure. */
export class PersonalPartDamaged extends Error {
  override readonly name = 'PersonalPartDamaged';
  readonly position: number;
  readonly reason: 'unknownKey' | 'refused';

  constructor(position: number, reason: 'unknownKey' | 'refused') {
    super(`the personal part of event ${position} does not open: ${reason}`);
    this.position = position;
    this.reason = reason;
  }
}

/** What of a stored event tells its sealed part from others. */
export type Sealable = Pick<
  StoredEvent,
  'position' | 'id' | 'stream' | 'type' | 'schema' | 'subject' | 'key' | 'sealed'
>;

/** The header that a stored event's personal part is bound to, or null when it has none. */
export const sealHeaderOf = (stored: Sealable, daybook: DaybookId): SealHeader | null =>
  stored.key === null || stored.subject === null || stored.sealed === null
    ? null
    : {
        daybook,
        event: stored.id,
        stream: stored.stream,
        type: stored.type,
        schema: stored.schema,
        person: stored.subject,
        key: stored.key,
      };

/**
 * Opens the personal part of an event and lifts it to the current version.
 *
 * **Errors:** throws `PersonalPartDamaged` for an unknown key or a box that refuses to open.
 */
export const openPersonal = (
  stored: Sealable,
  kind: EventKind,
  keys: Pick<KeyStore, 'open'>,
  daybook: { readonly id: DaybookId; readonly currency: string },
): PersonalPart => {
  const header = sealHeaderOf(stored, daybook.id);
  if (header === null || stored.sealed === null) return { type: 'none' };
  const opening = keys.open(header, stored.sealed, kind.definition.personal?.retention);
  switch (opening.type) {
    case 'erased':
      return { type: 'erased' };
    case 'unknownKey':
    case 'refused':
      throw new PersonalPartDamaged(stored.position, opening.type);
    case 'opened': {
      let personal: object = parseStoredJson(opening.bytes);
      for (let version = stored.schema; version < kind.definition.schema; version += 1) {
        const lift = kind.steps[version - 1]?.personal;
        if (lift)
          personal = lift(personal as Readonly<Record<string, unknown>>, {
            currency: daybook.currency,
          });
      }
      return { type: 'opened', personal: personal as Readonly<Record<string, unknown>> };
    }
  }
};
