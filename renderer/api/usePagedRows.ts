import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ViewInput, ViewName, ViewRow } from '../../shared/contract.ts';
import { useApi } from './ApiContext.ts';
import type { PagedRows, PagedRowsState } from './createPagedRows.ts';
import { beginToShow, findRows } from './rowsOfView.ts';

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
  const found = useMemo(() => findRows(api, view, question), [api, view, question]);
  const { rows } = found;
  useEffect(() => rows.expect(expected), [rows, expected]);
  const state = useSyncExternalStore(rows.onChange, rows.state);
  const [shown, setShown] = useState(state);
  // Before the screen is painted without its rows: the engine answers meanwhile.
  useLayoutEffect(() => {
    const keep = api.keptRows.enter();
    const ignore = api.onRowsChanged((change) => {
      // Those of the question before hear of nothing any more, and may name the erased as well.
      if (change.erased) setShown(rows.state());
      rows.refresh(change);
    });
    beginToShow(api, found);
    return () => {
      ignore();
      keep(found.name, rows);
    };
  }, [api, found, rows]);
  if (!state.loading && shown !== state) setShown(state);
  const isPrevious = state.loading && !shown.loading;
  return { ...(isPrevious ? shown : state), show: rows.show, isPrevious };
};
