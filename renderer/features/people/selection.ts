import type { ViewInput, ViewRow } from '../../../shared/contract.ts';
import type { ListOrder } from './peopleExport.ts';

/**
 * Whom somebody has chosen of a list. All of a long list is not so many ids but one word, with those who
 * are left out of it. Who was erased is not in it, where others are listed as well.
 */
export interface Selection {
  readonly type: 'some' | 'allBut';
  readonly ids: ReadonlySet<string>;
}

export const nobody: Selection = { type: 'some', ids: new Set() };
export const everybody: Selection = { type: 'allBut', ids: new Set() };

export const isChosen = ({ type, ids }: Selection, id: string): boolean =>
  ids.has(id) === (type === 'some');

/** Which rows of a list an export writes. **Shape:** as an export order has it. */
export const exportedRows = ({ type, ids }: Selection): NonNullable<ListOrder['rows']> => ({
  keep: type === 'some' ? 'only' : 'except',
  field: 'personId',
  values: [...ids],
});

/** Whether all that can be chosen at once leaves out who was erased. */
export const leavesOutErased = (
  { type }: Selection,
  { filter }: Pick<ViewInput<'person/list'>, 'filter'>,
): boolean => type === 'allBut' && filter !== 'erased';

/** How many people of a list can be chosen at once. */
export const choosablePeople = (
  { people, erased }: ViewRow<'person/count'>,
  question: Pick<ViewInput<'person/list'>, 'filter'>,
): number => (leavesOutErased(everybody, question) ? people - erased : people);

/** What a list is asked for those of whom some may be chosen. */
export const chosenAmong = <Question extends Pick<ViewInput<'person/list'>, 'filter' | 'erased'>>(
  selection: Selection,
  question: Question,
): Question => (leavesOutErased(selection, question) ? { ...question, erased: false } : question);

/** Chooses somebody, or lets them go. */
export const toggle = ({ type, ids }: Selection, id: string): Selection => {
  const changed = new Set(ids);
  if (!changed.delete(id)) changed.add(id);
  return { type, ids: changed };
};

/** Chooses some more. */
export const choose = ({ type, ids }: Selection, more: readonly string[]): Selection => {
  const changed = new Set(ids);
  for (const id of more) {
    if (type === 'some') changed.add(id);
    else changed.delete(id);
  }
  return { type, ids: changed };
};

/** How many are chosen of so many people; null while nobody knows how many there are. */
export const countChosen = ({ type, ids }: Selection, people: number | null): number | null => {
  if (type === 'some') return ids.size;
  return people === null ? null : Math.max(0, people - ids.size);
};
