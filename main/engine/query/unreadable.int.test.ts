import { describe, expect, test } from 'vitest';
import { createDaybookUnderTest, usd, type OpenDaybook } from '../daybookUnderTest.ts';
import { appendRaw } from '../rawEventsUnderTest.ts';
import { tamperWith } from '../sqlite/tamperUnderTest.ts';

describe('something personal that is not there', () => {
  const today = { occurredOn: '2026-11-23' };

  const withEntry = async () => {
    const daybook = await createDaybookUnderTest();
    const filled = await daybook.open();
    const { personId } = await filled.run('person/register', { details: { name: 'Ann' } });
    const limit = usd(5000);
    const { accountId } = await filled.run('credit-account/open', { personId, limit });
    for (const memo of ['Flour', 'Rice'])
      await filled.run('credit-account/charge', { accountId, amount: usd(700), ...today, memo });
    await filled.close();
    const ask = async (other: OpenDaybook) => ({
      entries: (await other.rows('credit-account/statement', { accountId })).map(
        ({ memo, amount, erased, unreadable }) => ({ memo, amount, erased, unreadable }),
      ),
      events: (await other.rows('person/history', { personId })).map(
        ({ type, erased, unreadable }) => ({ type, erased, unreadable }),
      ),
    });
    return { daybook, personId, ask };
  };
  const entry = { amount: usd(700), erased: false, unreadable: false };

  test('is not erased, where the log has lost the event', async () => {
    const { daybook, personId, ask } = await withEntry();
    // Not near its end, where it would be found at once and the rows be those of what is left.
    const filled = await daybook.open();
    for (let note = 0; note < 110; note += 1)
      await filled.run('person/correct-details', { personId, changes: { note: `Note ${note}` } });
    await filled.close();
    tamperWith(daybook.file('log.db'), (log) =>
      log.execute('DELETE FROM event WHERE position = 3'),
    );
    const open = await daybook.open();
    expect((await open.status()).findings).toEqual([]);
    expect((await ask(open)).entries).toEqual([
      { ...entry, memo: null, unreadable: true },
      { ...entry, memo: 'Rice' },
    ]);
  });

  test('is not erased, where only a newer Daybook can read the event', async () => {
    const { daybook, ask } = await withEntry();
    const newer = await daybook.openParts();
    const { stream = '', subject } = newer.reader.readAfter(2, 1)[0] ?? {};
    appendRaw(newer, {
      stream,
      type: 'credit-account.charged',
      schema: 99,
      data: {},
      personal: { words: 'Salt' },
      ...(subject ? { subject } : {}),
      retention: 'statutory',
    });
    newer.close();
    const { events } = await ask(await daybook.open());
    expect(events[0]).toEqual({
      type: 'credit-account.charged',
      erased: false,
      unreadable: true,
    });
    expect(events.slice(1).every(({ unreadable }) => unreadable === undefined)).toBe(true);
  });

  test('is erased, where its key was destroyed', async () => {
    const { daybook, personId, ask } = await withEntry();
    const open = await daybook.open();
    await open.run('person/erase', { personId, ground: 'request', confirm: personId });
    const { entries } = await ask(open);
    const gone = { ...entry, memo: null, erased: true };
    expect(entries).toEqual([gone, gone]);
  });
});
