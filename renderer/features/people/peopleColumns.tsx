import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ViewRow } from '../../../shared/contract.ts';
import type { PersonListSort } from '../../../shared/views/person-list.ts';
import type { Language } from '../../text/languages.ts';
import type { Say } from '../../text/useText.ts';
import { formatDay } from '../../text/when.ts';
import { Figure } from '../../ui/Figure.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { PersonName } from './PersonName.tsx';
import styles from './PeoplePage.module.css';

export type PersonRow = ViewRow<'person/list'>;

type SortField = 'name' | 'balance' | 'available' | 'last-entry';

interface ColumnContext {
  readonly say: Say;
  readonly language: Language;
  readonly currency: string;
  readonly sort: PersonListSort;
  readonly onSort: (sort: PersonListSort) => void;
}

/** Names go up first, figures and dates down: what is asked for most is one press away. */
const firstSort: Readonly<Record<SortField, PersonListSort>> = {
  name: 'name',
  balance: '-balance',
  available: 'available',
  'last-entry': '-last-entry',
};

const opposite = (sort: PersonListSort): PersonListSort =>
  (sort.startsWith('-') ? sort.slice(1) : `-${sort}`) as PersonListSort;

const directionOf = (field: SortField, sort: PersonListSort) => {
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : 'none';
};

const SortHeading = ({
  field,
  context: { say, sort, onSort },
  children,
}: {
  readonly field: SortField;
  readonly context: ColumnContext;
  readonly children: ReactNode;
}) => {
  const direction = directionOf(field, sort);
  return (
    <Button
      className={styles['sort'] ?? ''}
      onPress={() => onSort(direction === 'none' ? firstSort[field] : opposite(sort))}
    >
      {children}
      {direction === 'ascending' ? <ArrowUp size={14} aria-label={say('people.sortUp')} /> : null}
      {direction === 'descending' ? (
        <ArrowDown size={14} aria-label={say('people.sortDown')} />
      ) : null}
    </Button>
  );
};

const NameCell = ({ row, say }: { readonly row: PersonRow; readonly say: Say }) => (
  <>
    <Link
      to="/person/$personId"
      params={{ personId: row.personId }}
      search={row.accountId === null ? {} : { account: row.accountId }}
      tabIndex={-1}
      className={styles['name']}
      onClick={(event) => event.stopPropagation()}
    >
      <PersonName person={row} />
    </Link>
    {row.archived ? (
      <>
        {' '}
        <Stamp>{say('people.archived')}</Stamp>
      </>
    ) : null}
    {row.balance !== null && row.balance.minor < 0 ? (
      <>
        {' '}
        <Stamp>{say('person.inCredit')}</Stamp>
      </>
    ) : null}
  </>
);

/** The columns of the list of people. */
export const peopleColumns = (context: ColumnContext): readonly GridColumn<PersonRow>[] => {
  const { say, language, currency } = context;
  const money = (field: 'balance' | 'available', heading: string): GridColumn<PersonRow> => ({
    id: field,
    figures: true,
    sorted: directionOf(field, context.sort),
    heading: (
      <SortHeading field={field} context={context}>
        {heading} <span className={styles['currency']}>{currency}</span>
      </SortHeading>
    ),
    cell: (row) => {
      const amount = row[field];
      return amount === null ? (
        <span className={styles['faint']}>–</span>
      ) : (
        <Figure money={amount} warns={field === 'available'} />
      );
    },
  });
  return [
    {
      id: 'name',
      sorted: directionOf('name', context.sort),
      heading: (
        <SortHeading field="name" context={context}>
          {say('people.name')}
        </SortHeading>
      ),
      cell: (row) => <NameCell row={row} say={say} />,
    },
    {
      id: 'reference',
      wideOnly: true,
      heading: say('people.reference'),
      cell: (row) => row.reference,
    },
    { id: 'phone', wideOnly: true, heading: say('people.phone'), cell: (row) => row.phone },
    money('balance', say('people.balance')),
    money('available', say('people.available')),
    {
      id: 'last-entry',
      figures: true,
      sorted: directionOf('last-entry', context.sort),
      heading: (
        <SortHeading field="last-entry" context={context}>
          {say('people.lastEntry')}
        </SortHeading>
      ),
      cell: (row) =>
        row.lastEntryOn === null ? (
          <span className={styles['faint']}>–</span>
        ) : (
          formatDay(row.lastEntryOn, language)
        ),
    },
  ];
};
