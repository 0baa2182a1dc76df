import { useEffect, useMemo, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { entryDayOutOfRange } from '../../../shared/records/credit-account/entry-days.ts';
import type { FieldProblem } from '../../forms/createFormResolver.ts';
import { useToday } from '../../forms/useToday.ts';
import { readAmount, readOptional, type AmountReading } from '../../forms/readFields.ts';
import { parseDayText, todayHere } from '../../text/when.ts';
import { accountForm } from './accountForm.ts';
import type { AccountProps } from './accountProps.ts';

/** An entry as it stands in the fields. */
export interface EntryValues {
  readonly amount: string;
  readonly occurredOn: string;
  readonly memo: string;
  /** Why it may pass the limit; empty until somebody is asked for it. */
  readonly approval: string;
}

/** An empty entry of today. */
export const useEmptyEntry = (): EntryValues => {
  const today = useToday();
  return useMemo(() => ({ amount: '', occurredOn: today, memo: '', approval: '' }), [today]);
};

/** Lets an entry that nobody has begun be one of today, in a window that was left open over night too. */
export const useFreshDay = <Input>({
  getValues,
  reset,
}: UseFormReturn<EntryValues, unknown, Input>): void => {
  const today = useToday();
  const [firstToday] = useState(today);
  useEffect(() => {
    const { amount, memo, occurredOn, ...others } = getValues();
    if (today === firstToday || amount !== '' || memo !== '' || occurredOn >= today) return;
    reset({ ...others, amount, memo, occurredOn: today });
  }, [today, firstToday, getValues, reset]);
};

/** How an entry is read; `approves` when somebody has been asked for an approval, and only then. */
interface EntryReading extends AmountReading {
  readonly approves?: boolean;
}

const dayProblem = (
  day: LocalDate | null,
  today: LocalDate,
): readonly FieldProblem<keyof EntryValues>[] => {
  const wrong = day === null ? { type: 'DateInvalid' } : entryDayOutOfRange(day, today);
  return wrong === null ? [] : [{ field: 'occurredOn', code: wrong.type }];
};

/** Reads an entry. Charges and payments share one draft, so that choosing the other kind loses nothing. */
export const readEntry = (
  accountId: string,
  { amount, occurredOn, memo, approval }: EntryValues,
  { approves = false, ...reading }: EntryReading,
): Result<object, readonly FieldProblem<keyof EntryValues>[]> => {
  const read = readAmount('amount', amount, reading);
  const today = todayHere();
  const day = parseDayText(occurredOn, today);
  const problems: FieldProblem<keyof EntryValues>[] = [
    ...(read.ok ? [] : read.error),
    ...dayProblem(day, today),
    ...(approves && approval.trim() === ''
      ? [{ field: 'approval', code: 'reasonMissing' } as const]
      : []),
  ];
  if (!read.ok || problems.length > 0) return err(problems);
  return ok({
    accountId,
    amount: read.value,
    occurredOn: day,
    ...readOptional('memo', memo),
    ...(approves ? { approval: { reason: approval } } : {}),
  });
};

/** Charges and payments are one form, of which one kind is shown. */
export const entryForm = (props: AccountProps): string =>
  accountForm(props, `entry/${props.account.accountId}`);
