import { useCallback, useRef, useState } from 'react';
import type { CommandInput, CommandName, CommandResult } from '../../shared/contract.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol.ts';
import { useApi } from './ApiContext.ts';
import { newCommandId } from './newCommandId.ts';

/** Refusals that leave open whether the command was carried out. */
const unsure: readonly string[] = ['ConnectionLost', 'EngineStopped', 'Unexpected'];

export interface Command<Name extends CommandName> {
  readonly run: (input: CommandInput<Name>) => Promise<Result<CommandResult<Name>, Refusal>>;
  readonly pending: boolean;
  readonly refusal: Refusal | null;
  readonly forget: () => void;
}

/**
 * Runs one command of a form. When the answer was lost on the way, the same input is sent under the
 * same id again, so a charge can never be written twice by trying twice.
 */
export const useCommand = <Name extends CommandName>(name: Name): Command<Name> => {
  const api = useApi();
  const attempt = useRef<{ readonly id: string; readonly input: string } | null>(null);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const run = useCallback(
    async (input: CommandInput<Name>) => {
      const text = JSON.stringify(input);
      if (attempt.current?.input !== text) attempt.current = { id: newCommandId(), input: text };
      setPending(true);
      const reply = await api.execute(name, input, attempt.current.id);
      setPending(false);
      setRefusal(reply.ok ? null : reply.error);
      if (reply.ok || !unsure.includes(reply.error.type)) attempt.current = null;
      return reply;
    },
    [api, name],
  );
  const forget = useCallback(() => setRefusal(null), []);
  return { run, pending, refusal, forget };
};
