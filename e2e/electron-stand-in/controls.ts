import { createServer } from 'node:net';
import type { EventEmitter } from 'node:events';
import { createInterface } from 'node:readline';
import type { StandIn } from './createElectron.ts';
import type { Asking } from './session.ts';
import { createEvent } from './strict.ts';
import type { BrowserWindow, WindowOptions } from './World.ts';

/** An item of a menu as the program has made it. */
interface Item {
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly submenu?: readonly Item[];
  readonly click?: () => void;
}

/** What a test can see of a window. */
export interface SeenWindow {
  readonly id: number;
  readonly target: string;
  readonly options: WindowOptions;
  readonly bounds: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly visible: boolean;
  readonly focused: boolean;
  readonly maximized: boolean;
}

const seen = (window: BrowserWindow): SeenWindow => ({
  id: window.id,
  target: window.webContents.target(),
  options: window.options,
  bounds: window.getNormalBounds(),
  visible: window.isVisible(),
  focused: window.isFocused(),
  maximized: window.isMaximized(),
});

/**
 * What the end-to-end tests do to the program from outside of its windows, as a user or the system would,
 * and what they look at. One function a word; inputs and outputs are JSON.
 */
export const createControls = ({ world, app, session }: StandIn) => {
  const windowOf = (id: number): BrowserWindow => {
    const window = [...world.windows].find((window) => window.id === id);
    if (window === undefined) throw new Error(`there is no window ${id}`);
    return window;
  };
  const emit = (emitter: EventEmitter, event: string, details: object): boolean => {
    const emitted = createEvent(details);
    emitter.emit(event, emitted);
    return emitted.isPrevented();
  };
  const openFile = ({ file }: { readonly file: string }): boolean => {
    const event = createEvent({});
    app.emit('open-file', event, file);
    return event.isPrevented();
  };
  return {
    windows: () => [...world.windows].map(seen),
    deeds: () => world.deeds,
    privileged: () => world.privileged,
    schemes: () => [...world.answerers.keys()],
    channels: () => [...world.invoked.keys()],
    wentTo: () => world.wentTo,
    recentDocuments: () => world.recentDocuments,
    shownInFolder: () => world.shownInFolder,
    menu: () => world.menu,
    /** Chooses an item by the labels that lead to it. */
    choose: ({ labels }: { readonly labels: readonly string[] }) => {
      let items = world.menu as readonly Item[];
      let found: Item | undefined;
      for (const label of labels) {
        found = items.find((item) => item.label === label);
        if (found === undefined) throw new Error(`the menu has no ${label}`);
        items = found.submenu ?? [];
      }
      if (found?.role === 'close') world.focused?.close();
      else if (found?.role === 'reload') world.focused?.webContents.reload();
      else found?.click?.();
    },
    dialogs: () => world.dialogsAsked,
    answerDialog: ({ answer }: { readonly answer: object }) =>
      void world.dialogAnswers.push(answer),
    /** How many answers no dialog has had yet. */
    answersLeft: () => world.dialogAnswers.length,
    /** What the program says to a page that wants a permission: its own, unless another is said to ask. */
    permission: ({
      permission,
      asking,
    }: {
      readonly permission: string;
      readonly asking?: Asking;
    }) => session.asked(permission, asking),
    /** Whether the program keeps a window from what the event is about. */
    isPrevented: ({
      id,
      event,
      details,
    }: {
      readonly id: number;
      readonly event: string;
      readonly details: object;
    }) => emit(windowOf(id).webContents, event, details),
    opens: ({ id, url }: { readonly id: number; readonly url: string }) =>
      windowOf(id).webContents.mayOpen(url),
    /** Calls a channel as another frame than the window's own would. */
    invokeAs: async ({
      id,
      channel,
      args,
      senderFrame,
    }: {
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly senderFrame: never;
    }) => {
      const handler = world.invoked.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return handler({ sender: windowOf(id).webContents, senderFrame }, ...args);
    },
    move: ({
      id,
      bounds,
      maximized,
    }: {
      readonly id: number;
      readonly bounds: SeenWindow['bounds'];
      readonly maximized?: boolean;
    }) => {
      windowOf(id).setBounds(bounds);
      if (maximized === true) windowOf(id).maximize();
    },
    close: ({ id }: { readonly id: number }) => windowOf(id).close(),
    openFile,
    /** In one breath, so that the daybook of the window is not closed yet when the wish comes. */
    closeAndOpen: ({ id, file }: { readonly id: number; readonly file: string }) => {
      windowOf(id).close();
      return openFile({ file });
    },
    /** What draws the window has ended by itself. */
    crash: ({ id }: { readonly id: number }) =>
      void windowOf(id).webContents.emit('render-process-gone', createEvent({}), {
        reason: 'crashed',
        exitCode: 1,
      }),
    /** What Electron would not have of its own accord must fail at once. */
    missing: ({ name }: { readonly name: string }) => {
      const target = name
        .split('.')
        .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], { app });
      return typeof target;
    },
    quit: () => app.quit(),
  };
};

export type Controls = ReturnType<typeof createControls>;

/** Lets a test at the controls, over a socket that only the user's own programs reach. */
export const listen = (controls: Controls, socketFile: string): void => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    createInterface({ input: socket }).on('line', (line) => {
      const { id, word, input } = JSON.parse(line) as {
        readonly id: number;
        readonly word: keyof Controls;
        readonly input: never;
      };
      void (async () => {
        try {
          const value: unknown = await (controls[word] as (input: never) => unknown)(input);
          socket.write(`${JSON.stringify({ id, value: value ?? null })}\n`);
        } catch (thrown) {
          socket.write(`${JSON.stringify({ id, thrown: String(thrown) })}\n`);
        }
      })();
    });
  });
  server.listen(socketFile).unref();
};
