import { beforeEach, expect, it } from 'vitest';
import { forgetList, lastView, placeIn, rememberList, rememberPlace, wordsOf } from './lastList.ts';

beforeEach(forgetList);

it('is the whole list at first', () => {
  expect([lastView('a'), wordsOf('a', {}), placeIn('a', '{}')]).toEqual([{}, '', 0]);
});

it('is the view that was left, with its words and its place', () => {
  rememberList('a', { filter: 'exhausted' }, 'kim');
  rememberPlace('a', '{"filter":"exhausted"}', 7);
  expect(lastView('a')).toEqual({ filter: 'exhausted' });
  expect(wordsOf('a', { filter: 'exhausted' })).toBe('kim');
  expect(placeIn('a', '{"filter":"exhausted"}')).toBe(7);
});

it('keeps the words and the place of one view from another', () => {
  rememberList('a', { filter: 'exhausted' }, 'kim');
  rememberPlace('a', '{"filter":"exhausted"}', 7);
  expect([wordsOf('a', {}), placeIn('a', '{}')]).toEqual(['', 0]);
});

it('is forgotten with the daybook', () => {
  rememberList('a', { filter: 'exhausted' }, 'kim');
  rememberPlace('a', '{}', 7);
  forgetList();
  expect([lastView('a'), wordsOf('a', { filter: 'exhausted' }), placeIn('a', '{}')]).toEqual([
    {},
    '',
    0,
  ]);
});

it('is nothing to another daybook, nor what its screens say on their way out', () => {
  rememberList('a', { filter: 'exhausted' }, 'kim');
  rememberPlace('a', '{}', 7);
  expect([lastView('b'), wordsOf('b', { filter: 'exhausted' }), placeIn('b', '{}')]).toEqual([
    {},
    '',
    0,
  ]);
  forgetList();
  rememberList('a', {}, 'kim');
  expect(wordsOf('b', {})).toBe('');
});
