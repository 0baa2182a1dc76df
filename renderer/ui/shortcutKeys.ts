/** Where a key does something. */
export type ShortcutScope = 'everywhere' | 'list' | 'person';

interface ShortcutKey {
  /** A key as `keyName` has it, after the keys that are held. `mod` is Ctrl, and on a Mac Command. */
  readonly keys: string;
  readonly scope: ShortcutScope;
  /** Works while a dialog lies above the page, too. */
  readonly overDialogs?: true;
}

/**
 * Every key that does something by itself, by the name of its text. The overview, the palette, hints and
 * menus take their keys from here, and nothing else can be bound: see `useShortcuts`.
 */
export const shortcutKeys = {
  palette: { keys: 'mod+k', scope: 'everywhere' },
  search: { keys: '/', scope: 'everywhere' },
  newPerson: { keys: 'n', scope: 'everywhere' },
  // Whoever has to leave the desk cannot first see to what is open.
  lock: { keys: 'mod+shift+l', scope: 'everywhere', overDialogs: true },
  help: { keys: '?', scope: 'everywhere' },
  charge: { keys: 'c', scope: 'person' },
  pay: { keys: 'p', scope: 'person' },
  toList: { keys: 'b', scope: 'person' },
  closeEntry: { keys: 'escape', scope: 'list' },
} as const satisfies Readonly<Record<string, ShortcutKey>>;

export type ShortcutName = keyof typeof shortcutKeys;

/** The keys that can be bound. */
export type BoundKey = (typeof shortcutKeys)[ShortcutName]['keys'];

/** Whether a key does something while a dialog lies above the page. */
export const worksOverDialogs = (keys: string): boolean => {
  const shortcuts: readonly ShortcutKey[] = Object.values(shortcutKeys);
  return shortcuts.some((shortcut) => shortcut.keys === keys && shortcut.overDialogs === true);
};

/** The name of what a key does. */
export const shortcutOf = (keys: string): ShortcutName | undefined =>
  (Object.keys(shortcutKeys) as ShortcutName[]).find((name) => shortcutKeys[name].keys === keys);

const isMac = (): boolean => /mac/i.test(navigator.platform);

/** The keys as they are printed on the keyboard: `Ctrl Shift L`, on a Mac `⌘⇧L`. */
export const printKeys = (keys: string, mac: boolean = isMac()): string => {
  const names: Readonly<Record<string, string>> = {
    ...(mac ? { mod: '\u2318', shift: '\u21e7' } : { mod: 'Ctrl', shift: 'Shift' }),
    escape: 'Esc',
  };
  return keys
    .split('+')
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(mac ? '' : ' ');
};

/** The printed keys of something that has some. */
export const keysOf = (name: ShortcutName): string => printKeys(shortcutKeys[name].keys);
