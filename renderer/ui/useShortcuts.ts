import { useEffect, useRef } from 'react';
import { isComposing } from './composition.ts';

/** What keys do. A letter is named in lower case; it is found by its place on the keyboard in Hangul mode too. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'));

/** A message at the foot is an alert dialog too, but says of itself that the page goes on beside it. */
const sheetAbove = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])';

const latin = /^[\u0020-\u007e]$/;

/** The key's name, whatever script the keyboard is set to. */
export const keyName = (event: Pick<KeyboardEvent, 'key' | 'code'>): string => {
  if (latin.test(event.key) || event.key.length > 1) return event.key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  return (letter ?? event.key).toLowerCase();
};

/** Runs shortcuts of single keys, as long as nobody is typing and no dialog lies above. */
export const useShortcuts = (shortcuts: Shortcuts): void => {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isComposing(event) || isEditable(event.target)) return;
      if (document.querySelector(sheetAbove) !== null) return;
      const run = current.current[keyName(event)];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
};
