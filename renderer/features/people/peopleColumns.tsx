import type { ReactNode } from 'react';
import type { ViewRow } from '../../../shared/contract.ts';
import type { PersonListSort } from '../../../shared/views/person-list.ts';
import type { Language } from '../../text/languages.ts';
import type { Say } from '../../text/useText.ts';
import { formatDay } from '../../text/when.ts';
import { Figure } from '../../ui/Figure.tsx';
import { InCurrency } from '../../ui/InCurrency.tsx';
import type { GridColumn } from '../../ui/GridColumn.ts';
import { SortButton } from '../../ui/SortButton.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { usualColumns, type ChoosableColumn } from './chosenColumns.ts';
import { PersonLink } from './PersonLink.tsx';
import styles from './PeoplePage.module.css';

export type PersonRow = ViewRow<'person/list'>;

type SortField = 'name' | 'balance' | 'available' | 'last-entry';

interface ColumnContext {
  readonly say: Say;
  readonly language: Language;
  readonly currency: string;
  readonly sort: PersonListSort;
  readonly onSort: (sort: PersonListSort) => void;
  /** Null before any were chosen: the usual ones, as far as there is room. */
  readonly columns: readonly ChoosableColumn[] | null;
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

const arrows = { ascending: 'up', descending: 'down', none: null } as const;

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
    <SortButton
      arrow={arrows[direction]}
      arrowLabel={say(direction === 'descending' ? 'people.sortDown' : 'people.sortUp')}
      onPress={() => onSort(direction === 'none' ? firstSort[field] : opposite(sort))}
    >
      {children}
    </SortButton>
  );
};

const NameCell = ({ row, say }: { readonly row: PersonRow; readonly say: Say }) => (
  <span className={styles['named']}>
    <PersonLink person={row} accountId={row.accountId} isInGrid />
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
    {row.available !== null && row.available.minor < 0 ? (
      <>
        {' '}
        <Stamp look="red">{say('person.overLimit')}</Stamp>
      </>
    ) : null}
  </span>
);

const Nothing = () => <span className={styles['faint']}>–</span>;

const moneyColumn = (
  field: 'limit' | 'balance' | 'available',
  heading: string,
  context: ColumnContext,
): GridColumn<PersonRow> => {
  const words = <InCurrency currency={context.currency}>{heading}</InCurrency>;
  return {
    id: field,
    width: { least: '6.5rem', most: '8.25rem' },
    figures: true,
    ...(field === 'limit' ? {} : { sorted: directionOf(field, context.sort) }),
    heading:
      field === 'limit' ? (
        words
      ) : (
        <SortHeading field={field} context={context}>
          {words}
        </SortHeading>
      ),
    cell: (row) => {
      const amount = row[field];
      return amount === null ? (
        <Nothing />
      ) : (
        <Figure money={amount} warns={field === 'available'} />
      );
    },
  };
};

const nameColumn = (context: ColumnContext): GridColumn<PersonRow> => ({
  id: 'name',
  width: { least: '8rem', most: '1fr' },
  sorted: directionOf('name', context.sort),
  heading: (
    <SortHeading field="name" context={context}>
      {context.say('people.name')}
    </SortHeading>
  ),
  cell: (row) => <NameCell row={row} say={context.say} />,
});

const columnNamed = (column: ChoosableColumn, context: ColumnContext): GridColumn<PersonRow> => {
  const { say, language } = context;
  // Whoever has chosen a column wants to see it.
  const wideOnly = context.columns === null;
  switch (column) {
    case 'reference':
      return {
        id: column,
        width: { least: '5rem', most: '0.4fr' },
        wideOnly,
        heading: say('people.reference'),
        cell: (row) => row.reference,
      };
    case 'phone':
      return {
        id: column,
        width: { least: '9rem', most: '0.5fr' },
        wideOnly,
        heading: say('people.phone'),
        cell: (row) => row.phone,
      };
    case 'limit':
      return moneyColumn(column, say('people.limit'), context);
    case 'balance':
      return moneyColumn(column, say('people.balance'), context);
    case 'available':
      return moneyColumn(column, say('people.available'), context);
    case 'last-entry':
      return {
        id: column,
        width: { least: '7rem', most: '7rem' },
        figures: true,
        sorted: directionOf(column, context.sort),
        heading: (
          <SortHeading field={column} context={context}>
            {say('people.lastEntry')}
          </SortHeading>
        ),
        cell: (row) =>
          row.lastEntryOn === null ? <Nothing /> : formatDay(row.lastEntryOn, language),
      };
  }
};

/** The columns of the list of people: the name, and those that were chosen. */
export const peopleColumns = (context: ColumnContext): readonly GridColumn<PersonRow>[] => [
  nameColumn(context),
  ...(context.columns ?? usualColumns).map((column) => columnNamed(column, context)),
];
