import fc from 'fast-check';
import type { AnyRecord } from '../../shared/kernel/record.ts';
import { records } from '../../shared/records/registry.ts';
import type { CommandEnvelope } from '../../shared/protocol/envelopes.ts';
import {
  createDaybookUnderTest,
  idOf,
  usd,
  type DaybookUnderTest,
  type OpenDaybook,
  type Otherwise,
} from './daybookUnderTest.ts';
import type { OpenedParts } from './folder/openParts.ts';

/*
 * Histories of any kind, made of every command of every record, about so few people and accounts that
 * they meet in every way. For tests only.
 */

/** A command, but for the id of an entry that is only known when the entry has been made. */
export interface Step {
  readonly command: string;
  readonly input: object;
  /** Reverses one of the entries made so far, counted from the first. */
  readonly reverses?: number;
  /** Sent together with the one before. */
  readonly together: boolean;
}

const anyPersonId = fc.integer({ min: 1, max: 3 }).map((number) => idOf(number));
const anyAccountId = fc.integer({ min: 1, max: 3 }).map((number) => idOf(number, 0xa));
const amount = fc.integer({ min: 1, max: 40 }).map((tens) => usd(tens * 10));
const text = fc.constantFrom('Flour', 'Two sacks', 'ㄱㅏ', 'x'.repeat(300));
const occurredOn = fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23');
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const entry = { accountId: anyAccountId, amount, occurredOn, memo: optional(text) };

const of = (command: string, input: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ command: fc.constant(command), input: fc.record(input) });

const step: fc.Arbitrary<Omit<Step, 'together'>> = fc.oneof(
  {
    weight: 3,
    arbitrary: of('person/register', { personId: anyPersonId, details: fc.record({ name: text }) }),
  },
  of('person/correct-details', { personId: anyPersonId, changes: fc.record({ name: text }) }),
  of('person/archive', { personId: anyPersonId }),
  of('person/restore', { personId: anyPersonId }),
  anyPersonId.map((id) => ({
    command: 'person/erase',
    input: { personId: id, ground: 'request', confirm: id },
  })),
  {
    weight: 4,
    arbitrary: of('credit-account/open', {
      accountId: anyAccountId,
      personId: anyPersonId,
      limit: fc.constant(usd(300)),
    }),
  },
  { weight: 6, arbitrary: of('credit-account/charge', entry) },
  of('credit-account/charge', { ...entry, approval: fc.record({ reason: text }) }),
  { weight: 4, arbitrary: of('credit-account/pay', entry) },
  of('credit-account/change-limit', {
    accountId: anyAccountId,
    limit: amount,
    reason: optional(text),
  }),
  of('credit-account/close', { accountId: anyAccountId }),
  of('credit-account/reopen', { accountId: anyAccountId }),
  fc.record({
    command: fc.constant('credit-account/reverse-entry'),
    input: fc.record({ accountId: anyAccountId, reason: optional(text) }),
    reverses: fc.nat(8),
  }),
);

/** A history of that many steps. */
export const anyHistory = (minLength: number, maxLength: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.tuple(step, fc.boolean()).map(([what, together]) => ({ ...what, together })),
    { minLength, maxLength, size: 'max' },
  );

/** Everybody is there and has an account: what histories of several devices begin with. */
export const beginning: readonly CommandEnvelope[] = [1, 2, 3].flatMap((number) => [
  {
    command: 'person/register',
    input: { personId: idOf(number), details: { name: `Person ${number}` } },
  },
  {
    command: 'credit-account/open',
    input: { accountId: idOf(number, 0xa), personId: idOf(number), limit: usd(300) },
  },
  {
    command: 'credit-account/charge',
    input: {
      accountId: idOf(number, 0xa),
      amount: usd(10),
      occurredOn: '2026-11-19',
      memo: 'The first',
    },
  },
]);

const entryOf = (result: object): readonly string[] =>
  'entryId' in result && typeof result.entryId === 'string' ? [result.entryId] : [];

/** Runs a history; what is refused is refused. Says how much was accepted. */
export const runHistory = async (
  { engine }: OpenDaybook,
  steps: readonly Step[],
): Promise<number> => {
  const entries: string[] = [];
  let accepted = 0;
  let group: CommandEnvelope[] = [];
  const send = async (): Promise<void> => {
    const replies = await engine.executeAll(group);
    group = [];
    for (const reply of replies) {
      if (!reply.ok) continue;
      accepted += 1;
      entries.push(...entryOf(reply.result));
    }
  };
  for (const { command, input, reverses, together } of steps) {
    if (!together) await send();
    const entryId = reverses === undefined ? undefined : entries[reverses % entries.length];
    if (reverses !== undefined && entryId === undefined) continue;
    group.push({ command, input: { ...input, ...(entryId === undefined ? {} : { entryId }) } });
  }
  await send();
  await engine.status();
  return accepted;
};

/** Every row of every record, as SQLite gives it, and what is withheld from them: text to compare byte for byte. */
export const rowsOf = (
  { state }: Pick<OpenedParts, 'state'>,
  tables: readonly string[] = [
    'person',
    'credit_account',
    'credit_account_entry',
    'credit_account_day',
  ],
): string =>
  [...tables.map((table) => `SELECT * FROM ${table}`), 'SELECT * FROM withheld ORDER BY 1, 2']
    .map((query) => JSON.stringify(state.read(query).all(), null, 1))
    .join('\n');

export const accountId = idOf(1, 0xa);

/** A charge to the first account. */
export const charge = (minor: number): CommandEnvelope => ({
  command: 'credit-account/charge',
  input: { accountId, amount: usd(minor), occurredOn: '2026-11-23' },
});

/** An open daybook in which the beginning has happened. */
export const withBeginning = async (
  otherwise?: Otherwise,
): Promise<{ readonly daybook: DaybookUnderTest; readonly open: OpenDaybook }> => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open(otherwise);
  await open.engine.executeAll(beginning);
  await open.status();
  return { daybook, open };
};

/** The records, one of them otherwise than the product has it. */
export const recordsWith = (
  name: string,
  change: (record: AnyRecord) => Partial<AnyRecord>,
): readonly AnyRecord[] =>
  records.map((record: AnyRecord) =>
    record.name === name ? { ...record, ...change(record) } : record,
  );

/** Does something again and again until the work has ended. Says how often. */
export const whileItRuns = async (
  work: Promise<unknown>,
  beside: () => Promise<unknown>,
): Promise<number> => {
  const running = { done: false };
  const ended = work.finally(() => {
    running.done = true;
  });
  let times = 0;
  while (!running.done) {
    await beside();
    times += 1;
  }
  await ended;
  return times;
};
