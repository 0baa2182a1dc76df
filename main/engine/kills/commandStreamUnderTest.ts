import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { imports } from '../../../shared/imports/registry.ts';
import type { CommandId, EventId } from '../../../shared/kernel/ids.ts';
import { anyVersion } from '../../../shared/kernel/precondition.ts';
import { createUuidSource } from '../../../shared/kernel/uuid.ts';
import { records } from '../../../shared/records/registry.ts';
import { views } from '../../../shared/views/registry.ts';
import type { CommandEnvelope } from '../../../shared/protocol/envelopes.ts';
import { createEngine } from '../createEngine.ts';
import type { EngineOptions } from '../EngineOptions.ts';
import { openParts, type OpenedParts } from '../folder/openParts.ts';
import { cheapKdf } from '../keys/cheapKdf.ts';
import { worldOfThisMachine } from '../worldOfThisMachine.ts';
import { createRandomCommands } from './randomCommandsUnderTest.ts';

/*
 * For tests only: a process that runs commands on a daybook until it is killed, and writes a line for
 * each that was answered, after the answer. It begins when it is told the folder, the passphrase, a
 * seed and how it is to work, a line each, so that it can be loaded ahead of its turn; it ends when it
 * is told nothing.
 */

/** How it works: as ever, shortly before the WAL is moved into the log, or with a fault that the test has to find. */
export type Way =
  'as ever' | 'with a full WAL' | 'answering before the commit' | 'keeping erased keys';

const told = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const listen = async (): Promise<string> => {
  const line = await told.next();
  if (line.done === true) process.exit();
  return line.value;
};

const folder = await listen();
const passphrase = await listen();
const seed = Number(await listen());
const way = (await listen()) as Way;

const newId = createUuidSource(worldOfThisMachine);

const options: EngineOptions = {
  world: worldOfThisMachine,
  records,
  views,
  imports,
  kdf: cheapKdf,
  reportDefect: (cause) => {
    throw cause;
  },
};

/** Leaves room for some commands in the WAL, before SQLite moves all 4000 pages of it into the log. */
const fillWal = ({ log, keys }: OpenedParts): void => {
  const data = Buffer.from(JSON.stringify({ text: 'x'.repeat(3_985 * 4092) }));
  const [id, command] = [newId(), newId()] as [EventId, CommandId];
  const event = { id, command, type: 'future.happened', schema: 1, data };
  const nobody = { cause: null, actor: keys.member, subject: null, key: null, sealed: null };
  log?.append([
    { stream: `future-${id}`, precondition: anyVersion, events: [{ ...event, ...nobody }] },
  ]);
};

const keepKeys = (parts: OpenedParts): OpenedParts => ({
  ...parts,
  keys: { ...parts.keys, destroy: () => ({ keys: [], destroyedAt: 0 }) },
});

const opened = await openParts({ folder, passphrase }, options);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const parts = opened.value;
if (way === 'with a full WAL') fillWal(parts);
const engine = createEngine(way === 'keeping erased keys' ? keepKeys(parts) : parts, options);
const commands = createRandomCommands(seed);

const answer = (command: CommandEnvelope, position: number): void =>
  void writeSync(1, `${JSON.stringify({ command, position })}\n`);

for (;;) {
  const group: readonly CommandEnvelope[] = commands.next();
  if (way === 'answering before the commit') {
    group.forEach((command, index) => answer(command, parts.reader.position() + index + 1));
    await new Promise(() => undefined);
  }
  const replies = await engine.executeAll(group);
  replies.forEach((reply, index) => {
    const command = group[index];
    if (!reply.ok || !command) return;
    commands.accepted(command);
    answer(command, reply.position);
  });
}
