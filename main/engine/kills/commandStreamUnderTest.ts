import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { imports } from '../../../shared/imports/registry.ts';
import { records } from '../../../shared/records/registry.ts';
import { views } from '../../../shared/views/registry.ts';
import type { CommandEnvelope } from '../../../shared/protocol.ts';
import { createEngine } from '../createEngine.ts';
import type { EngineOptions } from '../EngineOptions.ts';
import { openParts } from '../folder/openParts.ts';
import { cheapKdf } from '../keys/cheapKdf.ts';
import { worldOfThisMachine } from '../worldOfThisMachine.ts';
import { createRandomCommands } from './randomCommandsUnderTest.ts';

/*
 * For tests only: a process that runs commands on a daybook until it is killed, and writes a line for
 * each that was answered, after the answer. It begins when it is told the folder, the passphrase and a
 * seed, a line each, so that it can be loaded ahead of its turn; it ends when it is told nothing.
 */

const told = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const listen = async (): Promise<string> => {
  const line = await told.next();
  if (line.done === true) process.exit();
  return line.value;
};

const folder = await listen();
const passphrase = await listen();
const seed = Number(await listen());

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

const opened = await openParts({ folder, passphrase }, options);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const engine = createEngine(opened.value, options);
const commands = createRandomCommands(seed);

for (;;) {
  const group: readonly CommandEnvelope[] = commands.next();
  const replies = await engine.executeAll(group);
  replies.forEach((reply, index) => {
    const command = group[index];
    if (!reply.ok || !command) return;
    commands.accepted(command);
    writeSync(1, `${JSON.stringify({ command, position: reply.position })}\n`);
  });
}
