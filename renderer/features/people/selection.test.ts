import { describe, expect, it } from 'vitest';
import {
  choosablePeople,
  choose,
  chosenAmong,
  countChosen,
  everybody,
  exportedRows,
  isChosen,
  nobody,
  toggle,
} from './selection.ts';

describe('a selection', () => {
  it('is of nobody at first', () => {
    expect([isChosen(nobody, 'a'), countChosen(nobody, 9)]).toEqual([false, 0]);
  });

  it('takes somebody in and lets them go again', () => {
    const one = toggle(nobody, 'a');
    expect([isChosen(one, 'a'), isChosen(one, 'b'), countChosen(one, null)]).toEqual([
      true,
      false,
      1,
    ]);
    expect(toggle(one, 'a')).toEqual(nobody);
  });

  it('of everybody knows who is left out, and how many remain', () => {
    const most = toggle(everybody, 'a');
    expect([isChosen(most, 'a'), isChosen(most, 'b')]).toEqual([false, true]);
    expect([countChosen(most, 100_000), countChosen(most, null)]).toEqual([99_999, null]);
    expect(toggle(most, 'a')).toEqual(everybody);
  });

  it('of everybody leaves out who was erased, but in the list of those', () => {
    const counted = { rows: 12, people: 10, erased: 3 };
    expect(choosablePeople(counted, {})).toBe(7);
    expect(chosenAmong(everybody, { filter: 'owing' })).toEqual({ filter: 'owing', erased: false });
    expect(choosablePeople(counted, { filter: 'erased' })).toBe(10);
    expect(chosenAmong(everybody, { filter: 'erased' })).toEqual({ filter: 'erased' });
    expect(chosenAmong(nobody, {})).toEqual({});
  });

  it('is exported as those who are chosen, or as all but those who are left out', () => {
    expect(exportedRows(toggle(nobody, 'a'))).toEqual({
      keep: 'only',
      field: 'personId',
      values: ['a'],
    });
    expect(exportedRows(toggle(everybody, 'a'))).toEqual({
      keep: 'except',
      field: 'personId',
      values: ['a'],
    });
  });

  it('takes in a whole range, whoever was in it', () => {
    expect(choose(toggle(nobody, 'a'), ['a', 'b'])).toEqual({
      type: 'some',
      ids: new Set(['a', 'b']),
    });
    expect(choose(toggle(everybody, 'a'), ['a', 'b'])).toEqual(everybody);
  });
});
