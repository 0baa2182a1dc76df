/**
 * What was typed and not saved, by form. Only in memory, since drafts are personal data: they outlive
 * leaving a page and locking the daybook, not the window.
 */
const drafts = new Map<string, object>();

export const readDraft = <Values extends object>(form: string): Partial<Values> =>
  // A form reads only what the same form has written.
  drafts.get(form) ?? {};

export const keepDraft = (form: string, values: object): void => {
  drafts.set(form, values);
};

export const dropDraft = (form: string): void => {
  drafts.delete(form);
};

/** Drops every draft whose name contains the text: all that is about a person who has been erased. */
export const dropDraftsAbout = (text: string): void => {
  for (const form of drafts.keys()) if (form.includes(text)) drafts.delete(form);
};
