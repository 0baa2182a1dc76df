import type { Database } from '../sqlite/openDatabase.ts';
import { cheapKdf } from './cheapKdf.ts';
import { daybook } from './idsUnderTest.ts';
import { locationOf } from './keyStoreUnderTest.ts';
import { openKeysDatabase } from './openKeyStore.ts';
import { createScratchKey } from './scratchKey.ts';
import { createSealing } from './sealing.ts';
import { createUnlockedKeyStore, type UnlockedKeyStore } from './unlockedKeyStore.ts';
import { unlockVault } from './vault.ts';
import { readInstallation, readVault } from './vaultRecord.ts';

/*
 * For tests only: a key store over a real database that tells of each step before it takes it, so that
 * a test can stop there.
 */

export type OnStep = (step: string) => void;

const watched = (database: Database, onStep: OnStep): Database => ({
  ...database,
  write: (text) => {
    const statement = database.write(text);
    return {
      run: (...values) => {
        onStep(text.slice(0, 20));
        return statement.run(...values);
      },
    };
  },
  transaction: (work) => {
    onStep('begin');
    const value = database.transaction(() => {
      const inside = work();
      onStep('commit');
      return inside;
    });
    onStep('committed');
    return value;
  },
  truncateWal: () => {
    onStep('truncate');
    database.truncateWal();
    onStep('truncated');
  },
});

export interface Watched {
  readonly store: UnlockedKeyStore;
  /** The database under the store: the only way to change a file that is open. */
  readonly database: Database;
}

/** Opens a key file with the passphrase of `locationOf`; `onStep` hears of every step from then on. */
export const openWatched = async (path: string, onStep: OnStep): Promise<Watched> => {
  const { passphrase, world } = locationOf(path);
  const opened = openKeysDatabase(path);
  if (!opened.ok) throw new Error(opened.error.type);
  const database = opened.value;
  const vault = readVault(database);
  const installation = readInstallation(database);
  if (vault === null || installation === null) throw new Error('no vault');
  const sealing = createSealing(world.randomBytes);
  const vaultKey = createScratchKey();
  const tools = { sealing, randomBytes: world.randomBytes, policy: cheapKdf };
  const unlocked = await unlockVault(vault, { passphrase }, daybook, vaultKey, tools);
  if (!unlocked.ok) throw new Error(unlocked.error.type);
  const store = createUnlockedKeyStore({
    database: watched(database, onStep),
    daybook,
    installation,
    vaultKey,
    sealing,
    world,
    policy: cheapKdf,
  });
  return { store, database };
};
