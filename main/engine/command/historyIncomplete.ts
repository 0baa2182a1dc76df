import type { StreamIncomplete } from './StateCache.ts';

/** No decision may be taken on half a history: an event of the stream cannot be read. */
export interface HistoryIncomplete {
  /** A newer Daybook can read it; or else it is damaged. */
  readonly type: 'NeedsNewerDaybook' | 'EventUnreadable';
  readonly position: number;
}

export const historyIncomplete = ({
  position,
  needsNewer,
}: StreamIncomplete): HistoryIncomplete => ({
  type: needsNewer ? 'NeedsNewerDaybook' : 'EventUnreadable',
  position,
});
