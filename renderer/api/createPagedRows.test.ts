import { describe, expect, it } from 'vitest';
import { changed, held, open, pageSize, settle } from './pagedRowsUnderTest.ts';

describe('a long answer', () => {
  it('begins with the first page and the one after it', async () => {
    const { rows, table } = await open(95);
    expect(table.asked).toEqual([null, '9']);
    expect(rows.state()).toMatchObject({ count: 30, complete: false, loading: false });
    expect(rows.state().rowAt(12)).toBe(12);
  });

  it('is as long as it is when it is short', async () => {
    const { rows } = await open(7);
    expect(rows.state()).toMatchObject({ count: 7, complete: true });
  });

  it('can be empty', async () => {
    const { rows } = await open(0);
    expect(rows.state()).toMatchObject({ count: 0, complete: true, loading: false });
  });

  it('is as long as expected until its end is known', async () => {
    const { rows } = await open(95);
    rows.expect(97);
    expect(rows.state().count).toBe(97);
    rows.show(90, 96);
    await settle();
    expect(rows.state()).toMatchObject({ count: 95, complete: true });
  });

  it('has its end one question away, and only what is near is held', async () => {
    const { rows, table } = await open(1000);
    rows.expect(1000);
    table.asked.length = 0;
    rows.show(990, 999);
    await settle();
    expect(rows.state().rowAt(999)).toBe(999);
    expect(rows.state()).toMatchObject({ count: 1000, complete: true });
    expect(table.asked).toHaveLength(1);
    expect(held(rows, 1000).length).toBeLessThanOrEqual(5 * pageSize);
  });

  it('that is shorter than expected is shown to its end all the same', async () => {
    const { rows, table } = await open(970);
    rows.expect(1000);
    table.asked.length = 0;
    rows.show(990, 999);
    await settle();
    expect(rows.state()).toMatchObject({ count: 970, complete: true });
    expect(rows.state().rowAt(969)).toBe(969);
    expect(table.asked.length).toBeLessThanOrEqual(4);
  });

  it('is read backwards from its end, a page at a time', async () => {
    const { rows, table } = await open(1000);
    rows.expect(1000);
    rows.show(990, 999);
    await settle();
    table.asked.length = 0;
    rows.show(945, 954);
    await settle();
    expect(rows.state().rowAt(945)).toBe(945);
    expect(table.asked.length).toBeLessThanOrEqual(3);
  });

  it('comes back from a far place with one question a page', async () => {
    const { rows, table } = await open(1000);
    rows.expect(1000);
    rows.show(990, 999);
    await settle();
    table.asked.length = 0;
    rows.show(0, 8);
    await settle();
    expect(rows.state().rowAt(5)).toBe(5);
    expect(table.asked).toEqual([null, '9']);
  });

  it('reaches a far place when it is refreshed on the way', async () => {
    const { rows } = await open(1000);
    rows.expect(1000);
    rows.show(990, 999);
    for (let turn = 0; turn < 40; turn += 1) {
      await Promise.resolve();
      if (turn % 7 === 0) rows.refresh(changed);
    }
    await settle();
    expect(rows.state().rowAt(999)).toBe(999);
  });
});
