import type { Engine } from '../engine/Engine.ts';
import { EngineEnded } from '../engine/startEngine.ts';
import { createLineSplitter, type ByteLine } from './LineSplitter.ts';
import type { Output } from './Output.ts';
import { MAX_COMMAND_LINE } from './readCommand.ts';
import { createReplyQueue } from './ReplyQueue.ts';

/** A chunk with more lines than these goes on in parts: the first replies need not wait for the last. */
const LINES_A_MESSAGE = 256;

/**
 * Reads commands from a stream for as long as it lasts and writes a reply to each, in order. A single
 * command is sent on at once; those that come while others are being written share a commit.
 *
 * `open` begins the stream and must end it when the signal is aborted. Once `interrupted`, no more is
 * read, and what was read is answered.
 */
export const doCommands = async (
  engine: Engine,
  open: (until: AbortSignal) => AsyncIterable<Uint8Array>,
  output: Output,
  interrupted: AbortSignal,
): Promise<void> => {
  const splitter = createLineSplitter(MAX_COMMAND_LINE);
  const replies = createReplyQueue(engine, output);
  const send = async (lines: readonly ByteLine[]): Promise<void> => {
    for (let from = 0; from < lines.length; from += LINES_A_MESSAGE)
      await replies.add(lines.slice(from, from + LINES_A_MESSAGE));
  };
  const crashed = new AbortController();
  void engine.ended.then((how) => how === 'crashed' && crashed.abort(new EngineEnded()));
  const until = AbortSignal.any([interrupted, output.gone, replies.failed, crashed.signal]);
  try {
    for await (const chunk of open(until)) await send(splitter.push(chunk));
    await send(splitter.end());
  } catch (thrown) {
    if (!until.aborted) throw thrown;
  }
  await replies.drained();
  interrupted.throwIfAborted();
  output.gone.throwIfAborted();
  crashed.signal.throwIfAborted();
};
