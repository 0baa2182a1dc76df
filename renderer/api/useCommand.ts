import { useCallback, useState } from 'react';
import type { CommandInput, CommandName, CommandResult } from '../../shared/contract.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol.ts';
import { useApi } from './ApiContext.ts';

export interface Command<Name extends CommandName> {
  readonly run: (input: CommandInput<Name>) => Promise<Result<CommandResult<Name>, Refusal>>;
  readonly pending: boolean;
  readonly refusal: Refusal | null;
  readonly forget: () => void;
}

/** Runs one command of a form, and keeps what became of it. */
export const useCommand = <Name extends CommandName>(name: Name): Command<Name> => {
  const api = useApi();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const run = useCallback(
    async (input: CommandInput<Name>) => {
      setPending(true);
      const reply = await api.execute(name, input);
      setPending(false);
      setRefusal(reply.ok ? null : reply.error);
      return reply;
    },
    [api, name],
  );
  const forget = useCallback(() => setRefusal(null), []);
  return { run, pending, refusal, forget };
};
