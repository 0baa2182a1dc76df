import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ViewInput, ViewName, ViewRow } from '../../shared/contract.ts';
import { useApi } from './ApiContext.ts';
import { createPagedRows, type PagedRows, type PagedRowsState } from './createPagedRows.ts';

/** A screen full of rows, and as many again: more would make the first ones wait. */
const PAGE_SIZE = 100;

export interface LongAnswer<Row> extends PagedRowsState<Row> {
  readonly show: PagedRows<Row>['show'];
  /** True while the rows still answer the question before, so that a list does not flicker. */
  readonly isPrevious: boolean;
}

/**
 * Asks a view whose answer may be very long, page by page as it comes into sight. `expected` is how
 * many rows there should be, where that is known.
 */
export const usePagedRows = <Name extends ViewName>(
  view: Name,
  input: ViewInput<Name>,
  expected: number | null,
): LongAnswer<ViewRow<Name>> => {
  const api = useApi();
  const question = JSON.stringify(input);
  const keptAs = `${view} ${question}`;
  const rows = useMemo(
    () =>
      // The question names the view, and with it the type of its rows.
      (api.keptRows.find(keptAs) as PagedRows<ViewRow<Name>> | null) ??
      createPagedRows<ViewRow<Name>>({
        pageSize: PAGE_SIZE,
        ask: async (after, limit, skip) =>
          api.ask(view, {
            ...(JSON.parse(question) as ViewInput<Name>),
            limit,
            ...(skip === 0 ? {} : { skip }),
            ...(after === null ? {} : { after }),
          }),
      }),
    [api, view, question, keptAs],
  );
  useEffect(() => rows.expect(expected), [rows, expected]);
  const state = useSyncExternalStore(rows.onChange, rows.state);
  const [shown, setShown] = useState(state);
  // Before the screen is painted without its rows: the engine answers meanwhile.
  useLayoutEffect(() => {
    if (rows.state().loading) rows.show(0, 0);
    const keep = api.keptRows.enter();
    const ignore = api.onRowsChanged((change) => {
      // Those of the question before hear of nothing any more, and may name the erased as well.
      if (change.erased) setShown(rows.state());
      rows.refresh(change);
    });
    // What was kept may have gone out of date before anybody listened.
    if (!rows.state().loading && api.keptRows.find(keptAs) !== rows) rows.refresh({ erased: true });
    return () => {
      ignore();
      keep(keptAs, rows);
    };
  }, [api, rows, keptAs]);
  if (!state.loading && shown !== state) setShown(state);
  const isPrevious = state.loading && !shown.loading;
  return { ...(isPrevious ? shown : state), show: rows.show, isPrevious };
};
