import { describe, expect, test } from 'vitest';
import type { ViewInput } from '../../../shared/contract.ts';
import type { OpenDaybook } from '../daybookUnderTest.ts';
import { filled } from '../peopleUnderTest.ts';
import { tamperWith } from '../sqlite/tamperUnderTest.ts';

const positions = async (
  open: OpenDaybook,
  input: ViewInput<'log/events'>,
): Promise<readonly number[]> =>
  (await open.rows('log/events', input)).map(({ position }) => position);

describe('a damaged log is shown as far as it goes', () => {
  const damagedBy = async (work: Parameters<typeof tamperWith>[1]): Promise<OpenDaybook> => {
    const made = await filled();
    await made.open.close();
    tamperWith(made.daybook.file('log.db'), work);
    return made.daybook.open();
  };

  test('with a hole, after which nobody can tell whether the hash is right', async () => {
    const book = await damagedBy((log) => log.execute('DELETE FROM event WHERE position = 3'));
    expect(await positions(book, {})).toEqual([7, 6, 5, 4, 2, 1]);
    expect(await positions(book, { from: 3 })).toEqual([2, 1]);
    expect(await positions(book, { recordedFrom: 0 })).toEqual([7, 6, 5, 4, 2, 1]);
    expect(await book.rows('log/event', { position: 3 })).toEqual([]);
    const [next] = await book.rows('log/event', { position: 4 });
    expect(next?.chain).toMatchObject({ previous: null, holds: null });
  });

  test('with an event that was changed, whose hash then does not follow', async () => {
    const book = await damagedBy((log) =>
      log.execute(`UPDATE event SET type = 'credit-account.paid' WHERE position = 5`),
    );
    const holds = await Promise.all(
      [4, 5, 6].map(
        async (position) => (await book.rows('log/event', { position }))[0]?.chain.holds,
      ),
    );
    expect(holds).toEqual([true, false, true]);
    // A box is bound to its event, so the change shows there as well; it is not taken for an erasure.
    expect((await book.rows('log/events', { positions: [5] }))[0]?.seal).toBe('damaged');
  });

  test('with a clock that was changed, which must not hide the others', async () => {
    const book = await damagedBy((log) =>
      log.execute('UPDATE event SET clock = 65536 WHERE position = 4'),
    );
    expect((await book.status()).findings.length).toBeGreaterThan(0);
    expect(await positions(book, { recordedFrom: 2 })).toEqual([7, 6, 5, 3, 2, 1]);
  });

  test('with data that cannot be read any more', async () => {
    const book = await damagedBy((log) => {
      log.execute(`UPDATE event SET data = CAST('not json' AS BLOB) WHERE position = 6`);
    });
    expect(await positions(book, {})).toHaveLength(7);
    const [whole] = await book.rows('log/event', { position: 6 });
    expect(whole).toMatchObject({ currentSchema: null, data: {}, chain: { holds: false } });
  });
});
