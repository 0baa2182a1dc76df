import type { RendererFiles } from '../ipc/RendererFiles.ts';
import { securityHeaders } from '../ipc/securityHeaders.ts';
import { pathOf } from './ownPage.ts';

const answer = (status: number, type: string, body: Uint8Array<ArrayBuffer> | string): Response =>
  new Response(body, {
    status,
    headers: { ...securityHeaders, 'Cache-Control': 'no-store', 'Content-Type': type },
  });

/** Answers the window's own scheme with the files of the window, and with nothing else. */
export const createAnswerer =
  (files: RendererFiles) =>
  ({ method, url }: Pick<Request, 'method' | 'url'>): Response => {
    const plain = 'text/plain; charset=utf-8';
    if (method !== 'GET' && method !== 'HEAD') return answer(405, plain, '');
    const file = files.get(pathOf(url) ?? '');
    if (file === undefined) return answer(404, plain, '');
    return answer(200, file.type, method === 'HEAD' ? '' : new Uint8Array(file.bytes));
  };
