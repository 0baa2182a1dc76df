import type { CommandEnvelope, CommandReply } from '../../shared/protocol/envelopes.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Engine } from '../engine/Engine.ts';

/** Sends commands on in large messages, a few at a time: the pace is the engine's own. */
export interface CommandSender {
  /** Resolves when there is room for more. `hear` gets the result. Rejects with `CommandRefused`. */
  readonly send: (command: CommandEnvelope, hear?: (result: object) => void) => Promise<void>;
  /** Resolves when everything sent has been answered. Rejects with `CommandRefused`. */
  readonly finish: () => Promise<void>;
}

const COMMANDS_A_MESSAGE = 1000;
const MESSAGES_UNDER_WAY = 4;

interface Waiting {
  readonly command: CommandEnvelope;
  readonly hear: ((result: object) => void) | undefined;
}

/** A command of a sample was refused: the disk is full, say, or the daybook has it already. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.type);
    this.refusal = refusal;
  }
}

const hearReply = ({ hear }: Waiting, reply: CommandReply | undefined): void => {
  if (!reply) throw new Error('a command has no reply');
  if (!reply.ok) throw new CommandRefused(reply.error);
  hear?.(reply.result);
};

/** `onReplied` learns how many more commands have been answered. */
export const createCommandSender = (
  engine: Engine,
  onReplied: (count: number) => void,
): CommandSender => {
  let waiting: Waiting[] = [];
  const underWay: Promise<void>[] = [];

  const answer = async (sent: readonly Waiting[]): Promise<void> => {
    const replies = await engine.executeAll(sent.map(({ command }) => command));
    sent.forEach((one, index) => hearReply(one, replies[index]));
    onReplied(replies.length);
  };

  const dispatch = (): void => {
    const sent = waiting;
    waiting = [];
    const answered = answer(sent);
    // A refusal is met where the message is waited for, which may be later.
    answered.catch(() => undefined);
    underWay.push(answered);
  };

  return {
    send: async (command, hear) => {
      waiting.push({ command, hear });
      if (waiting.length < COMMANDS_A_MESSAGE) return;
      dispatch();
      if (underWay.length >= MESSAGES_UNDER_WAY) await underWay.shift();
    },
    finish: async () => {
      dispatch();
      for (const answered of underWay.splice(0)) await answered;
    },
  };
};
