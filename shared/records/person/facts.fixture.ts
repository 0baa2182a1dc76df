import type { RetentionClass } from '../../kernel/event.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { specifiedStream } from '../../kernel/specification.ts';
import type { DetailChanges, DetailName, PersonDetails } from './details.ts';
import type { ErasureGround, PersonEvent } from './events.ts';

/** Facts about the person of the specifications, as short as they are said. */

export const personId = specifiedStream as PersonId;

export const registered = (details: PersonDetails = { name: 'Bjørn Hansen' }): PersonEvent => ({
  type: 'person.registered',
  data: {},
  personal: details,
});

export const corrected = (
  fields: DetailName[],
  changes: DetailChanges,
  reason?: string,
): PersonEvent => ({
  type: 'person.details-corrected',
  data: { fields },
  personal: { changes, ...(reason === undefined ? {} : { reason }) },
});

export const archived: PersonEvent = { type: 'person.archived', data: {} };
export const restored: PersonEvent = { type: 'person.restored', data: {} };

export const erased = (
  ground: ErasureGround = 'request',
  classes: RetentionClass[] = ['profile', 'statutory'],
): PersonEvent => ({ type: 'person.erased', data: { ground, classes } });
