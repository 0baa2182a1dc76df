import type { ViewInput, ViewName, ViewRow } from '../../shared/contract.ts';
import type { DaybookApi } from './createDaybookApi.ts';
import { createPagedRows, type PagedRows } from './createPagedRows.ts';

/** A screen full of rows, and as many again: more would make the first ones wait. */
const PAGE_SIZE = 100;

type Asker = Pick<DaybookApi, 'ask' | 'keptRows'>;

/** A list of a view, and whether it was there already: as it was left last, or asked for ahead. */
interface FoundRows<Row> {
  /** What it answers. */
  readonly name: string;
  readonly rows: PagedRows<Row>;
  readonly wasKept: boolean;
}

/** `question` is the input of the view as JSON. */
const nameOf = (view: ViewName, question: string): string => `${view} ${question}`;

const newRows = <Name extends ViewName>(
  api: Asker,
  view: Name,
  question: string,
): PagedRows<ViewRow<Name>> =>
  createPagedRows<ViewRow<Name>>({
    pageSize: PAGE_SIZE,
    ask: async (after, limit, skip) =>
      api.ask(view, {
        ...(JSON.parse(question) as ViewInput<Name>),
        limit,
        ...(skip === 0 ? {} : { skip }),
        ...(after === null ? {} : { after }),
      }),
  });

/** The list that answers a question: the one that is kept, or a new one that has not been asked for yet. */
export const findRows = <Name extends ViewName>(
  api: Asker,
  view: Name,
  question: string,
): FoundRows<ViewRow<Name>> => {
  const name = nameOf(view, question);
  // The name has the view in it, and with it the type of its rows.
  const kept = api.keptRows.find(name) as PagedRows<ViewRow<Name>> | null;
  return { name, rows: kept ?? newRows(api, view, question), wasKept: kept !== null };
};

/** Asks for what a list that is shown from now on lacks. */
export const beginToShow = (
  { keptRows }: Pick<DaybookApi, 'keptRows'>,
  { name, rows, wasKept }: FoundRows<unknown>,
): void => {
  if (rows.state().loading) rows.show(0, 0);
  // What was kept may have gone out of date before anybody listened, and may name somebody erased.
  if (wasKept && keptRows.find(name) !== rows) rows.refresh({ erased: true });
};

/** Asks for the first rows of a list before the screen is drawn that shows them and finds them by `findRows`. */
export const askRowsAhead = <Name extends ViewName>(
  api: Asker,
  view: Name,
  input: ViewInput<Name>,
): void => {
  const question = JSON.stringify(input);
  const rows = newRows(api, view, question);
  api.keptRows.keepAhead(nameOf(view, question), rows);
  rows.show(0, 0);
};
