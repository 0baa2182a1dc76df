import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import { channels } from '../../shared/desktop.ts';
import { err, type Result } from '../../shared/kernel/result.ts';
import { languages, type Language } from '../../shared/languages.ts';
import { maxFrameBytes, unreadableRequest } from '../../shared/methods.ts';
import type { HandedFile } from '../../shared/protocol/handed-files.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { isOwnPage } from './ownPage.ts';

/** What a window may ask of the program, one function a channel. */
export interface WindowRequests {
  readonly call: (frame: string) => Promise<string>;
  readonly speak: (language: Language) => void;
  readonly hold: (holds: boolean) => void;
  readonly savePdf: (name: string) => Promise<Result<{ readonly saved: boolean }, Refusal>>;
  readonly hand: (file: string) => Promise<Result<HandedFile, Refusal>>;
}

/** The window that a web contents belongs to. */
export type FindWindow = (contents: WebContents) => WindowRequests | undefined;

const notUnderstood = err({ type: 'FrameInvalid' });
const frameNotUnderstood = JSON.stringify({ request: unreadableRequest, reply: notUnderstood });

/** Whether it was the page of a window of ours that asks, and not a frame in it or another page. */
const isFromOwnPage = ({ senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);

/**
 * The one door between the windows and the program: nowhere else is `ipcMain` known. Whoever does not
 * stand in the window's own page, or sends what the channel does not take, gets a refusal and no more.
 */
export const openChannels = (find: FindWindow): void => {
  const answer = <Input, Reply>(
    channel: string,
    schema: z.ZodType<Input, unknown>,
    refusal: Reply,
    work: (window: WindowRequests, input: Input) => Reply | Promise<Reply>,
  ): void => {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...given: readonly unknown[]) => {
      const window = isFromOwnPage(event) ? find(event.sender) : undefined;
      const parsed = schema.safeParse(given[0]);
      if (window === undefined || given.length !== 1 || !parsed.success) return refusal;
      return work(window, parsed.data);
    });
  };

  answer(channels.call, z.string().max(maxFrameBytes), frameNotUnderstood, (window, frame) =>
    window.call(frame),
  );
  answer<Language, unknown>(channels.speak, z.enum(languages), notUnderstood, (window, language) =>
    window.speak(language),
  );
  answer<boolean, unknown>(channels.hold, z.boolean(), notUnderstood, (window, holds) =>
    window.hold(holds),
  );
  answer<string, Awaited<ReturnType<WindowRequests['savePdf']>>>(
    channels.savePdf,
    z.string().min(1).max(200),
    notUnderstood,
    (window, name) => window.savePdf(name),
  );
  answer<string, Awaited<ReturnType<WindowRequests['hand']>>>(
    channels.hand,
    z.string().max(32_768),
    notUnderstood,
    (window, file) => window.hand(file),
  );
};
