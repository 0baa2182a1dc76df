import type { BrowserContext } from 'playwright-core';
import { WebSocket } from 'ws';
import { fileNameHeader, filesPath, socketPath, type ReplyFrame } from '../../shared/methods.ts';
import { must } from '../daybooks.ts';
import type { HandedFile } from '../../shared/protocol/handed-files.ts';
import type { Job, JobReport } from '../../shared/protocol/jobs.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Result } from '../../shared/kernel/result.ts';

/** A second window without a screen: it starts long work while the first one is measured. */
export interface Backstage {
  /** Starts a job. Settles with its report. */
  readonly run: (job: Job) => Promise<Result<JobReport, Refusal>>;
  /** Hands a CSV file to the program. Gives its id. */
  readonly hand: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  readonly close: () => void;
}

/** Comes in with the session of a window that is open. */
export const openBackstage = async (profile: BrowserContext, page: URL): Promise<Backstage> => {
  const cookies = await profile.cookies(page.origin);
  const headers = {
    Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    Origin: page.origin,
  };
  const address = new URL(socketPath, page);
  address.protocol = 'ws:';
  address.hash = '';
  const socket = new WebSocket(address, { headers });
  const waiting = new Map<number, (reply: unknown) => void>();
  let lastRequest = 0;
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString('utf8')) as ReplyFrame;
    if ('request' in frame) waiting.get(frame.request)?.(frame.reply);
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    run: (job) =>
      new Promise((resolve) => {
        lastRequest += 1;
        waiting.set(lastRequest, (reply) => resolve(reply as Result<JobReport, Refusal>));
        const input = { id: `bench-${lastRequest}`, job };
        socket.send(JSON.stringify({ request: lastRequest, method: 'job/run', input }));
      }),
    hand: async (name, bytes) => {
      const answer = await fetch(new URL(filesPath, page), {
        method: 'POST',
        headers: {
          ...headers,
          'Content-Type': 'application/octet-stream',
          [fileNameHeader]: encodeURIComponent(name),
        },
        body: bytes,
      });
      return must((await answer.json()) as Result<HandedFile, Refusal>).id;
    },
    close: () => socket.close(),
  };
};
