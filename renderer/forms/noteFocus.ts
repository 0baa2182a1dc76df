/** Where the focus was when something was sent. */
export interface NotedFocus {
  /** True while nobody has moved it or typed there since. */
  readonly isStill: () => boolean;
  /** Moves it to the first field of its form for the next one, but never away from somebody at work. */
  readonly moveToFirst: () => void;
}

const textIn = (element: Element | null): string | null =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? element.value
    : null;

/** Notes where the focus is. */
export const noteFocus = (): NotedFocus => {
  const place = document.activeElement;
  const text = textIn(place);
  const isStill = (): boolean => document.activeElement === place && textIn(place) === text;
  return {
    isStill,
    moveToFirst: () => {
      if (isStill()) place?.closest('form')?.querySelector('input')?.focus();
    },
  };
};
