import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { CommandEnvelope } from '../../../shared/protocol.ts';
import {
  createDaybookUnderTest,
  passphrase,
  scratchFolder,
  type DaybookUnderTest,
} from '../daybookUnderTest.ts';

/** How often a process is killed. `npm test` has to end some day; more make no other kind of test. */
const KILLS = Number(process.env['DAYBOOK_KILLS'] ?? 200);
/** After so many kills the daybook gives way to a fresh one, as each check reads the whole of it. */
const KILLS_A_DAYBOOK = 10;

interface Acknowledged {
  readonly command: CommandEnvelope;
  readonly position: number;
}

/** A process that has been started, and waits to be told what to do. */
interface Stream {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly acknowledged: Acknowledged[];
  /** Settles with the first answer. */
  readonly atWork: Promise<void>;
  readonly ended: Promise<unknown>;
}

const compiled = scratchFolder();

const load = (): Stream => {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'commandStreamUnderTest.ts')],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      // Hundreds of starts: the compiled code is kept between them.
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    },
  );
  const acknowledged: Acknowledged[] = [];
  const ended = once(child, 'close');
  const atWork = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      // A kill may cut the last line; its command is then one that nobody was told of.
      if (line.endsWith('}')) acknowledged.push(JSON.parse(line) as Acknowledged);
      resolve();
    });
    void ended.then(() => reject(new Error('the process ended before it answered anything')));
  });
  atWork.catch(() => undefined);
  return { process: child, acknowledged, atWork, ended };
};

/** Lets a process come to its natural end once: only then does it leave its compiled code behind. */
const warmUp = async (): Promise<void> => {
  const { process: child, ended } = load();
  child.stdin.end();
  await ended;
};

/** Everything that was acknowledged is there, the chain is sound, and the rows are what a rebuild makes. */
const check = async (
  daybook: DaybookUnderTest,
  acknowledged: readonly Acknowledged[],
): Promise<void> => {
  const { engine, job, close } = await daybook.open();
  const before = (await engine.status()).events;
  const replies = await engine.executeAll(acknowledged.map(({ command }) => command));
  const positions = replies.map((reply) => (reply.ok ? reply.position : reply.error));
  expect(positions).toEqual(acknowledged.map(({ position }) => position));
  expect((await engine.status()).events).toBe(before);
  const report = await job('verify');
  expect(report.findings).toEqual([]);
  await close();
};

describe('a process killed while commands stream in', () => {
  test(
    `loses no acknowledged command in ${KILLS} kills`,
    async () => {
      await warmUp();
      let total = 0;
      let next = load();
      for (let first = 0; first < KILLS; first += KILLS_A_DAYBOOK) {
        const daybook = await createDaybookUnderTest();
        for (let kill = first; kill < Math.min(KILLS, first + KILLS_A_DAYBOOK); kill += 1) {
          const stream = next;
          stream.process.stdin.write(`${daybook.folder}\n${passphrase}\n${kill + 1}\n`);
          next = load();
          await stream.atWork;
          await wait((kill * 7) % 40);
          stream.process.kill('SIGKILL');
          await stream.ended;
          await check(daybook, stream.acknowledged);
          total += stream.acknowledged.length;
        }
      }
      next.process.stdin.end();
      await next.ended;
      // The kills hit processes at work: otherwise nothing above would mean anything.
      expect(total).toBeGreaterThan(KILLS);
    },
    KILLS * 3000,
  );
});
