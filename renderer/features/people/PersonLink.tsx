import { Link } from '@tanstack/react-router';
import type { Named } from './nameState.ts';
import { PersonName } from './PersonName.tsx';
import styles from '../../ui/InkLink.module.css';

interface PersonLinkProps {
  readonly person: Named & { readonly personId: string };
  /** The account to show of the person; null where there is none to choose. */
  readonly accountId: string | null;
  /** In a grid the row has the focus and opens the person itself. */
  readonly isInGrid?: boolean;
}

/** Leads from a list to the person whom a line is about. */
export const PersonLink = ({ person, accountId, isInGrid = false }: PersonLinkProps) => (
  <Link
    to="/person/$personId"
    params={{ personId: person.personId }}
    search={accountId === null ? {} : { account: accountId }}
    className={styles['link']}
    {...(isInGrid ? { tabIndex: -1, onClick: (event) => event.stopPropagation() } : {})}
  >
    <PersonName person={person} />
  </Link>
);
