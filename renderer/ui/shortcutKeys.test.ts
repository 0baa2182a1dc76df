import { expect, it } from 'vitest';
import { en } from '../text/en.ts';
import { printKeys, shortcutKeys, shortcutOf } from './shortcutKeys.ts';

interface Key {
  readonly keys: string;
  readonly scope: string;
}

/** Keys that mean two things in one place: what holds everywhere holds in each place too. */
const conflicts = (all: readonly Key[]): readonly string[] =>
  all
    .filter(({ keys, scope }, index) =>
      all
        .slice(0, index)
        .some(
          (other) =>
            other.keys === keys &&
            (other.scope === scope || other.scope === 'everywhere' || scope === 'everywhere'),
        ),
    )
    .map(({ keys }) => keys);

it('no key means two things in one place', () => {
  const all = Object.values(shortcutKeys);
  expect(conflicts(all)).toEqual([]);
  expect(conflicts([...all, { keys: 'n', scope: 'person' }])).toEqual(['n']);
  expect(conflicts([...all, { keys: 'c', scope: 'list' }])).toEqual([]);
});

it('each has a text', () => {
  expect(Object.keys(shortcutKeys).filter((name) => !Object.hasOwn(en.keys, name))).toEqual([]);
});

it('none takes a key that the browser keeps for itself', () => {
  // Tabs, windows, reload, closing, the address bar, printing, saving.
  const kept = ['n', 't', 'w', 'r', 'q', 'l', 'p', 's'].map((letter) => `mod+${letter}`);
  expect(Object.values(shortcutKeys).filter(({ keys }) => kept.includes(keys))).toEqual([]);
});

it('are printed as the keyboard has them', () => {
  expect(printKeys('mod+shift+l', false)).toBe('Ctrl Shift L');
  expect(printKeys('mod+shift+l', true)).toBe('⌘⇧L');
  expect(printKeys('?', true)).toBe('?');
  expect(shortcutOf('mod+k')).toBe('palette');
  expect(shortcutOf('x')).toBeUndefined();
});
