import type { PersonPageAccount } from '../../../shared/views/person-page.ts';

/** What every part of an account's page has to know. */
export interface AccountProps {
  readonly account: PersonPageAccount;
  readonly personId: string;
  /** Null when erased, or while names are not all in memory yet. */
  readonly name: string | null;
  /** Nothing typed can be kept about somebody who has been erased. */
  readonly isErased: boolean;
}
