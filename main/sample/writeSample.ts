import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { createUuidSource } from '../../shared/kernel/uuid.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Engine } from '../engine/Engine.ts';
import { CommandRefused, createCommandSender, type CommandSender } from './CommandSender.ts';
import { createRandom, type Random } from '../../shared/kernel/seeded-random.ts';
import { createAmounts, sampleEntry, type Amounts, type SampleAccount } from './sampleAccounts.ts';
import { samplePerson } from './samplePerson.ts';

export interface SampleOptions {
  readonly people: number;
  readonly entries: number;
  /** The same seed makes the same people, accounts and entries. */
  readonly seed: number;
  /** The day of the last entries; the first ones are three years before. */
  readonly today: LocalDate;
  readonly onProgress?: (done: number, total: number) => void;
  /** Aborted when nobody wants it any more: it is then refused as `Cancelled`. */
  readonly signal?: AbortSignal;
}

interface Writing extends Pick<SampleOptions, 'people' | 'entries' | 'today'> {
  readonly sender: CommandSender;
  readonly random: Random;
  readonly amounts: Amounts;
  readonly newId: () => string;
}

const DAY_MS = 86_400_000;
const DAYS = 3 * 365;

const daysBefore = (today: string, days: number): string =>
  new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);

const writePerson = async (number: number, writing: Writing): Promise<SampleAccount> => {
  const { sender, random, amounts, newId } = writing;
  const { region, details } = samplePerson(number, random);
  const [personId, accountId, limit] = [newId(), newId(), amounts.limit()];
  await sender.send({ command: 'person/register', input: { personId, details } });
  await sender.send({
    command: 'credit-account/open',
    input: { accountId, personId, limit: amounts.money(limit) },
  });
  return { personId, accountId, region, limit, balance: 0 };
};

/** One in so many stays a customer for good; the others come for a while. */
const REGULAR_EVERY = 20;

/**
 * The customers as a shop has them: they come one after the other over the years, most of them for a
 * while, and some stay. So the accounts of one time are mostly those of people who came then.
 */
const createCustomers = (writing: Writing) => {
  const { people, random } = writing;
  const accounts: SampleAccount[] = [];
  const regulars: SampleAccount[] = [];
  /** How many of the newest ones are still coming. */
  const newcomers = Math.max(1, Math.min(people, Math.max(20, Math.floor(people / 50))));
  const newcomer = (): SampleAccount => {
    const account = accounts[accounts.length - 1 - random.below(newcomers)];
    if (!account) throw new RangeError('nobody has come yet');
    return account;
  };
  return {
    accounts,
    /** Lets people come until there are as many as there are at this time of the sample, 0 to 1. */
    comeUntil: async (time: number): Promise<void> => {
      const due = newcomers + Math.floor((people - newcomers) * time);
      while (accounts.length < due) {
        const account = await writePerson(accounts.length + 1, writing);
        if (accounts.length % REGULAR_EVERY === 0) regulars.push(account);
        accounts.push(account);
      }
    },
    next: (): SampleAccount => (random.chance(0.4) ? random.pick(regulars) : newcomer()),
  };
};

/** Takes back one entry in a thousand, which is known by its id once it has been answered. */
const createReversals = (entries: number) => {
  const wanted = Math.min(Math.floor(entries / 1000), 500);
  const every = Math.floor(entries / Math.max(wanted, 1));
  const taken: { readonly accountId: string; readonly entryId: string }[] = [];
  return {
    wanted,
    hearFor: (index: number, { accountId }: SampleAccount) =>
      wanted > 0 && index % every === 0
        ? (result: object): void => {
            if ('entryId' in result) taken.push({ accountId, entryId: String(result.entryId) });
          }
        : undefined,
    taken: () => taken.slice(0, wanted),
  };
};

/** Writes people and what they buy and pay, in the order of time. */
const writeYears = async (writing: Writing): Promise<readonly SampleAccount[]> => {
  const { sender, random, amounts, entries, today } = writing;
  const reversals = createReversals(entries);
  const ordinary = entries - reversals.wanted;
  const customers = createCustomers(writing);
  for (let index = 0; index < ordinary; index += 1) {
    await customers.comeUntil(index / ordinary);
    const account = customers.next();
    const occurredOn = daysBefore(today, DAYS - Math.floor((DAYS * (index + 1)) / ordinary));
    const entry = sampleEntry(account, occurredOn, amounts, random);
    await sender.send(entry, reversals.hearFor(index, account));
  }
  await customers.comeUntil(1);
  await sender.finish();
  for (const { accountId, entryId } of reversals.taken())
    await sender.send({
      command: 'credit-account/reverse-entry',
      input: { accountId, entryId, reason: 'Entered twice' },
    });
  return customers.accounts;
};

/** Puts one person in a hundred aside, and erases three, so that a visitor meets both. */
const endSome = async (accounts: readonly SampleAccount[], { sender }: Writing): Promise<void> => {
  for (const { personId } of accounts.filter((_account, index) => index % 100 === 17))
    await sender.send({ command: 'person/archive', input: { personId } });
  await sender.finish();
  for (const { personId } of accounts.filter((_account, index) => index % 10 === 5).slice(0, 3))
    await sender.send({
      command: 'person/erase',
      input: { personId, ground: 'request', confirm: personId },
    });
  await sender.finish();
};

const writeAll = async (engine: Engine, options: SampleOptions): Promise<void> => {
  const { people, entries, seed, today, onProgress, signal } = options;
  const { currency } = await engine.status();
  const random = createRandom(seed);
  const total = 2 * people + (people > 0 ? entries : 0);
  let done = 0;
  const sender = createCommandSender(engine, (count) => {
    if (signal?.aborted) throw new CommandRefused({ type: 'Cancelled' });
    done += count;
    onProgress?.(Math.min(done, total), total);
  });
  const startMs = Date.parse(today);
  const writing: Writing = {
    people,
    entries,
    today,
    sender,
    random,
    amounts: createAmounts(currency, random),
    newId: createUuidSource({ nowMs: () => startMs, randomBytes: random.bytes }),
  };
  if (people > 0) await endSome(await writeYears(writing), writing);
  await sender.finish();
};

/**
 * Fills an empty daybook with made-up people, an account each, and entries, by the same commands as
 * if somebody typed them. Some accounts end exhausted, some over their limit.
 *
 * **Errors:** what the first refused command was refused for, as where the daybook is not empty or the
 * disk is full. What was written before stays.
 */
export const writeSample = async (
  engine: Engine,
  options: SampleOptions,
): Promise<Result<null, Refusal>> => {
  try {
    await writeAll(engine, options);
    return ok(null);
  } catch (thrown) {
    if (thrown instanceof CommandRefused) return err(thrown.refusal);
    throw thrown;
  }
};
