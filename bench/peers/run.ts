import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Event } from '@event-driven-io/emmett';
import { getSQLiteEventStore } from '@event-driven-io/emmett-sqlite';
import { createEngine } from '../../main/engine/createEngine.ts';
import type { EngineOptions } from '../../main/engine/EngineOptions.ts';
import { createDaybookFolder } from '../../main/engine/folder/createDaybookFolder.ts';
import { openParts } from '../../main/engine/folder/openParts.ts';
import { cheapKdf } from '../../main/engine/keys/cheapKdf.ts';
import { worldOfThisMachine } from '../../main/engine/worldOfThisMachine.ts';
import { creditAccount } from '../../shared/records/credit-account/record.ts';
import { records } from '../../shared/records/registry.ts';
import { views } from '../../shared/views/registry.ts';
import { createStateCache } from '../../main/engine/command/StateCache.ts';
import { createEventCatalog } from '../../main/engine/eventlog/EventCatalog.ts';

/*
 * The same work by `@event-driven-io/emmett-sqlite` and by Daybook, one after the other on one disk:
 * charges on one account. Ours decides, seals a memo, chains, keeps rows and answers commands; theirs
 * appends and reads. Both in this thread.
 */

const ONE_BY_ONE = 300;
const HUNDREDS = 20;
const READS = 20;

interface Store {
  readonly appendOne: (n: number) => Promise<unknown>;
  readonly appendHundred: (n: number) => Promise<unknown>;
  readonly read: () => Promise<number>;
  readonly fold: () => Promise<number>;
  readonly close: () => Promise<unknown>;
}

const folder = mkdtempSync(path.join(tmpdir(), 'daybook-peers-'));

type Charged = Event<
  'Charged',
  { minor: number; currency: string; occurredOn: string; memo: string }
>;

const charged = (n: number): Charged => ({
  type: 'Charged',
  data: { minor: 1 + (n % 900), currency: 'USD', occurredOn: '2026-11-23', memo: `Sale ${n}` },
});

let retries = 0;

/** Its commit is refused now and then, while a statement of its own is still running; then it is asked again. */
const again = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof Error && cause.message.includes('SQLITE_BUSY')) || retries > 10_000)
        throw cause;
      retries += 1;
    }
  }
};

const openPeer = (): Store => {
  const store = getSQLiteEventStore({
    fileName: path.join(folder, 'peer.db'),
    schema: { autoMigration: 'CreateOrUpdate' },
  });
  const stream = 'account-1';
  return {
    appendOne: (n) => again(() => store.appendToStream(stream, [charged(n)])),
    appendHundred: (n) =>
      again(() =>
        store.appendToStream(
          stream,
          Array.from({ length: 100 }, (_, index) => charged(n * 100 + index)),
        ),
      ),
    read: async () => (await store.readStream<Charged>(stream)).events.length,
    fold: async () =>
      (
        await store.aggregateStream<number, Charged>(stream, {
          initialState: () => 0,
          evolve: (sum, { data }) => sum + data.minor,
        })
      ).state,
    close: () => Promise.resolve(),
  };
};

const openOurs = async (): Promise<Store> => {
  const options: EngineOptions = {
    world: worldOfThisMachine,
    records,
    views,
    imports: [],
    kdf: cheapKdf,
    reportDefect: (cause) => {
      throw cause;
    },
  };
  const daybook = {
    folder: path.join(folder, 'ours'),
    passphrase: 'bench',
    name: 'Bench',
    currency: 'USD',
  };
  const created = await createDaybookFolder(daybook, options);
  const parts = created.ok ? await openParts(daybook, options) : created;
  if (!parts.ok) throw new Error(JSON.stringify(parts.error));
  const engine = createEngine(parts.value, options);
  const personId = '01939a5e-0000-7000-8000-000000000001';
  const accountId = '01939a5e-0000-7000-8000-000000000002';
  const write = async (command: string, input: object): Promise<void> => {
    const reply = await engine.execute({ command, input });
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  };
  await write('person/register', { personId, details: { name: 'Ann' } });
  await write('credit-account/open', {
    accountId,
    personId,
    limit: { currency: 'USD', minor: 900_000_000 },
  });
  const input = (n: number): object => {
    const { minor, currency, occurredOn, memo } = charged(n).data;
    return { accountId, amount: { currency, minor }, occurredOn, memo };
  };
  const { reader, state } = parts.value;
  const catalog = createEventCatalog(records);
  const stream = `credit-account-${accountId}`;
  return {
    appendOne: (n) => write('credit-account/charge', input(n)),
    appendHundred: (n) =>
      engine.executeAll(
        Array.from({ length: 100 }, (_, index) => ({
          command: 'credit-account/charge',
          input: input(n * 100 + index),
        })),
      ),
    read: () =>
      Promise.resolve(
        reader
          .readStream(stream, 0, Number.MAX_SAFE_INTEGER)
          .map(({ data }) => JSON.parse(Buffer.from(data).toString('utf8')) as object).length,
      ),
    fold: () => {
      // Without snapshots: a database that knows of none.
      const cache = createStateCache({
        log: reader,
        catalog,
        state: { ...state, read: () => ({ all: () => [], get: () => undefined }) },
      });
      const folded = cache.load(creditAccount, stream).state as { readonly balance: number };
      return Promise.resolve(folded.balance);
    },
    close: engine.close,
  };
};

const perSecond = async (
  times: number,
  size: number,
  work: (n: number) => Promise<unknown>,
): Promise<number> => {
  const startedAt = performance.now();
  for (let n = 0; n < times; n += 1) await work(n);
  return Math.round((times * size * 1000) / (performance.now() - startedAt));
};

const measure = async (store: Store): Promise<readonly number[]> => {
  const one = await perSecond(ONE_BY_ONE, 1, store.appendOne);
  const hundred = await perSecond(HUNDREDS, 100, store.appendHundred);
  const events = ONE_BY_ONE + HUNDREDS * 100;
  const read = await perSecond(READS, events, store.read);
  const fold = await perSecond(READS, events, store.fold);
  await store.close();
  return [one, hundred, read, fold];
};

const peer = await measure(openPeer());
const ours = await measure(await openOurs());
rmSync(folder, { recursive: true, force: true });

const works = ['append one', 'append a hundred', 'read a stream', 'fold a stream'];
const lines = works.map((work, index) => {
  const [theirs = 0, own = 0] = [peer[index], ours[index]];
  return `| ${work} | ${theirs} | ${own} | ${(own / theirs).toFixed(1)} |`;
});
process.stderr.write(`emmett-sqlite was busy and was asked again ${retries} times\n`);
process.stdout.write(
  [
    '| work | emmett-sqlite, events/s | Daybook, events/s | ratio |',
    '|---|---|---|---|',
    ...lines,
    '',
  ].join('\n'),
);
