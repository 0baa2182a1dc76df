import { isComposing } from '../../ui/composition.ts';

/** What was typed behind the key of the search; null while nobody waits for its field. */
let held: string | null = null;

const hold = (event: KeyboardEvent): void => {
  const isHeldKey = event.ctrlKey || event.metaKey || event.altKey;
  if (held === null || isHeldKey || event.key === 'Shift' || isComposing(event)) return;
  // Whoever does anything else no longer waits.
  if (event.key.length > 1) {
    searchWish.forget();
    return;
  }
  held += event.key;
  event.preventDefault();
  // It is a letter of a word, and means nothing else by itself.
  event.stopImmediatePropagation();
};

/**
 * Whoever presses the key of the search on another page types on at once. What they type waits until the
 * field is there: it would begin an entry, or a new person.
 */
export const searchWish = {
  make: (): void => {
    held = '';
    window.addEventListener('keydown', hold, { capture: true });
    window.addEventListener('pointerdown', searchWish.forget, { capture: true });
  },
  /** The field is there: it gets the focus, and what was typed. */
  meet: (field: HTMLInputElement | null): void => {
    const typed = held;
    searchWish.forget();
    if (typed === null || field === null) return;
    field.focus();
    field.setRangeText(typed, field.value.length, field.value.length, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  },
  forget: (): void => {
    held = null;
    window.removeEventListener('keydown', hold, { capture: true });
    window.removeEventListener('pointerdown', searchWish.forget, { capture: true });
  },
};
