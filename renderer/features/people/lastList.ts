import type { PeopleView } from './peopleSearch.ts';

/**
 * The list as somebody left it, for coming back from a person: which view, searched for what, and where
 * in it. In memory only, since the words may be a name.
 */
interface LastList {
  /** Its id. What a screen of another daybook says while it is being taken away is nothing to this one. */
  readonly daybook: string;
  readonly view: PeopleView;
  readonly words: string;
  /** The question as text, and the row in its answer. */
  readonly place: { readonly question: string; readonly index: number };
}

const none: LastList = { daybook: '', view: {}, words: '', place: { question: '', index: 0 } };
let last = none;

const lastOf = (daybook: string): LastList =>
  last.daybook === daybook ? last : { ...none, daybook };

export const lastView = (daybook: string): PeopleView => lastOf(daybook).view;

/** The words that a view was last searched for. */
export const wordsOf = (daybook: string, view: PeopleView): string => {
  const { view: before, words } = lastOf(daybook);
  return JSON.stringify(before) === JSON.stringify(view) ? words : '';
};

export const rememberList = (daybook: string, view: PeopleView, words: string): void => {
  last = { ...lastOf(daybook), view, words };
};

export const placeIn = (daybook: string, question: string): number => {
  const { place } = lastOf(daybook);
  return place.question === question ? place.index : 0;
};

export const rememberPlace = (daybook: string, question: string, index: number): void => {
  last = { ...lastOf(daybook), place: { question, index } };
};

/** Called when a daybook is closed: nothing of it waits for the next. */
export const forgetList = (): void => {
  last = none;
};
