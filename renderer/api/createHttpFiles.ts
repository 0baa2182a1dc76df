import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { fileNameHeader, filesPath } from '../../shared/methods.ts';
import type { HandedFile } from '../../shared/protocol/handed-files.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Bridge } from './Bridge.ts';
import type { FileBridge, HandProgress } from './FileBridge.ts';

const readReply = (text: string): Result<HandedFile, Refusal> => {
  try {
    // The program is the other half of this one.
    const reply: unknown = JSON.parse(text);
    if (typeof reply === 'object' && reply !== null && 'ok' in reply)
      return reply as Result<HandedFile, Refusal>;
  } catch {
    // It was cut off, or it is the page of a host that knows no session of ours any more.
  }
  return err({ type: 'ConnectionLost' });
};

/** Uploads to where the page came from; `fetch` would not tell how far it is. */
const upload = (
  file: File,
  onProgress: HandProgress,
  signal?: AbortSignal,
): Promise<Result<HandedFile, Refusal>> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const cancelled = (): void => resolve(err({ type: 'Cancelled' }));
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded, total));
    request.addEventListener('load', () => resolve(readReply(request.responseText)));
    request.addEventListener('error', () => resolve(err({ type: 'FileCutOff' })));
    request.addEventListener('abort', cancelled);
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    if (signal?.aborted === true) {
      cancelled();
      return;
    }
    request.open('POST', filesPath);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader(fileNameHeader, encodeURIComponent(file.name.toWellFormed()));
    request.send(file);
  });

/** A link with `download` does not leave the page, whatever the program answers. */
const download = (id: string): void => {
  const link = document.createElement('a');
  link.href = `${filesPath}/${id}`;
  link.download = '';
  link.click();
};

/** Files over the HTTP of the browser host, beside the calls of its socket. */
export const createHttpFiles = (call: Bridge['call']): FileBridge => ({
  hand: (file, onProgress = () => {}, signal) => upload(file, onProgress, signal),
  place: async (name) => {
    const reply = await call('file/place', { name });
    return reply.ok ? ok(reply.value) : err(reply.error);
  },
  deliver: download,
  release: (id) => void call('file/release', { id }),
});
