import type { ImportedCommand } from '../../../shared/kernel/import.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { CommandEnvelope } from '../../../shared/protocol/envelopes.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { KeyStore } from '../keys/KeyStore.ts';
import { importedCommandId } from './importedCommandId.ts';
import type { ImportReply } from './ImportReply.ts';

const envelopeOf = (
  { command, input, sameAs }: ImportedCommand,
  keys: Pick<KeyStore, 'derive'>,
): Result<CommandEnvelope, Refusal> => {
  if (!sameAs) return ok({ command, input });
  const id = importedCommandId(command, sameAs, keys);
  return id.ok ? ok({ id: id.value, command, input }) : id;
};

/** Gives the commands of rows their ids, runs what has one, and answers everything in its order. */
export const executeImported = async (
  commands: readonly ImportedCommand[],
  keys: Pick<KeyStore, 'derive'>,
  run: (commands: readonly CommandEnvelope[]) => Promise<readonly ImportReply[]>,
): Promise<readonly ImportReply[]> => {
  const envelopes = commands.map((command) => envelopeOf(command, keys));
  const replies = await run(envelopes.flatMap((envelope) => (envelope.ok ? [envelope.value] : [])));
  let next = 0;
  return envelopes.map((envelope): ImportReply => {
    if (!envelope.ok) return { ok: false, error: envelope.error };
    const reply = replies[next];
    next += 1;
    if (!reply) throw new Error('a command was not answered');
    return reply;
  });
};
