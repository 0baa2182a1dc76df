import { useCallback, useEffect, useId, useState } from 'react';
import type { CommandInput, CommandName, CommandResult } from '../../shared/contract.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { useApi } from './ApiContext.ts';
import { dropAttempt, readAttempt } from './attempts.ts';

export interface Command<Name extends CommandName> {
  readonly run: (input: CommandInput<Name>) => Promise<Result<CommandResult<Name>, Refusal>>;
  readonly pending: boolean;
  readonly refusal: Refusal | null;
  readonly forget: () => void;
}

/**
 * Runs one command of a form, and keeps what became of it. While nobody knows what did, the form finds its
 * attempt again by its name; without a name the attempt ends with the component.
 */
export const useCommand = <Name extends CommandName>(name: Name, form?: string): Command<Name> => {
  const api = useApi();
  const own = useId();
  const place = form ?? own;
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState(() => readAttempt(place)?.unsure ?? null);
  useEffect(() => () => dropAttempt(own), [own]);

  const run = useCallback(
    async (input: CommandInput<Name>) => {
      setPending(true);
      const reply = await api.execute(name, input, place);
      setPending(false);
      setRefusal(reply.ok ? null : reply.error);
      return reply;
    },
    [api, name, place],
  );
  const forget = useCallback(() => setRefusal(null), []);
  return { run, pending, refusal, forget };
};
