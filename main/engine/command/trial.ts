import type { CommandEnvelope } from '../../../shared/protocol/envelopes.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { AnyEvent, ClearEvent } from '../../../shared/kernel/event.ts';
import type { KeyId } from '../../../shared/kernel/ids.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventReader } from '../eventlog/EventLog.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import type { CommandGroup } from './CommandGroup.ts';
import { firstReceipt } from './firstReceipt.ts';
import { historyIncomplete } from './historyIncomplete.ts';
import { parseCommand } from './parseCommand.ts';
import { StreamIncomplete } from './StateCache.ts';

export type TrialReply =
  | { readonly ok: true; readonly repeated: true }
  /** With what it would have written. */
  | {
      readonly ok: true;
      readonly repeated: false;
      readonly events: readonly ClearEvent<AnyEvent>[];
    }
  | { readonly ok: false; readonly error: Refusal };

export interface TrialContext {
  readonly log: EventReader;
  readonly catalog: EventCatalog;
  readonly newId: () => string;
  /** A group with states of its own, that nobody ever commits. */
  readonly group: CommandGroup;
  readonly readOnly: () => Refusal | null;
}

/** Seals nothing and makes no keys, but refuses where the real one would. */
export const trialKeys = (keys: KeyStore): KeyStore => ({
  ...keys,
  sealingKey: (person) =>
    keys.isErased(person)
      ? err({ type: 'PersonErased', personId: person })
      : ok('00000000-0000-0000-0000-000000000000' as KeyId),
  seal: () => new Uint8Array(0),
  commitKeys: () => undefined,
});

/** Decides commands as if they had been run, one on the outcome of the other, and writes nothing. */
export const createTrial =
  ({ log, catalog, newId, group, readOnly }: TrialContext) =>
  (commands: readonly CommandEnvelope[]): readonly TrialReply[] => {
    const tryOne = (envelope: CommandEnvelope): TrialReply => {
      const parsed = parseCommand(envelope, catalog, newId);
      if (!parsed.ok) return parsed;
      if (group.has(parsed.value.id)) return { ok: true, repeated: true };
      const receipt = firstReceipt(parsed.value, log, catalog);
      if (!receipt.ok) return receipt;
      if (receipt.value) return { ok: true, repeated: true };
      const refusal = readOnly();
      if (refusal) return { ok: false, error: refusal };
      const before = group.events().length;
      const decision = group.decide(parsed.value, undefined);
      if (!decision.ok) return decision;
      return { ok: true, repeated: false, events: group.events().slice(before) };
    };
    return commands.map((envelope) => {
      try {
        return tryOne(envelope);
      } catch (cause) {
        if (cause instanceof StreamIncomplete) return err(historyIncomplete(cause));
        throw cause;
      }
    });
  };
