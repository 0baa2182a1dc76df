import { useEffect, useMemo, useState } from 'react';
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { createFormResolver, type ReadFields } from './createFormResolver.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';

interface RecordFormOptions<Values extends FieldValues, Input extends FieldValues> {
  /**
   * Names the draft. Contains the id of whom the form is about, so that an erasure finds it. Null for
   * what must never be kept, such as a passphrase.
   */
  readonly draft: string | null;
  readonly empty: Values;
  readonly read: ReadFields<Values>;
  /** The input schema of the command that the form is for. */
  readonly schema: z.ZodType<Input, unknown>;
}

export interface RecordForm<Values extends FieldValues, Input extends FieldValues> {
  readonly form: UseFormReturn<Values, unknown, Input>;
  /** True when leaving would lose something. */
  readonly isDirty: boolean;
  /** Empties the form and drops its draft. */
  readonly clear: () => void;
  /**
   * Makes the form ready for the next one after `sent` was written. What somebody has typed meanwhile
   * stays.
   */
  readonly next: (sent: Values, values: Values) => void;
}

/** The values of the next form, but for fields that differ from what was sent: those were typed since. */
const typedSince = <Values extends FieldValues>(
  sent: Values,
  typed: Values,
  next: Values,
): Values => ({
  ...next,
  ...Object.fromEntries(Object.entries(typed).filter(([field, value]) => value !== sent[field])),
});

/**
 * A form for one command. What is typed survives leaving the page: the draft is kept until it is saved
 * or given up.
 */
export const useRecordForm = <Values extends FieldValues, Input extends FieldValues>({
  draft,
  empty,
  read,
  schema,
}: RecordFormOptions<Values, Input>): RecordForm<Values, Input> => {
  const resolver = useMemo(() => createFormResolver(read, schema), [read, schema]);
  const form = useForm<Values, unknown, Input>({
    resolver,
    defaultValues: empty as DefaultValues<Values>,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: true,
  });
  const { isDirty } = form.formState;
  const { subscribe, reset } = form;
  // The empty values are those of the first look: a later change must not overwrite what is typed.
  const [firstEmpty] = useState(empty);

  useEffect(() => {
    if (draft === null) return undefined;
    const kept = readDraft<Values>(draft);
    if (Object.keys(kept).length > 0)
      reset({ ...firstEmpty, ...kept }, { keepDefaultValues: true });
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => keepDraft(draft, values),
    });
  }, [draft, firstEmpty, reset, subscribe]);

  return {
    form,
    isDirty,
    clear: () => {
      reset(empty);
      if (draft !== null) dropDraft(draft);
    },
    next: (sent, values) => {
      const typed = form.getValues();
      reset(values);
      if (draft !== null) dropDraft(draft);
      reset(typedSince(sent, typed, values), { keepDefaultValues: true });
    },
  };
};
