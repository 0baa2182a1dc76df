import { desktopApiName, type DesktopApi } from '../../shared/desktop.ts';
import type { MethodInput, MethodOutputs, Method, ReplyFrame } from '../../shared/methods.ts';
import type { Bridge, BridgeReply } from './Bridge.ts';
import { writeFrame } from './writeFrame.ts';

/** What the preload of the desktop has put into the window; undefined in a browser. */
export const findDesktop = (): DesktopApi | undefined =>
  (window as { readonly [desktopApiName]?: DesktopApi })[desktopApiName];

const inputInvalid: BridgeReply = { ok: false, error: { type: 'InputInvalid' } };
const connectionLost: BridgeReply = { ok: false, error: { type: 'ConnectionLost' } };

/**
 * The bridge over the functions of the preload. The window and the program live and end together here,
 * so it is always up.
 */
export const createPreloadBridge = (desktop: DesktopApi): Bridge => {
  let lastRequest = 0;
  const call = async <Name extends Method>(
    method: Name,
    input: MethodInput<Name>,
  ): Promise<MethodOutputs[Name] | BridgeReply> => {
    lastRequest += 1;
    const frame = writeFrame({ request: lastRequest, method, input });
    if (frame === null) return inputInvalid;
    let answered: string;
    try {
      answered = await desktop.call(frame);
    } catch {
      // The program is on its way out, and its window with it.
      return connectionLost;
    }
    // The program is the other half of this one; its frames were typed where they were written.
    const reply = JSON.parse(answered) as Extract<ReplyFrame, { readonly reply: unknown }>;
    return reply.reply as MethodOutputs[Name];
  };

  return {
    call,
    onNotice: desktop.onNotice,
    onStatus: () => () => {},
    status: () => 'up',
    speak: (language) => void desktop.speak(language),
    savePdf: desktop.savePdf,
    files: {
      hand: async (file, onProgress) => {
        const handed = await desktop.hand(file);
        if (handed.ok) onProgress?.(file.size, file.size);
        return handed;
      },
      place: (name) => call('file/place', { name }),
      // It has been written where the user wanted it, and can be shown there as long as the place is known.
      deliver: () => {},
      release: (id) => void call('file/release', { id }),
    },
  };
};
