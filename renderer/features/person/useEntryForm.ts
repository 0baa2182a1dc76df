import { useMemo } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import { useRecordForm, type RecordForm } from '../../forms/useRecordForm.ts';
import { useText } from '../../text/useText.ts';
import type { AccountProps } from './accountProps.ts';
import { entryForm, readEntry, useEmptyEntry, type EntryValues } from './entryValues.ts';

/** The form of a charge or a payment, whose `schema` it is; `approves` as in `readEntry`. */
export const useEntryForm = <Input extends FieldValues>(
  props: AccountProps,
  schema: z.ZodType<Input, unknown>,
  approves = false,
): RecordForm<EntryValues, Input> => {
  const { account, isErased } = props;
  const {
    accountId,
    limit: { currency },
  } = account;
  const { language } = useText();
  const empty = useEmptyEntry();
  const read = useMemo(
    () => (values: EntryValues) => readEntry(accountId, values, { currency, language, approves }),
    [accountId, currency, language, approves],
  );
  return useRecordForm({ name: entryForm(props), keepsDraft: !isErased, empty, read, schema });
};
