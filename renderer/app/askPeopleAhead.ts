import { askRowsAhead } from '../api/rowsOfView.ts';
import type { DaybookApi } from '../api/createDaybookApi.ts';
import { wordsOf } from '../features/people/lastList.ts';
import { questionOf } from '../features/people/peopleSearch.ts';
import { currentOpening } from '../window/freshStarts.ts';
import { searches } from './searches.ts';

interface Address {
  readonly pathname: string;
  readonly search: Readonly<Record<string, unknown>>;
}

/** Where the list of people is shown; the first leads to it. */
const addresses = ['/', '/people', '/people/new'];

/**
 * Asks for the first people, where the address shows them, while their screen is drawn. The question is the
 * one that the screen then asks.
 */
export const askPeopleAhead = (
  api: Pick<DaybookApi, 'ask' | 'keptRows'>,
  { pathname, search }: Address,
): void => {
  if (!addresses.includes(pathname)) return;
  const view = searches.people(search);
  askRowsAhead(
    api,
    'person/list',
    questionOf({ ...view, search: wordsOf(currentOpening(), view) }),
  );
};
