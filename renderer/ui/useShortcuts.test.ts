import { expect, it } from 'vitest';
import { keyName } from './useShortcuts.ts';

it.each([
  [{ key: 'n', code: 'KeyN' }, 'n'],
  [{ key: 'N', code: 'KeyN' }, 'n'],
  [{ key: 'ㅜ', code: 'KeyN' }, 'n'],
  [{ key: 'т', code: 'KeyN' }, 'n'],
  // On a Dvorak keyboard the letter counts, not the place.
  [{ key: 'n', code: 'KeyL' }, 'n'],
  [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
  [{ key: 'k', code: 'KeyK', ctrlKey: true }, 'mod+k'],
  [{ key: 'ㅏ', code: 'KeyK', metaKey: true }, 'mod+k'],
  [{ key: 'L', code: 'KeyL', ctrlKey: true, shiftKey: true }, 'mod+shift+l'],
  [{ key: 'ArrowDown', code: 'ArrowDown' }, 'arrowdown'],
])('%j is the key %s', (event, expected) => {
  expect(keyName(event)).toBe(expected);
});
