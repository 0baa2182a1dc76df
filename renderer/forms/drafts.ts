import { dropAttempt, formsWithAttempts } from '../api/attempts.ts';
import { createListeners } from '../api/createListeners.ts';
import { formsWithToasts, hideToasts } from '../ui/toasts.ts';

/** What was typed and not saved: only the fields that differ, and what stood in them before. */
export interface Draft<Values extends object> {
  readonly typed: Partial<Values>;
  readonly seen: Partial<Values>;
}

/**
 * Drafts by form. Only in memory, since drafts are personal data: they outlive leaving a page and locking
 * the daybook, not the window.
 */
const drafts = new Map<string, Draft<object>>();

const { add, tell } = createListeners<void>();

/** Hears when a draft has come or gone, or is another; gives back what ends the listening. */
export const onDrafts: (listener: () => void) => () => void = add;

const nothing: Draft<object> = { typed: {}, seen: {} };

export const readDraft = <Values extends object>(form: string): Draft<Values> =>
  // A form reads only what the same form has written.
  drafts.get(form) ?? nothing;

export const dropDraft = (form: string): void => {
  drafts.delete(form);
  tell();
};

/** Keeps what differs from what was seen. A form in which nothing does has no draft. */
export const keepDraft = <Values extends object>(
  form: string,
  values: Values,
  seen: Partial<Values>,
): void => {
  const before = new Map(Object.entries(seen));
  const typed = Object.entries(values).filter(([field, value]) => value !== before.get(field));
  if (typed.length === 0) {
    dropDraft(form);
    return;
  }
  drafts.set(form, {
    typed: Object.fromEntries(typed),
    seen: Object.fromEntries(typed.map(([field]) => [field, before.get(field)])),
  });
  tell();
};

/** Whether anything is typed and not saved. */
export const hasDrafts = (): boolean => drafts.size > 0;

/** Drops what was typed in any form, and what was sent without an answer: it was for another daybook. */
export const dropAllDrafts = (): void => {
  drafts.clear();
  for (const form of formsWithAttempts()) dropAttempt(form);
  tell();
};

/** Names a form that is about a person. */
export const draftAbout = (personId: string, form: string): string => `person/${personId}/${form}`;

const forms = (): readonly string[] => [
  ...drafts.keys(),
  ...formsWithAttempts(),
  ...formsWithToasts(),
];

/** Everybody that some draft is about, something sent and not answered for, or a message. */
export const peopleWithDrafts = (): readonly string[] => [
  ...new Set(forms().flatMap((form) => /^person\/([^/]+)\//.exec(form)?.slice(1) ?? [])),
];

/** Drops all that is about a person who has been erased. */
export const dropDraftsAbout = (personId: string): void => {
  for (const form of forms()) {
    if (!form.startsWith(draftAbout(personId, ''))) continue;
    dropDraft(form);
    dropAttempt(form);
    hideToasts(form);
  }
};
