import { expect, it } from 'vitest';
import { forgetScroll, noteScroll, scrollOf } from './lastScroll.ts';

it('knows how far the daybook was scrolled that was left last, and no other', () => {
  noteScroll('a', 120);
  expect([scrollOf('a'), scrollOf('b')]).toEqual([120, null]);
  noteScroll('b', 30);
  expect([scrollOf('a'), scrollOf('b')]).toEqual([null, 30]);
  forgetScroll();
  expect(scrollOf('b')).toBeNull();
});
