import { useLayoutEffect, useRef } from 'react';
import { isComposing } from './composition.ts';
import { worksOverDialogs, type BoundKey } from './shortcutKeys.ts';
import { singleKeysAreOn } from './singleKeys.ts';

/** What keys do. Each key must stand in `shortcutKeys`, which the overview of the keys shows. */
export type Shortcuts = Readonly<Partial<Record<BoundKey, () => void>>>;

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'));

const isIn = (target: EventTarget | null, selector: string | undefined): boolean =>
  selector !== undefined && target instanceof HTMLElement && target.matches(selector);

/** A message at the foot is an alert dialog too, but says of itself that the page goes on beside it. */
const sheetAbove = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])';

const latin = /^[\u0020-\u007e]$/;

/**
 * The key's name, whatever script the keyboard is set to: in lower case, after the keys that are held. A
 * letter is found by its place on the keyboard in Hangul mode too.
 */
export const keyName = (
  event: Pick<KeyboardEvent, 'key' | 'code'> &
    Partial<Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>>,
): string => {
  const isPlain = latin.test(event.key) || event.key.length > 1;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const key = (isPlain ? event.key : (letter ?? event.key)).toLowerCase();
  if (event.ctrlKey !== true && event.metaKey !== true) return key;
  return `mod+${event.shiftKey === true ? 'shift+' : ''}${key}`;
};

/** Everything that is bound now, the last first: what the palette offers on this screen. */
const bound: { readonly current: Shortcuts }[] = [];

/** What the keys do at this moment. */
export const boundShortcuts = (): Shortcuts =>
  Object.assign({}, ...bound.map(({ current }) => current)) as Shortcuts;

interface ShortcutOptions {
  /** A selector of fields where nobody types such a letter, and where the keys work all the same. */
  readonly alsoIn?: string;
}

/** Runs shortcuts: most as long as no dialog lies above, and those of a single key while nobody is typing. */
export const useShortcuts = (shortcuts: Shortcuts, { alsoIn }: ShortcutOptions = {}): void => {
  const current = useRef(shortcuts);
  // Before the page is painted: a key that is pressed at what is seen must not find what was there before.
  useLayoutEffect(() => {
    current.current = shortcuts;
  });
  useLayoutEffect(() => {
    bound.push(current);
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || isComposing(event)) return;
      const name = keyName(event);
      const isHeldKey = name.startsWith('mod+');
      if (isHeldKey !== (event.eventPhase === Event.CAPTURING_PHASE)) return;
      if (!isHeldKey && isEditable(event.target) && !isIn(event.target, alsoIn)) return;
      if (name.length === 1 && !singleKeysAreOn()) return;
      if (!worksOverDialogs(name) && document.querySelector(sheetAbove) !== null) return;
      const run = (current.current as Readonly<Record<string, (() => void) | undefined>>)[name];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    // On the way down too: many fields let no key come back up, and mean none that is pressed with Ctrl.
    document.addEventListener('keydown', onKey, { capture: true });
    return () => {
      bound.splice(bound.indexOf(current), 1);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [alsoIn]);
};
