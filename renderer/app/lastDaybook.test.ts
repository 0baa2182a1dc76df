import { beforeEach, expect, it } from 'vitest';
import {
  enterDaybook,
  forgetDaybook,
  isAnother,
  leaveDaybook,
  scrollOfLast,
} from './lastDaybook.ts';

beforeEach(enterDaybook);

it('knows where a daybook was left that is opened again', () => {
  leaveDaybook('a', 120);
  expect([scrollOfLast('a'), isAnother('a')]).toEqual([120, false]);
  expect([scrollOfLast('b'), isAnother('b')]).toEqual([null, true]);
});

it('knows nothing of one that was closed, also where its page goes after that', () => {
  leaveDaybook('a', 120);
  forgetDaybook('a');
  leaveDaybook('a', 120);
  expect([scrollOfLast('a'), isAnother('a')]).toEqual([null, true]);
});

it('notes it again once it is opened again', () => {
  forgetDaybook('a');
  enterDaybook();
  leaveDaybook('a', 30);
  expect([scrollOfLast('a'), isAnother('a')]).toEqual([30, false]);
});
