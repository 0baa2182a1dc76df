import { useState } from 'react';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { FieldProblem } from '../../forms/createFormResolver.ts';
import { draftAbout } from '../../forms/drafts.ts';
import { readAmount, readDay, readOptional, type AmountReading } from '../../forms/readFields.ts';
import { todayHere } from '../../text/when.ts';

/** An entry as it stands in the fields. */
export interface EntryValues {
  readonly amount: string;
  readonly occurredOn: string;
  readonly memo: string;
  /** Why it may pass the limit; empty until somebody is asked for it. */
  readonly approval: string;
}

/** An empty entry of today. */
export const useEmptyEntry = (): EntryValues =>
  useState(() => ({ amount: '', occurredOn: todayHere(), memo: '', approval: '' }))[0];

/** Reads an entry. Charges and payments share one draft, so that choosing the other kind loses nothing. */
export const readEntry = (
  accountId: string,
  { amount, occurredOn, memo, approval }: EntryValues,
  reading: AmountReading,
): Result<object, readonly FieldProblem<keyof EntryValues>[]> => {
  const read = readAmount('amount', amount, reading);
  if (!read.ok) return read;
  return ok({
    accountId,
    amount: read.value,
    occurredOn: readDay(occurredOn, todayHere()),
    ...readOptional('memo', memo),
    ...(approval.trim() === '' ? {} : { approval: { reason: approval } }),
  });
};

export const entryDraft = (personId: string, accountId: string): string =>
  draftAbout(personId, `entry/${accountId}`);
