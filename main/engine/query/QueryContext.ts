import type { ViewContext } from '../../../shared/kernel/view.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';
import type { EventReader } from '../eventlog/EventLog.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import type { ReadHandle } from '../sqlite/handle.ts';

/** What a query reads. Nothing in it can write. */
export interface QueryContext {
  readonly state: ReadHandle;
  readonly log: EventReader;
  readonly catalog: EventCatalog;
  readonly keys: Pick<KeyStore, 'open'>;
  readonly view: ViewContext;
  /** Nothing wrong is known of the log. */
  readonly isSound: boolean;
  /** **Units:** milliseconds, from any start. */
  readonly elapsedMs: () => number;
}
