import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { createSpareThread } from './createSpareThread.ts';

const started: Worker[] = [];
const startWith = (code: string) => (): Worker => {
  const thread = new Worker(code, { eval: true });
  started.push(thread);
  return thread;
};
const waiting = startWith(`require('node:worker_threads').parentPort.on('message', () => {})`);

afterEach(async () => {
  await Promise.all(started.splice(0).map((thread) => thread.terminate()));
});

it('hands out the thread that was prepared, once', () => {
  const spare = createSpareThread(waiting);
  spare.prepare();
  spare.prepare();
  expect(started).toHaveLength(1);
  const taken = [spare.take(), spare.take()];
  expect(started).toHaveLength(2);
  expect(taken[0]).toBe(started[0]);
  expect(taken[1]).toBe(started[1]);
});

it.each([
  ['ended', 'process.exit(3)', 'exit'],
  ['failed', 'throw new Error("broken")', 'error'],
])('a thread that has %s while it waited is not handed out', async (_how, code, event) => {
  const spare = createSpareThread(startWith(code));
  spare.prepare();
  const [gone] = started;
  if (gone !== undefined) await once(gone, event).catch(() => undefined);
  expect(spare.take()).not.toBe(gone);
});

it('what befalls a thread after it was taken leaves the next one alone', async () => {
  const spare = createSpareThread(waiting);
  spare.prepare();
  const first = spare.take();
  spare.prepare();
  await first.terminate();
  expect(spare.take()).toBe(started[1]);
});

it('one that was prepared while another was failing is kept', async () => {
  const codes = ['throw new Error("broken")', 'setInterval(() => {}, 1000)'];
  const spare = createSpareThread(() => startWith(codes.shift() ?? '')());
  spare.prepare();
  const [broken] = started;
  broken?.once('error', spare.prepare);
  if (broken !== undefined) await once(broken, 'exit').catch(() => undefined);
  expect(started).toHaveLength(2);
  expect(spare.take()).toBe(started[1]);
});
