import { Link, useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { Named } from './nameState.ts';
import { PersonName } from './PersonName.tsx';
import styles from '../../ui/InkLink.module.css';

interface PersonLinkProps {
  readonly person: Named & { readonly personId: string };
  /** The account to show of the person; null where there is none to choose. */
  readonly accountId: string | null;
  /** In a grid the row has the focus, and the grid follows its links. */
  readonly isInGrid?: boolean;
}

const placeOf = ({ person: { personId }, accountId }: PersonLinkProps) =>
  ({
    to: '/person/$personId',
    params: { personId },
    search: accountId === null ? {} : { account: accountId },
  }) as const;

/** A press with a key held opens another tab or window, which is the browser's to do. */
const isPlain = ({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;

/**
 * A link of the router watches its every move, which in a list of rows takes longer than all the rest. A
 * plain press is left to the list, which knows whether its rows are still those that are asked for.
 */
const GridLink = ({ person, accountId }: PersonLinkProps) => {
  const router = useRouter();
  const account = accountId === null ? '' : `?account=${accountId}`;
  return (
    <a
      href={router.history.createHref(`/person/${person.personId}${account}`)}
      tabIndex={-1}
      className={styles['link']}
      onClick={(event) => {
        if (isPlain(event)) event.preventDefault();
        else event.stopPropagation();
      }}
    >
      <PersonName person={person} />
    </a>
  );
};

/** Leads from a list to the person whom a line is about. */
export const PersonLink = (props: PersonLinkProps) =>
  props.isInGrid === true ? (
    <GridLink {...props} />
  ) : (
    <Link {...placeOf(props)} className={styles['link']}>
      <PersonName person={props.person} />
    </Link>
  );
