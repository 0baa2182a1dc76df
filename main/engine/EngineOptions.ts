import type { ImportDefinition } from '../../shared/kernel/import.ts';
import type { AnyRecord } from '../../shared/kernel/record.ts';
import type { View } from '../../shared/kernel/view.ts';
import type { Consumer } from './bus/Bus.ts';
import type { World } from './dependencies.ts';
import type { KdfPolicy } from './keys/passphraseKey.ts';

/** What an engine is built from. Records, views and imports are all it ever learns of its users' world. */
export interface EngineOptions {
  readonly world: World;
  readonly records: readonly AnyRecord[];
  /** Views across records; those of each record come with it. */
  readonly views: readonly View[];
  readonly imports: readonly ImportDefinition[];
  /** Told of every committed event, at least once, in order. */
  readonly consumers?: readonly Consumer[];
  /** What a passphrase guess costs; the product's own unless a test says otherwise. */
  readonly kdf?: KdfPolicy;
  /** Takes a defect for the local log file and gives its incident number. Must not be given personal data. */
  readonly reportDefect: (cause: unknown) => string;
}
