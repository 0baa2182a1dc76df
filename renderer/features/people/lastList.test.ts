import { beforeEach, expect, it } from 'vitest';
import { forgetList, lastView, placeIn, rememberList, rememberPlace, wordsOf } from './lastList.ts';

beforeEach(forgetList);

it('is the whole list at first', () => {
  expect([lastView(), wordsOf({}), placeIn('{}')]).toEqual([{}, '', 0]);
});

it('is the view that was left, with its words and its place', () => {
  rememberList({ filter: 'exhausted' }, 'kim');
  rememberPlace('{"filter":"exhausted"}', 7);
  expect(lastView()).toEqual({ filter: 'exhausted' });
  expect(wordsOf({ filter: 'exhausted' })).toBe('kim');
  expect(placeIn('{"filter":"exhausted"}')).toBe(7);
});

it('keeps the words and the place of one view from another', () => {
  rememberList({ filter: 'exhausted' }, 'kim');
  rememberPlace('{"filter":"exhausted"}', 7);
  expect([wordsOf({}), placeIn('{}')]).toEqual(['', 0]);
});

it('is forgotten with the daybook', () => {
  rememberList({ filter: 'exhausted' }, 'kim');
  rememberPlace('{}', 7);
  forgetList();
  expect([lastView(), wordsOf({ filter: 'exhausted' }), placeIn('{}')]).toEqual([{}, '', 0]);
});
