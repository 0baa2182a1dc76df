import type { Refusal } from '../../../shared/protocol/refusal.ts';

/** What became of one command of a row; `repeated` when it had been accepted in an earlier run. */
export type ImportReply =
  | { readonly ok: true; readonly repeated: boolean }
  | { readonly ok: false; readonly error: Refusal };

/** What says nothing about a row: every other one would be refused for it, too. */
const endings: ReadonlySet<string> = new Set([
  'StorageFull',
  'StorageReadOnly',
  'StorageDamaged',
  'StorageBusy',
  'StorageFailed',
  'ReadOnly',
  'FilesDeleted',
  'CommitOutcomeUnknown',
  'OutcomeUnknown',
  'Unexpected',
  'Closed',
]);

/** Whether a refusal is one for which the daybook cannot go on. */
export const cannotGoOn = ({ type }: Refusal): boolean => endings.has(type);
