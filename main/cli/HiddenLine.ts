/** What came of the keys pressed so far. */
export type HiddenInput =
  | { readonly kind: 'more' }
  | { readonly kind: 'entered'; readonly text: string }
  | { readonly kind: 'cancelled' };

/** A line typed on a terminal that shows nothing of it. */
export interface HiddenLine {
  readonly type: (keys: string) => HiddenInput;
}

const ENTER = /^[\r\n]$/u;
const BACKSPACE = /^[\b\x7F]$/u;
const CTRL_C = '\x03';
const CTRL_D = '\x04';
const CTRL_U = '\x15';
const ESCAPE = '\x1B';
const isControl = (key: string): boolean => key < ' ';
/** What ends an escape sequence such as that of an arrow key. */
const endsSequence = /^[A-Za-z~]$/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Takes away what a reader sees as one character: a syllable of Hangul, a letter with its accents. */
const withoutLast = (text: string): string => {
  const last = [...graphemes.segment(text)].at(-1);
  return last === undefined ? '' : text.slice(0, last.index);
};

/** Begins an empty line. Backspace, Ctrl-U, Ctrl-C and Ctrl-D do what they always do; arrows do nothing. */
export const createHiddenLine = (): HiddenLine => {
  let text = '';
  let inSequence: 'no' | 'begun' | 'within' = 'no';

  const press = (key: string): HiddenInput => {
    if (inSequence === 'begun') inSequence = key === '[' || key === 'O' ? 'within' : 'no';
    else if (inSequence === 'within') inSequence = endsSequence.test(key) ? 'no' : 'within';
    else if (ENTER.test(key)) return { kind: 'entered', text };
    else if (key === CTRL_C || (key === CTRL_D && text === '')) return { kind: 'cancelled' };
    else if (BACKSPACE.test(key)) text = withoutLast(text);
    else if (key === CTRL_U) text = '';
    else if (key === ESCAPE) inSequence = 'begun';
    else if (!isControl(key)) text += key;
    return { kind: 'more' };
  };

  return {
    type: (keys) => {
      for (const key of keys) {
        const input = press(key);
        if (input.kind !== 'more') return input;
      }
      return { kind: 'more' };
    },
  };
};
