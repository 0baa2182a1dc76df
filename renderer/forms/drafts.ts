import { dropAttempt, formsWithAttempts } from '../api/attempts.ts';

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

/** Names a form that is about a person. */
export const draftAbout = (personId: string, form: string): string => `person/${personId}/${form}`;

const forms = (): readonly string[] => [...drafts.keys(), ...formsWithAttempts()];

/** Everybody that some draft is about, or something sent and not answered for. */
export const peopleWithDrafts = (): readonly string[] => [
  ...new Set(forms().flatMap((form) => /^person\/([^/]+)\//.exec(form)?.slice(1) ?? [])),
];

/** Drops all that is about a person who has been erased. */
export const dropDraftsAbout = (personId: string): void => {
  for (const form of forms()) {
    if (!form.startsWith(draftAbout(personId, ''))) continue;
    drafts.delete(form);
    dropAttempt(form);
  }
};
