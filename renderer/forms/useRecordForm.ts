import { useLayoutEffect, useMemo, useState } from 'react';
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { dropAttempt, editAttempt } from '../api/attempts.ts';
import { createFormResolver, type ReadFields } from './createFormResolver.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';

interface RecordFormOptions<Values extends FieldValues, Input extends FieldValues> {
  /** Names the draft and the attempt. Contains the id of whom the form is about, so that an erasure finds them. */
  readonly name: string;
  /** False for what must never be kept, such as a passphrase. */
  readonly keepsDraft?: boolean;
  readonly empty: Values;
  readonly read: ReadFields<Values>;
  /** The input schema of the command that the form is for. */
  readonly schema: z.ZodType<Input, unknown>;
}

export interface RecordForm<Values extends FieldValues, Input extends FieldValues> {
  readonly form: UseFormReturn<Values, unknown, Input>;
  /** True when leaving would lose something. */
  readonly isDirty: boolean;
  /** Empties the form and gives up its draft, and what it has sent without an answer. */
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

const isSame = <Values extends FieldValues>(values: Values, before: Values): boolean =>
  Object.entries(values).every(([field, value]) => value === before[field]);

/**
 * A form for one command. What is typed survives leaving the page: the draft is kept until it is saved
 * or given up.
 */
export const useRecordForm = <Values extends FieldValues, Input extends FieldValues>({
  name,
  keepsDraft = true,
  empty,
  read,
  schema,
}: RecordFormOptions<Values, Input>): RecordForm<Values, Input> => {
  const resolver = useMemo(() => createFormResolver(read, schema), [read, schema]);
  // What stood there at the first look: a later change must not overwrite what is typed.
  const [firstSeen] = useState(() =>
    keepsDraft ? { ...empty, ...readDraft<Values>(name).seen } : empty,
  );
  const form = useForm<Values, unknown, Input>({
    resolver,
    defaultValues: firstSeen as DefaultValues<Values>,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: true,
  });
  const { isDirty } = form.formState;
  const { subscribe, reset, getValues } = form;

  // Before the fields are painted: what is typed into them at once must not be taken for nothing.
  useLayoutEffect(() => {
    if (!keepsDraft) return undefined;
    const { typed } = readDraft<Values>(name);
    if (Object.keys(typed).length > 0)
      reset({ ...firstSeen, ...typed }, { keepDefaultValues: true });
    return subscribe({
      formState: { values: true },
      callback: ({ values, defaultValues = {} }) =>
        keepDraft<FieldValues>(name, values, defaultValues),
    });
  }, [name, keepsDraft, firstSeen, reset, subscribe]);

  // After the draft was put in, which is no edit.
  useLayoutEffect(() => {
    let before = getValues();
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        if (!isSame(values, before)) editAttempt(name);
        before = values;
      },
    });
  }, [name, getValues, subscribe]);

  return {
    form,
    isDirty,
    clear: () => {
      reset(empty);
      dropDraft(name);
      dropAttempt(name);
    },
    next: (sent, values) => {
      const typed = form.getValues();
      // Before the resets: each of them is seen as typing, and keeps what differs then.
      dropDraft(name);
      reset(values);
      reset(typedSince(sent, typed, values), { keepDefaultValues: true });
    },
  };
};
