import type { Page, WebSocketRoute } from 'playwright-core';
import type { RequestFrame } from '../shared/methods.ts';

/** What becomes of a frame to the program: it is sent on, and its reply comes, unless something is done. */
type Deed = (reply: string, give: (text: string) => void, window: WebSocketRoute) => void;

/** Stands between a window and the program, and does to the next command or question of a name what networks and disks do. */
export interface Wire {
  /** The command is carried out; its reply is lost with the connection. */
  readonly loseReply: (command: string) => void;
  /** The command is carried out, and answered with another reply than its own. */
  readonly answerInstead: (command: string, error: { readonly type: string }) => void;
  /** Holds the reply back, of a command, a question or another method. Gives what lets it go. */
  readonly holdReply: (name: string) => () => void;
  /** Ends the connection and lets none stand until it is called back. */
  readonly cut: () => () => void;
}

interface Sent extends RequestFrame {
  readonly input: { readonly command?: string; readonly view?: string };
}

/** Taps a page. It must not have been opened yet. */
export const tapWire = async (page: Page): Promise<Wire> => {
  const deeds = new Map<string, Deed>();
  const windows = new Set<WebSocketRoute>();
  let isCut = false;

  await page.routeWebSocket(/\/socket$/, (window) => {
    if (isCut) {
      void window.close();
      return;
    }
    windows.add(window);
    const program = window.connectToServer();
    const due = new Map<number, Deed>();
    window.onMessage((text) => {
      const { request, method, input } = JSON.parse(String(text)) as Sent;
      const name = input.command ?? input.view ?? method;
      const deed = deeds.get(name);
      if (deed !== undefined) {
        deeds.delete(name);
        due.set(request, deed);
      }
      program.send(text);
    });
    program.onMessage((text) => {
      const { request = 0 } = JSON.parse(String(text)) as Partial<RequestFrame>;
      const deed = due.get(request);
      if (deed === undefined) window.send(text);
      else deed(String(text), (given) => window.send(given), window);
    });
  });

  return {
    loseReply: (command) => void deeds.set(command, (_reply, _give, window) => void window.close()),
    answerInstead: (command, error) =>
      void deeds.set(command, (text, give) => {
        const { request } = JSON.parse(text) as RequestFrame;
        give(JSON.stringify({ request, reply: { ok: false, id: null, error } }));
      }),
    holdReply: (name) => {
      const freed = Promise.withResolvers<void>();
      deeds.set(name, (text, give) => void freed.promise.then(() => give(text)));
      return freed.resolve;
    },
    cut: () => {
      isCut = true;
      for (const window of windows) void window.close();
      windows.clear();
      return () => {
        isCut = false;
      };
    },
  };
};
