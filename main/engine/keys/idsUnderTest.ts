import type { DaybookId, EventId, PersonId } from '../../../shared/kernel/ids.ts';

/*
 * For tests only: ids that can be told apart.
 */

export const uuidOf = (number: number): string =>
  `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
/** A person in the bucket of the number's last byte. */
export const personOf = (number: number): PersonId => uuidOf(number) as PersonId;
export const eventOf = (number: number): EventId => uuidOf(0x1000_0000 + number) as EventId;
export const daybook = uuidOf(0xdaeb) as DaybookId;
