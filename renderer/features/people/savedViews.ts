import { z } from 'zod';
import { addressOf, peopleSearchSchema, type PeopleView } from './peopleSearch.ts';

/** A view of the list that somebody has given a name. */
export interface SavedView {
  readonly name: string;
  readonly view: PeopleView;
}

const storedSchema = z.array(
  z.object({
    name: z.string().min(1).max(60),
    view: peopleSearchSchema.transform(addressOf),
  }),
);

/** Names are the user's own words: what is seen in one daybook is not seen in another. */
const storedAs = (daybookId: string): string => `daybook.views.${daybookId}`;

/** The views of a daybook on this machine. What cannot be read is as if nothing had been saved. */
export const readSavedViews = (
  storage: Pick<Storage, 'getItem'>,
  daybookId: string,
): readonly SavedView[] => {
  try {
    return storedSchema.parse(JSON.parse(storage.getItem(storedAs(daybookId)) ?? '[]'));
  } catch {
    return [];
  }
};

export const writeSavedViews = (
  storage: Pick<Storage, 'setItem'>,
  daybookId: string,
  views: readonly SavedView[],
): void => storage.setItem(storedAs(daybookId), JSON.stringify(views));

export const isSameView = (one: PeopleView, other: PeopleView): boolean =>
  JSON.stringify(addressOf(one)) === JSON.stringify(addressOf(other));

/** Whether another view has that name, and would make way. */
export const wouldReplace = (views: readonly SavedView[], saved: SavedView): boolean =>
  views.some(({ name, view }) => name === saved.name && !isSameView(view, saved.view));

/** Saves a view under a name: one of that name, and one that is the same view, make way for it. */
export const withView = (views: readonly SavedView[], saved: SavedView): readonly SavedView[] => {
  const others = views.filter(
    ({ name, view }) => name !== saved.name && !isSameView(view, saved.view),
  );
  const at = views.findIndex(({ view }) => isSameView(view, saved.view));
  return at < 0 ? [...others, saved] : others.toSpliced(Math.min(at, others.length), 0, saved);
};

/**
 * Brings a view back that was removed from a place. Not where its name or its view has been saved anew since:
 * an undo must not take away what came later.
 */
export const withViewBack = (
  views: readonly SavedView[],
  removed: SavedView,
  at: number,
): readonly SavedView[] =>
  views.some(({ name, view }) => name === removed.name || isSameView(view, removed.view))
    ? views
    : views.toSpliced(Math.min(at, views.length), 0, removed);
