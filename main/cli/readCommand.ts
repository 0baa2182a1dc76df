import { inputInvalid } from '../../shared/kernel/input-invalid.ts';
import {
  defaultJsonLimits,
  parseUntrustedJson,
  type JsonRefusal,
} from '../../shared/kernel/untrusted-json.ts';
import {
  commandEnvelopeSchema,
  type CommandEnvelope,
  type CommandReply,
} from '../../shared/protocol/envelopes.ts';
import type { ByteLine } from './LineSplitter.ts';

/** **Units:** bytes. */
export const MAX_COMMAND_LINE = defaultJsonLimits.maxLength;

/** The line is no command. `line` counts from 1, empty lines too. */
export interface CommandMalformed {
  readonly type: 'CommandMalformed';
  readonly line: number;
  readonly reason: JsonRefusal['type'] | 'NotACommand';
  /** What is wrong with its members, where it is JSON. */
  readonly issues?: readonly { readonly path: string; readonly problem: string }[];
}

/** What a line asks for: a command, nothing at all, or the reply to what is no command. */
export type CommandLine =
  | { readonly kind: 'command'; readonly command: CommandEnvelope; readonly bytes: number }
  | { readonly kind: 'reply'; readonly reply: CommandReply }
  | { readonly kind: 'nothing' };

const malformed = (
  id: string | null,
  line: number,
  what: Omit<CommandMalformed, 'type' | 'line'>,
): CommandLine => {
  const error: CommandMalformed = { type: 'CommandMalformed', line, ...what };
  return { kind: 'reply', reply: { ok: false, id, error } };
};

/** The id that the sender gave, if it is one, so that the reply finds its way. */
const idOf = (value: unknown): string | null => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' && id.length <= 64 ? id : null;
};

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

/** Reads one line of standard input as a command. Never throws. */
export const readCommand = (line: ByteLine): CommandLine => {
  if (line.kind === 'tooLong') return malformed(null, line.number, { reason: 'TooLong' });
  const bytes = withoutMark(line.bytes);
  if (isBlank(bytes)) return { kind: 'nothing' };
  const json = parseUntrustedJson(bytes);
  if (!json.ok) return malformed(null, line.number, { reason: json.error.type });
  const command = commandEnvelopeSchema.safeParse(json.value);
  if (command.success) return { kind: 'command', command: command.data, bytes: bytes.length };
  const { issues } = inputInvalid(command.error.issues);
  return malformed(idOf(json.value), line.number, { reason: 'NotACommand', issues });
};
