import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../engine/Engine.ts';
import { createDaybook } from '../engine/startEngine.ts';
import { doCommands } from './doCommands.ts';
import { createOutput, ReaderGone } from './Output.ts';
import { createScratch } from './testing/DaybookProcess.ts';

const scratch = createScratch();
let engine: Engine;
beforeAll(async () => {
  const made = await createDaybook({
    folder: scratch.at('daybook'),
    name: 'Test',
    currency: 'USD',
    passphrase: 'secret',
  });
  if (!made.ok) throw new Error(made.error.type);
  engine = made.value;
});
afterAll(async () => {
  await engine.close();
  scratch.remove();
});

const LINES_A_CHUNK = 250;

/** Lines that are refused without a commit, and how many have been asked for so far. */
const endlessly = (chunks: number) => {
  const chunk = Buffer.from('{"command":"no/such","input":{}}\n'.repeat(LINES_A_CHUNK));
  const taken = { lines: 0 };
  async function* open(until: AbortSignal): AsyncGenerator<Uint8Array> {
    for (let index = 0; index < chunks && !until.aborted; index += 1) {
      taken.lines += LINES_A_CHUNK;
      yield chunk;
      await sleep(0);
    }
  }
  return { taken, open };
};

const never = new AbortController().signal;

describe('a reader who is slow', () => {
  test('is waited for: no more is read than may be under way', async () => {
    const stream = new PassThrough();
    const { taken, open } = endlessly(400);
    const done = doCommands(engine, open, createOutput(stream), never);
    await sleep(500);
    const takenMeanwhile = taken.lines;
    let replies = 0;
    stream.setEncoding('utf8').on('data', (text: string) => {
      replies += text.split('\n').length - 1;
    });
    await done;
    expect(takenMeanwhile).toBeLessThan(6000);
    expect(replies).toBe(400 * LINES_A_CHUNK);
  });

  test('who then goes ends it, though no line comes any more', async () => {
    const stream = new PassThrough();
    const { open } = endlessly(1);
    async function* openForEver(until: AbortSignal): AsyncGenerator<Uint8Array> {
      yield* open(until);
      await new Promise((resolve) => {
        until.addEventListener('abort', resolve);
      });
    }
    const done = doCommands(engine, openForEver, createOutput(stream), never);
    await sleep(100);
    stream.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' }));
    await expect(done).rejects.toBeInstanceOf(ReaderGone);
  });
});
