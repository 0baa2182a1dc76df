import type { PeopleView } from './peopleSearch.ts';

/**
 * The list as somebody left it, for coming back from a person: which view, searched for what, and where
 * in it. In memory only, since the words may be a name.
 */
interface LastList {
  readonly view: PeopleView;
  readonly words: string;
  /** The question as text, and the row in its answer. */
  readonly place: { readonly question: string; readonly index: number };
}

const none: LastList = { view: {}, words: '', place: { question: '', index: 0 } };
let last = none;

export const lastView = (): PeopleView => last.view;

/** The words that a view was last searched for. */
export const wordsOf = (view: PeopleView): string =>
  JSON.stringify(last.view) === JSON.stringify(view) ? last.words : '';

export const rememberList = (view: PeopleView, words: string): void => {
  last = { ...last, view, words };
};

export const placeIn = (question: string): number =>
  last.place.question === question ? last.place.index : 0;

export const rememberPlace = (question: string, index: number): void => {
  last = { ...last, place: { question, index } };
};

/** Called when a daybook is closed: nothing of it waits for the next. */
export const forgetList = (): void => {
  last = none;
};
