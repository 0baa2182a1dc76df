import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { CommandEnvelope } from '../../../shared/protocol/envelopes.ts';
import { records } from '../../../shared/records/registry.ts';
import {
  createDaybookUnderTest,
  passphrase,
  scratchFolder,
  type DaybookUnderTest,
  type OpenDaybook,
} from '../daybookUnderTest.ts';
import type { Way } from './commandStreamUnderTest.ts';

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

/** All rows of the read models, table by table. */
const rowsOf = ({ parts: { state } }: OpenDaybook): readonly (readonly [string, unknown])[] =>
  records.flatMap(({ projection }) =>
    projection.tables.map(({ name, key }) => [
      name,
      state.read(`SELECT * FROM ${name} ORDER BY ${key.join(', ')}`).all(),
    ]),
  );

/** Everything that was acknowledged is there as it was left, and the log is sound. */
const check = async (
  daybook: DaybookUnderTest,
  acknowledged: readonly Acknowledged[],
): Promise<OpenDaybook> => {
  let erased: ReadonlySet<string> = new Set();
  const open = await daybook.open({
    // Before the engine finishes what it finds unfinished.
    parts: (parts) => {
      erased = new Set(parts.keys.tombstones().map(({ person }) => person));
      return parts;
    },
  });
  const toErase = acknowledged.flatMap(({ command: { command, input } }) =>
    command === 'person/erase' ? [(input as { readonly personId: string }).personId] : [],
  );
  expect(toErase.filter((person) => !erased.has(person))).toEqual([]);
  const before = (await open.engine.status()).events;
  const replies = await open.engine.executeAll(acknowledged.map(({ command }) => command));
  const positions = replies.map((reply) => (reply.ok ? reply.position : reply.error));
  expect(positions).toEqual(acknowledged.map(({ position }) => position));
  expect((await open.engine.status()).events).toBe(before);
  const { findings } = await open.job('verify');
  expect(findings.filter(({ type }) => type !== 'NeedsNewer')).toEqual([]);
  return open;
};

/** The rows are what a rebuild makes of the log. */
const checkRows = async (open: OpenDaybook): Promise<void> => {
  const rows = rowsOf(open);
  await open.job('rebuild');
  expect(rows).toEqual(rowsOf(open));
};

const tell = (stream: Stream, { folder }: DaybookUnderTest, seed: number, way: Way): void =>
  void stream.process.stdin.write(`${folder}\n${passphrase}\n${seed}\n${way}\n`);

const kill = async ({ process: child, ended }: Stream): Promise<void> => {
  child.kill('SIGKILL');
  await ended;
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
        let unchecked: readonly Acknowledged[] = [];
        for (let round = 0; round < KILLS_A_DAYBOOK && first + round < KILLS; round += 1) {
          const number = first + round;
          const stream = next;
          const isLast = round === KILLS_A_DAYBOOK - 1;
          tell(stream, daybook, number + 1, isLast ? 'with a full WAL' : 'as ever');
          next = load();
          // Some while they start, over what another kill has just left behind.
          const starts = round % 3 === 2 && !isLast;
          await (starts ? wait(10 + ((number * 7) % 90)) : stream.atWork);
          if (!starts) await wait((number * 7) % 40);
          await kill(stream);
          unchecked = [...unchecked, ...stream.acknowledged];
          total += stream.acknowledged.length;
          if (round % 3 === 1) continue;
          const open = await check(daybook, unchecked);
          unchecked = [];
          if (isLast) await checkRows(open);
          await open.close();
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

describe('negative control: the same check finds', () => {
  const isErasure = ({ command }: Acknowledged): boolean => command.command === 'person/erase';

  test.each<[Way, (stream: Stream) => boolean]>([
    ['answering before the commit', ({ acknowledged }) => acknowledged.length > 0],
    ['keeping erased keys', ({ acknowledged }) => acknowledged.some(isErasure)],
  ])('a process %s', async (way, isEnough) => {
    const daybook = await createDaybookUnderTest();
    const stream = load();
    tell(stream, daybook, 1, way);
    await expect.poll(() => isEnough(stream), { timeout: 20_000 }).toBe(true);
    await kill(stream);
    await expect(check(daybook, stream.acknowledged)).rejects.toThrow(/expected/u);
  });

  test('rows that are not what the log says', async () => {
    const daybook = await createDaybookUnderTest();
    const open = await daybook.open();
    await open.run('person/register', { details: { name: 'Ann' } });
    await open.rows('overview/totals', {});
    open.parts.state.write('UPDATE person SET archived = 1').run();
    await expect(checkRows(open)).rejects.toThrow(/expected/u);
  });
});
