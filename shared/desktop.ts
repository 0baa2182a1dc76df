import type { Language } from './languages.ts';
import type { Result } from './kernel/result.ts';
import type { Notice } from './methods.ts';
import type { HandedFile } from './protocol/handed-files.ts';
import type { Refusal } from './protocol/refusal.ts';

/**
 * What the preload of the desktop gives to its window, and all that it gives: named functions, never the
 * channel itself.
 */
export interface DesktopApi {
  /** A `RequestFrame` as JSON; gives its `ReplyFrame` as JSON. */
  readonly call: (frame: string) => Promise<string>;
  /** Gives back what ends the listening. */
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
  /** The language that the window speaks, for the menu and the dialogs. */
  readonly speak: (language: Language) => Promise<unknown>;
  /** Whether the page holds what would be lost with it: the program asks before it lets it go. */
  readonly hold: (holds: boolean) => Promise<unknown>;
  /** Asks for a place and writes what the window prints into it. `saved` is false when the user has changed their mind. */
  readonly savePdf: (name: string) => Promise<Result<{ readonly saved: boolean }, Refusal>>;
  /** Hands a `File` over that the user has chosen, whose path only the preload learns. */
  readonly hand: (file: unknown) => Promise<Result<HandedFile, Refusal>>;
}

/** What the window finds it under. */
export const desktopApiName = 'daybook';

/** The channels between the preload and the program. */
export const channels = {
  call: 'daybook:call',
  notice: 'daybook:notice',
  speak: 'daybook:speak',
  hold: 'daybook:hold',
  savePdf: 'daybook:save-pdf',
  hand: 'daybook:hand',
} as const;
