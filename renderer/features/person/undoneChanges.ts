import {
  changedDetails,
  type DetailChanges,
  type PersonDetails,
} from '../../../shared/records/person/details.ts';

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The correction that brings back what stood there before another one. */
export const undoneChanges = (before: PersonDetails, changes: DetailChanges): DetailChanges =>
  Object.fromEntries(changedDetails(changes).map((field) => [field, before[field] ?? null]));

/** Whether details are still as a correction has left them, in all fields that it speaks of. */
export const isAsCorrected = (now: PersonDetails, changes: DetailChanges): boolean =>
  changedDetails(changes).every((field) => isSame(now[field], changes[field]));
