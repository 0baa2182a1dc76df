import type { CDPSession, Page } from 'playwright-core';
import type { App } from './App.ts';

/** What an input method such as that for Hangul does to the field that has the focus. */
export interface InputMethod {
  /** Shows a syllable that is still being put together. */
  readonly compose: (text: string) => Promise<void>;
  /** Ends it with what has become of it. */
  readonly commit: (text: string) => Promise<void>;
  /** A key that the input method sees first, as the browser tells of it. */
  readonly press: (key: 'Enter' | 'Escape') => Promise<void>;
}

const keyCodes = { Enter: 13, Escape: 27 } as const;

/**
 * Drives composition through the browser itself, so that the events are those of a real input method.
 *
 * **Source:** Chrome DevTools Protocol, `Input.imeSetComposition`.
 */
export const openInputMethod = async (app: App, page: Page = app.page): Promise<InputMethod> => {
  const session: CDPSession = await app.profile.newCDPSession(page);
  return {
    compose: async (text) => {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    },
    commit: async (text) => {
      await session.send('Input.insertText', { text });
    },
    press: async (key) => {
      // 229 stands for "the input method has it".
      await session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key,
        code: key,
        windowsVirtualKeyCode: 229,
      });
      await session.send('Input.dispatchKeyEvent', {
        type: 'keyUp',
        key,
        code: key,
        windowsVirtualKeyCode: keyCodes[key],
      });
    },
  };
};
