import { useSyncExternalStore } from 'react';
import type { ExportOrder } from '../../shared/protocol/exporting.ts';
import { useApi } from './ApiContext.ts';
import type { ExportState } from './createExports.ts';

export interface ExportHandle extends ExportState {
  /** Writes into a file of this name, which the user then gets; see `Exports`. */
  readonly run: (order: ExportOrder, name: string) => Promise<ExportState | null>;
  readonly cancel: () => void;
}

/** The export that is going on, or was last: how it stands, and what starts and stops it. */
export const useExport = (): ExportHandle => {
  const { exports } = useApi();
  const state = useSyncExternalStore(exports.onChange, exports.state);
  return { ...state, run: exports.run, cancel: exports.cancel };
};
