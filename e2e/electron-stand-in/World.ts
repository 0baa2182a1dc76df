import type { EventEmitter } from 'node:events';
import type { Browser } from './Browser.ts';

export type OpenHandler = (details: { readonly url: string }) => {
  readonly action: 'allow' | 'deny';
};

/** What shows a page, over a session of the DevTools protocol with a real one. */
export interface WebContents extends EventEmitter {
  readonly id: number;
  /** The target of the DevTools protocol that shows its page. */
  readonly target: () => string;
  readonly getURL: () => string;
  readonly setWindowOpenHandler: (handler: OpenHandler) => void;
  readonly send: (channel: string, ...args: readonly unknown[]) => void;
  readonly printToPDF: (options: object) => Promise<Buffer>;
  readonly loadURL: (address: string) => Promise<void>;
  readonly reload: () => void;
  readonly mayOpen: (address: string) => boolean;
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowOptions extends Partial<Bounds> {
  readonly show?: boolean;
  readonly title?: string;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly backgroundColor?: string;
  readonly webPreferences: { readonly preload: string };
}

/** A window without a frame around it: the browser shows none, so its size and place are only kept. */
export interface BrowserWindow extends EventEmitter {
  readonly id: number;
  readonly options: WindowOptions;
  readonly webContents: WebContents;
  readonly isVisible: () => boolean;
  readonly isFocused: () => boolean;
  readonly isMinimized: () => boolean;
  readonly isMaximized: () => boolean;
  readonly isDestroyed: () => boolean;
  readonly getNormalBounds: () => Bounds;
  readonly setBounds: (bounds: Bounds) => void;
  readonly show: () => void;
  readonly hide: () => void;
  readonly focus: () => void;
  readonly restore: () => void;
  readonly minimize: () => void;
  readonly maximize: () => void;
  readonly close: () => void;
  readonly destroy: () => void;
  readonly loadURL: (address: string) => Promise<void>;
}

/** A frame of a page as the program is told of it. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: SenderFrame | null;
}

export type Invoked = (
  event: { readonly sender: WebContents; readonly senderFrame: SenderFrame | null },
  ...args: readonly unknown[]
) => unknown;

export type Answerer = (request: Request) => Response | Promise<Response>;

/** What a dialog was asked, and what it will answer. */
export interface DialogAsked {
  readonly kind: 'open' | 'save' | 'message';
  readonly options: object;
}

/** Everything that the parts of the stand-in share, and that its tests look into. */
export interface World {
  /** There once the program is ready. */
  browser: Browser | null;
  readonly windows: Set<BrowserWindow>;
  focused: BrowserWindow | null;
  /** What the program has said it does, in order, such as `app.enableSandbox`. */
  readonly deeds: string[];
  readonly invoked: Map<string, Invoked>;
  readonly privileged: object[];
  readonly answerers: Map<string, Answerer>;
  readonly dialogsAsked: DialogAsked[];
  readonly dialogAnswers: object[];
  /** It has been told to end: what is asked gets the first answer. */
  isEnding: boolean;
  readonly recentDocuments: string[];
  /** Files that were shown where they lie. */
  readonly shownInFolder: string[];
  /** Addresses that the page has really gone to, which no answerer has: there should be none. */
  readonly wentTo: string[];
  displays: readonly { readonly workArea: object }[];
  menu: unknown;
}

export const createWorld = (): World => ({
  browser: null,
  windows: new Set(),
  focused: null,
  deeds: [],
  invoked: new Map(),
  privileged: [],
  answerers: new Map(),
  dialogsAsked: [],
  dialogAnswers: [],
  isEnding: false,
  recentDocuments: [],
  shownInFolder: [],
  wentTo: [],
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
  menu: null,
});

export const browserOf = ({ browser }: World): Browser => {
  if (browser === null) throw new Error('asked for a page before the program was ready');
  return browser;
};
