import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decide, DecisionContext } from '../../kernel/command.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { MAX_MINOR } from '../../kernel/money.ts';
import { asRecorded, eventIdAt, foldRecord } from '../../kernel/specification.ts';
import { accountId, charged, opened, paid, reversed, usd } from './facts.fixture.ts';
import type { CreditAccountEvent } from './events.ts';
import { creditAccount } from './record.ts';
import { evolveCreditAccount, unopenedAccount, type CreditAccount } from './state.ts';

/** What holds of an account whatever is asked of it. */

interface Order {
  readonly command: string;
  readonly input: object;
}

const context: DecisionContext = {
  streamId: accountId,
  today: '2026-11-30' as LocalDate,
  currency: 'USD',
  subjectStatus: () => 'present',
  facts: undefined,
};

const minor = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(MAX_MINOR));
const occurredOn = '2026-11-23';

const order = (approvals: boolean): fc.Arbitrary<Order> => {
  const entry = fc.record({ amount: minor.map(usd), occurredOn: fc.constant(occurredOn) });
  const approval = approvals ? fc.constantFrom({}, { approval: { reason: 'x' } }) : fc.constant({});
  return fc.oneof(
    fc.tuple(entry, approval).map(([fields, more]) => ({
      command: 'credit-account/charge',
      input: { accountId, ...fields, ...more },
    })),
    entry.map((fields) => ({ command: 'credit-account/pay', input: { accountId, ...fields } })),
    fc.integer({ min: 1, max: 20 }).map((ordinal) => ({
      command: 'credit-account/reverse-entry',
      input: { accountId, entryId: eventIdAt(ordinal), reason: 'x' },
    })),
    fc.constantFrom('credit-account/close', 'credit-account/reopen').map((command) => ({
      command,
      input: { accountId },
    })),
  );
};

const step = (
  account: CreditAccount,
  ordinal: number,
  event: CreditAccountEvent,
): CreditAccount => {
  const evolve = evolveCreditAccount[event.type] as (
    state: CreditAccount,
    event: object,
  ) => CreditAccount;
  return evolve(account, asRecorded(ordinal, event));
};

interface Step {
  readonly before: CreditAccount;
  readonly event: CreditAccountEvent;
  readonly after: CreditAccount;
}

/** Opens an account, gives it the orders, and says what came of those that were accepted. */
const run = (limit: number, orders: readonly Order[]): readonly Step[] => {
  let account = step(unopenedAccount, 1, opened(limit));
  const steps: Step[] = [{ before: unopenedAccount, event: opened(limit), after: account }];
  for (const { command, input } of orders) {
    const definition = creditAccount.commands.find(({ name }) => name === command);
    const decide = definition?.decide as Decide<object, CreditAccount, CreditAccountEvent, never>;
    const decision = decide(definition?.input.parse(input) as object, account, context);
    if (!decision.ok) continue;
    for (const event of decision.value) {
      const before = account;
      account = step(before, steps.length + 1, event);
      steps.push({ before, event, after: account });
    }
  }
  return steps;
};

const isCharge = ({ event }: Step): boolean => event.type === 'credit-account.charged';
const isApproved = ({ event }: Step): boolean =>
  event.type === 'credit-account.charged' && event.data.approved;

const balanceOf = (account: CreditAccount): number =>
  account.status === 'new' ? 0 : account.balance;
const limitOf = (account: CreditAccount): number => (account.status === 'new' ? 0 : account.limit);

const limits = fc.integer({ min: 0, max: 30 });
const ordersOf = (approvals: boolean) => fc.array(order(approvals), { maxLength: 20 });

describe('an account', () => {
  test('never passes its limit by a charge that nobody approved', () =>
    fc.assert(
      fc.property(limits, ordersOf(true), (limit, orders) => {
        const charges = run(limit, orders).filter((one) => isCharge(one) && !isApproved(one));
        for (const { after } of charges)
          expect(balanceOf(after)).toBeLessThanOrEqual(limitOf(after));
      }),
    ));

  test('never passes its limit without approvals and reversed payments', () =>
    fc.assert(
      fc.property(limits, ordersOf(false), (limit, orders) => {
        const harmless = orders.filter(({ command }) => !command.endsWith('reverse-entry'));
        for (const { after } of run(limit, harmless))
          expect(balanceOf(after)).toBeLessThanOrEqual(limit);
      }),
    ));

  test('stays within what can be added up exactly', () =>
    fc.assert(
      fc.property(limits, ordersOf(true), (limit, orders) => {
        for (const { after } of run(limit, orders))
          expect(Math.abs(balanceOf(after))).toBeLessThanOrEqual(MAX_MINOR);
      }),
    ));

  test('takes no charge while it is closed', () =>
    fc.assert(
      fc.property(limits, ordersOf(true), (limit, orders) => {
        for (const { before } of run(limit, orders).filter(isCharge))
          expect(before.status).toBe('open');
      }),
    ));

  test('is the same folded one by one, at once, and from any snapshot', () =>
    fc.assert(
      fc.property(limits, ordersOf(true), fc.nat(), (limit, orders, cut) => {
        const steps = run(limit, orders);
        const events = steps.map(({ event }) => event);
        const whole = foldRecord(creditAccount, events);
        expect(steps.at(-1)?.after).toStrictEqual(whole);
        const at = 1 + (cut % events.length);
        const snapshot = JSON.parse(
          JSON.stringify(foldRecord(creditAccount, events.slice(0, at))),
        ) as CreditAccount;
        const resumed = events
          .slice(at)
          .reduce((state, event, index) => step(state, at + index + 1, event), snapshot);
        expect(resumed).toStrictEqual(whole);
      }),
    ));
});

describe('the state of an account', () => {
  test('counts what two devices reversed at the same time as both wrote it down', () => {
    const events = [opened(100), charged(80), reversed(2, 'charge', 80), reversed(2, 'charge', 80)];
    expect(balanceOf(foldRecord(creditAccount, events) as CreditAccount)).toBe(-80);
  });

  test('cannot be made of entries without the opening', () => {
    expect(() => foldRecord(creditAccount, [paid(1)])).toThrow(Error);
  });

  test('grows by each entry in the same time, however many there are', () => {
    const count = 5000;
    const started = performance.now();
    let account = step(unopenedAccount, 1, opened(MAX_MINOR));
    const one = charged(1);
    for (let ordinal = 2; ordinal < count; ordinal += 1) account = step(account, ordinal, one);
    expect(balanceOf(account)).toBe(count - 2);
    // A copy of all entries for each new one takes seconds.
    expect(performance.now() - started).toBeLessThan(500);
  });
});
