import { randomUUID } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { CommandReply } from '../../shared/protocol/envelopes.ts';
import { createEngineStarter } from './createEngineStarter.ts';
import {
  countPeople,
  create,
  people,
  register,
  stateOf,
  useRestarts,
} from './restartsUnderTest.ts';

const { log, start } = useRestarts();

test('a thread that is killed in a stream of commands loses none that was answered', async () => {
  const threads: Worker[] = [];
  const note = (worker: Worker): number => threads.push(worker);
  process.on('worker', note);
  const service = start(createEngineStarter(log));
  await create(service);
  const sent = Array.from({ length: 300 }, () => randomUUID());
  const replies: Promise<CommandReply>[] = [];
  for (const [index, id] of sent.entries()) {
    const reply = register(service, id);
    replies.push(reply);
    if (index % 20 === 0) await Promise.race([reply, new Promise(setImmediate)]);
    if (index === 200) void threads.at(-1)?.terminate();
  }
  const answers = await Promise.all(replies);
  const answered = answers.filter((reply) => reply.ok);
  const left = answers.filter((reply) => !reply.ok);
  expect(left.length).toBeGreaterThan(0);
  for (const reply of left) expect(reply).toMatchObject({ error: { type: 'EngineStopped' } });

  // Each that was answered is there: sent again it is answered with the same receipt.
  const again = await Promise.all(sent.map((id) => register(service, id)));
  for (const receipt of answered) expect(again).toContainEqual(receipt);
  expect(again.every((reply) => reply.ok)).toBe(true);
  expect(await countPeople(service)).toMatchObject(people(300));
  expect(await stateOf(service)).toMatchObject({
    restarts: 1,
    open: { events: 300, findings: [] },
  });
  process.off('worker', note);
});
