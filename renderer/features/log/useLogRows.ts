import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useApi } from '../../api/ApiContext.ts';
import { createLogRows, type LogRows, type LogRowsState } from './createLogRows.ts';
import { filtersOf, type LogSearch } from './logSearch.ts';

export interface LogList extends LogRowsState {
  readonly show: LogRows['show'];
  readonly showNewer: LogRows['showNewer'];
  /** What the list answers, as a text. */
  readonly question: string;
}

/** The log as an address asks for it. When the question changes, the one before is no longer looked for. */
export const useLogRows = (search: LogSearch): LogList => {
  const api = useApi();
  const question = JSON.stringify([filtersOf(search), search.order ?? 'newest']);
  const rows = useMemo(() => {
    const [filters, order] = JSON.parse(question) as [
      ReturnType<typeof filtersOf>,
      'newest' | 'oldest',
    ];
    return createLogRows({ ask: (input) => api.ask('log/events', input), filters, order });
  }, [api, question]);
  useEffect(() => {
    rows.start();
    const deafen = api.onRowsChanged(rows.refresh);
    return () => {
      deafen();
      rows.stop();
    };
  }, [api, rows]);
  const state = useSyncExternalStore(rows.onChange, rows.state);
  return { ...state, show: rows.show, showNewer: rows.showNewer, question };
};
