import { createRandom } from '../../../shared/kernel/seeded-random.ts';
import type { CommandEnvelope } from '../../../shared/protocol/envelopes.ts';

/** For tests only: commands that a busy day might bring, in groups of many sizes. */
export interface RandomCommands {
  readonly next: () => readonly CommandEnvelope[];
  /** Told of each accepted one, so that later ones can build on it. */
  readonly accepted: (command: CommandEnvelope) => void;
}

const usd = (minor: number): object => ({ currency: 'USD', minor });

/** Makes commands with ids of their own; those of different seeds are about different people. */
export const createRandomCommands = (seed: number): RandomCommands => {
  const { below, pick } = createRandom(seed);
  const people: string[] = [];
  const accounts: string[] = [];
  let made = 0;

  const newId = (): string => {
    made += 1;
    const tail = `${seed.toString(16).padStart(4, '0')}${made.toString(16).padStart(8, '0')}`;
    return `01939a5e-0000-7000-8000-${tail}`;
  };
  const envelope = (command: string, input: object): CommandEnvelope => ({
    id: newId(),
    command,
    input,
  });

  const register = (): CommandEnvelope =>
    envelope('person/register', {
      personId: newId(),
      details: { name: `Person ${made}`, phones: ['010-1234-5678'] },
    });

  const nextOne = (): CommandEnvelope => {
    const choice = below(20);
    if (people.length === 0 || choice < 4) return register();
    if (accounts.length === 0 || choice < 7)
      return envelope('credit-account/open', {
        accountId: newId(),
        personId: pick(people),
        limit: usd(50_000),
      });
    if (choice === 7) {
      const personId = pick(people);
      return envelope('person/erase', { personId, ground: 'request', confirm: personId });
    }
    return envelope(choice < 15 ? 'credit-account/charge' : 'credit-account/pay', {
      accountId: pick(accounts),
      amount: usd(1 + below(900)),
      occurredOn: '2026-11-23',
      ...(below(3) === 0 ? {} : { memo: `entry ${made}` }),
    });
  };

  return {
    next: () => Array.from({ length: 1 + below(12) }, nextOne),
    accepted: ({ command, input }) => {
      const ids = input as { readonly personId?: string; readonly accountId?: string };
      if (command === 'person/register' && ids.personId !== undefined) people.push(ids.personId);
      if (command === 'credit-account/open' && ids.accountId !== undefined)
        accounts.push(ids.accountId);
    },
  };
};
