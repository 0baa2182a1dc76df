import { describe, expect, it } from 'vitest';
import { changed, erasedSomebody, held, open, openSlow, settle } from './pagedRowsUnderTest.ts';

describe('rows that change faster than they are answered', () => {
  it('are shown all the same, every page in sight, and asked for one question at a time', async () => {
    const { rows, table } = openSlow(100);
    rows.show(0, 29);
    for (let turn = 0; turn < 8; turn += 1) {
      rows.refresh(changed);
      rows.refresh(changed);
      expect(table.waiting()).toBe(1);
      await table.answer();
    }
    expect(held(rows, 30)).toHaveLength(30);
  });

  it('are asked for again in turn, so that none stays out of date', async () => {
    const { rows, table } = openSlow(30);
    await table.answerAll();
    rows.show(0, 29);
    await table.answerAll();
    table.become(Array.from({ length: 30 }, (_, index) => index + 0.5));
    for (let turn = 0; turn < 9; turn += 1) {
      rows.refresh(changed);
      await table.answer();
    }
    expect([0, 10, 20].map((index) => rows.state().rowAt(index))).toEqual([0.5, 10.5, 20.5]);
  });

  it('are reached at a far place', async () => {
    const { rows, table } = openSlow(1000);
    rows.expect(1000);
    rows.show(990, 999);
    for (let turn = 0; turn < 40; turn += 1) {
      rows.refresh(changed);
      await table.answer();
    }
    expect(rows.state().rowAt(999)).toBe(999);
  });
});

describe('a refresh', () => {
  it('keeps the old rows until the new ones are there', async () => {
    const { rows, table } = await open(25);
    table.become([100, ...Array.from({ length: 30 }, (_, index) => 101 + index)]);
    rows.refresh(changed);
    expect(rows.state().rowAt(0)).toBe(0);
    await settle();
    expect(rows.state().rowAt(0)).toBe(100);
    rows.show(20, 30);
    await settle();
    expect(rows.state()).toMatchObject({ count: 31, complete: true });
    expect(rows.state().rowAt(30)).toBe(130);
  });

  it('finds that there is less', async () => {
    const { rows, table } = await open(25);
    rows.show(15, 24);
    await settle();
    table.become([1, 2, 3]);
    rows.refresh(changed);
    await settle();
    expect(rows.state().rowAt(12)).toBeUndefined();
  });

  it('shows what was asked for before it, and asks once more', async () => {
    const { rows, table } = openSlow(5);
    rows.refresh(changed);
    await table.answer();
    expect(rows.state().rowAt(0)).toBe(0);
    table.become([7]);
    await table.answer();
    expect(rows.state().rowAt(0)).toBe(7);
    expect(rows.state().count).toBe(1);
    expect(table.waiting()).toBe(0);
  });

  it('after an erasure shows nothing that was asked for before it', async () => {
    const { rows, table } = openSlow(5);
    rows.refresh(changed);
    rows.refresh(erasedSomebody);
    rows.refresh(changed);
    await table.answer();
    expect(rows.state()).toMatchObject({ count: 0, loading: true });
    await table.answer();
    expect(rows.state().rowAt(0)).toBe(0);
  });

  it('after an erasure lets go at once of every row, also when it is then refused', async () => {
    const { rows, table } = await open(95);
    table.refuse(true);
    const told: number[] = [];
    rows.onChange(() => told.push(held(rows, 95).length));
    rows.refresh(erasedSomebody);
    expect(told).toEqual([0]);
    await settle();
    expect(held(rows, 95)).toEqual([]);
    expect(rows.state()).toMatchObject({ count: 30, refusal: { type: 'NoDaybookOpen' } });
    table.refuse(false);
    rows.show(0, 8);
    await settle();
    expect(rows.state().rowAt(0)).toBe(0);
  });

  it('is settled only while no row in sight is asked for again', async () => {
    const { rows, table } = openSlow(100);
    expect(rows.isSettled()).toBe(false);
    await table.answerAll();
    expect(rows.isSettled()).toBe(true);
    rows.refresh(changed);
    expect(rows.isSettled()).toBe(false);
    rows.refresh(changed);
    await table.answer();
    expect(rows.isSettled()).toBe(false);
    await table.answerAll();
    expect(rows.isSettled()).toBe(true);
  });

  it('holds nothing out of sight that was asked for before it', async () => {
    const { rows, table } = openSlow(100);
    await table.answerAll();
    rows.show(10, 25);
    rows.show(60, 69);
    rows.refresh(changed);
    await table.answer();
    expect(held(rows, 30)).toEqual([]);
  });

  it('tells a refusal, and forgets it when an answer comes', async () => {
    const { rows, table } = await open(25);
    table.refuse(true);
    rows.refresh(changed);
    await settle();
    expect(rows.state().refusal).toEqual({ type: 'NoDaybookOpen' });
    table.refuse(false);
    rows.refresh(changed);
    await settle();
    expect(rows.state()).toMatchObject({ refusal: null });
  });
});
