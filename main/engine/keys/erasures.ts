import type { RetentionClass } from '../../../shared/kernel/event.ts';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import type { Tombstone } from './KeyStore.ts';

/** Who has been erased, in memory: asked before every sealing. It only grows. */
export interface Erasures {
  readonly add: (person: PersonId, retention: RetentionClass) => void;
  /** True when keys of any class have been destroyed. */
  readonly isErased: (person: PersonId) => boolean;
  readonly isDestroyed: (person: PersonId, retention: RetentionClass) => boolean;
}

const bits: Readonly<Record<RetentionClass, number>> = { profile: 1, statutory: 2 };

export const createErasures = (tombstones: readonly Tombstone[]): Erasures => {
  const masks = new Map<PersonId, number>();
  const add = (person: PersonId, retention: RetentionClass): void => {
    masks.set(person, (masks.get(person) ?? 0) | bits[retention]);
  };
  for (const { person, retention } of tombstones) add(person, retention);
  return {
    add,
    isErased: (person) => masks.has(person),
    isDestroyed: (person, retention) => ((masks.get(person) ?? 0) & bits[retention]) !== 0,
  };
};
