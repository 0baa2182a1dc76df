import type { Engine } from '../engine/Engine.ts';
import type { CommandEnvelope, CommandReply } from '../../shared/protocol/envelopes.ts';
import type { ByteLine } from './LineSplitter.ts';
import type { Output } from './Output.ts';
import { readCommand, type CommandLine } from './readCommand.ts';

/** How much may be under way at a time, so that a stream of any length takes the same memory. */
const MOST_LINES = 1024;
const MOST_BYTES = 8 * 1_048_576;

/** Runs lines side by side in the engine and writes their replies one after the other. */
export interface ReplyQueue {
  /** Resolves when there is room for more. Rejects when an earlier reply could not be had or written. */
  readonly add: (lines: readonly ByteLine[]) => Promise<void>;
  /** Resolves when every reply has been written. Rejects as `add` does. */
  readonly drained: () => Promise<void>;
  /** Aborted, with the reason, when a reply could not be had or written. */
  readonly failed: AbortSignal;
}

interface Batch {
  readonly lines: readonly Exclude<CommandLine, { kind: 'nothing' }>[];
  readonly commands: readonly CommandEnvelope[];
  readonly bytes: number;
}

const batchOf = (lines: readonly ByteLine[]): Batch => {
  const read = lines.map(readCommand).filter((line) => line.kind !== 'nothing');
  const commands = read.filter((line) => line.kind === 'command');
  return {
    lines: read,
    commands: commands.map(({ command }) => command),
    bytes: commands.reduce((sum, { bytes }) => sum + bytes, 0),
  };
};

/** Puts the engine's replies where their commands stood among the lines. */
const toText = ({ lines, commands }: Batch, replies: readonly CommandReply[]): string => {
  if (replies.length !== commands.length)
    throw new Error(`${replies.length} replies to ${commands.length} commands`);
  let next = 0;
  return lines
    .map((line) => {
      const reply = line.kind === 'reply' ? line.reply : replies[next++];
      return `${JSON.stringify(reply)}\n`;
    })
    .join('');
};

/** Begins an empty queue. */
export const createReplyQueue = (engine: Engine, output: Output): ReplyQueue => {
  const failed = new AbortController();
  const underWay = new Set<Promise<void>>();
  let lines = 0;
  let bytes = 0;
  let lastWritten: Promise<void> = Promise.resolve();

  const isFull = (): boolean => lines > MOST_LINES || bytes > MOST_BYTES;

  const run = async (batch: Batch, before: Promise<void>): Promise<void> => {
    try {
      const replies = batch.commands.length > 0 ? await engine.executeAll(batch.commands) : [];
      await before;
      // A reply behind one that is missing would be taken for that one.
      failed.signal.throwIfAborted();
      await output.write(toText(batch, replies));
    } catch (thrown) {
      failed.abort(thrown);
    }
    lines -= batch.lines.length;
    bytes -= batch.bytes;
  };

  return {
    add: async (byteLines) => {
      failed.signal.throwIfAborted();
      const batch = batchOf(byteLines);
      if (batch.lines.length === 0) return;
      lines += batch.lines.length;
      bytes += batch.bytes;
      const written = run(batch, lastWritten);
      lastWritten = written;
      underWay.add(written);
      void written.then(() => underWay.delete(written));
      while (isFull()) await Promise.race(underWay);
      failed.signal.throwIfAborted();
    },
    drained: async () => {
      await lastWritten;
      failed.signal.throwIfAborted();
    },
    failed: failed.signal,
  };
};
