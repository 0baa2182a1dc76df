import { describe, expect, it, vi } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import { createMenu, type MenuDependencies } from './createMenu.ts';
import { textsOf } from './texts/textsOf.ts';

const deeds = { newWindow: vi.fn(), openFolder: vi.fn(), open: vi.fn() };
const menu = (given: Partial<MenuDependencies> = {}) =>
  createMenu({
    texts: textsOf.en,
    platform: 'linux',
    hasTools: false,
    recent: [],
    deeds,
    ...given,
  });

const all = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);

describe.each(['en', 'ko'] as const)('the menu in %s', (language) => {
  it.each(['linux', 'darwin', 'win32'] as const)('has words for every item on %s', (platform) => {
    const items = all(menu({ texts: textsOf[language], platform, hasTools: true }));
    const wordless = items.filter(
      ({ type, label }) => type !== 'separator' && (label ?? '') === '',
    );
    expect(wordless).toEqual([]);
    expect(items.length).toBeGreaterThan(20);
    const letters = items.filter(({ label }) => /&/u.test(label ?? ''));
    expect(letters.length > 0).toBe(platform !== 'darwin');
  });
});

it('has other words in each language, and no key twice in one menu', () => {
  const labels = (language: 'en' | 'ko') =>
    all(menu({ texts: textsOf[language] })).map(({ label }) => label);
  const english = new Set(labels('en').filter((label) => label !== undefined));
  expect(labels('ko').filter((label) => label !== undefined && english.has(label))).toEqual([]);
  const keys = all(menu()).flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

it('lists what was open by its name, whatever is in it', () => {
  const shop = { folder: '/books/Shop', name: 'Salt & Pepper' };
  const file = menu({ recent: [shop] })[0];
  const item = all([file ?? {}]).find(({ label }) => label === 'Salt && Pepper');
  const click = item?.click as (() => void) | undefined;
  click?.();
  expect(deeds.open).toHaveBeenCalledWith(shop);
});

it('has developer tools for developers only', () => {
  const has = (hasTools: boolean) =>
    all(menu({ hasTools })).some(({ role }) => role === 'toggleDevTools');
  expect([has(true), has(false)]).toEqual([true, false]);
});
