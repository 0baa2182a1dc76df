import type { PeopleView } from './peopleSearch.ts';

/**
 * The list as somebody left it, for coming back from a person: which view, searched for what, and where
 * in it. In memory only, since the words may be a name.
 */
interface LastList {
  readonly opening: string;
  readonly view: PeopleView;
  readonly words: string;
  /** The question as text, and the row in its answer. */
  readonly place: { readonly question: string; readonly index: number };
}

const none: LastList = { opening: '', view: {}, words: '', place: { question: '', index: 0 } };
let last = none;

const lastOf = (opening: string): LastList =>
  last.opening === opening ? last : { ...none, opening };

export const lastView = (opening: string): PeopleView => lastOf(opening).view;

/** The words that a view was last searched for. */
export const wordsOf = (opening: string, view: PeopleView): string => {
  const { view: before, words } = lastOf(opening);
  return JSON.stringify(before) === JSON.stringify(view) ? words : '';
};

export const rememberList = (opening: string, view: PeopleView, words: string): void => {
  last = { ...lastOf(opening), view, words };
};

export const placeIn = (opening: string, question: string): number => {
  const { place } = lastOf(opening);
  return place.question === question ? place.index : 0;
};

export const rememberPlace = (opening: string, question: string, index: number): void => {
  last = { ...lastOf(opening), place: { question, index } };
};

/** Called when a daybook is closed: nothing of it waits for the next. */
export const forgetList = (): void => {
  last = none;
};
