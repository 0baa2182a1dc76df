import type { Ask } from '../kernel/command.ts';
import type { AccountId, PersonId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { findByReference, type KnownPerson, type ReferenceRefusal } from './find-by-reference.ts';

export interface PersonNotFoundByReference {
  readonly type: 'PersonNotFound';
  readonly reference: string;
}

/** The person has no account. */
export interface AccountNotFoundByReference {
  readonly type: 'AccountNotFound';
  readonly reference: string;
}

/** The person has more than one open account, and nothing says which is meant. */
export interface AccountAmbiguous {
  readonly type: 'AccountAmbiguous';
  readonly reference: string;
  readonly accounts: number;
}

/** Whom a row means, and the account that an entry of theirs belongs to. */
export interface AccountOwner {
  readonly personId: PersonId;
  readonly account: Result<AccountId, AccountNotFoundByReference | AccountAmbiguous>;
}

/** The open account of a person; of somebody who has none, the closed one, for what is still paid. */
const accountOf = ({ accounts }: KnownPerson, reference: string): AccountOwner['account'] => {
  const open = accounts.filter(({ closed }) => !closed);
  const possible = open.length > 0 ? open : accounts;
  const [account] = possible;
  if (!account) return err({ type: 'AccountNotFound', reference });
  return possible.length === 1
    ? ok(account.accountId)
    : err({ type: 'AccountAmbiguous', reference, accounts: possible.length });
};

/** Finds people with their accounts by reference, and remembers those whose account it has found. */
export const createAccountFinder = () => {
  const found = new Map<string, AccountOwner>();
  return (
    reference: string,
    ask: Ask,
  ): Result<AccountOwner, PersonNotFoundByReference | ReferenceRefusal> => {
    const known = found.get(reference);
    if (known) return ok(known);
    const person = findByReference(reference, ask);
    if (!person.ok) return person;
    if (!person.value) return err({ type: 'PersonNotFound', reference });
    const owner = {
      personId: person.value.personId,
      account: accountOf(person.value, reference),
    };
    if (owner.account.ok) found.set(reference, owner);
    return ok(owner);
  };
};
