import type { ExportOrder } from '../../../shared/protocol/exporting.ts';
import type { Say } from '../../text/useText.ts';
import type { PeopleSearch } from './peopleSearch.ts';

export type ListOrder = Extract<ExportOrder, { readonly what: 'list' }>;

/** The list of people as it is asked for, with headings in the language of the window. */
export const peopleExport = (
  question: PeopleSearch,
  say: Say,
  currency: string,
  rows?: ListOrder['rows'],
): ListOrder => {
  const money = (heading: string): string => `${heading} (${currency})`;
  return {
    what: 'list',
    view: 'person/list',
    input: { ...question },
    columns: [
      {
        field: 'name',
        heading: say('people.name'),
        erased: say('common.erased'),
        missing: say('people.unreadable'),
      },
      { field: 'reference', heading: say('people.reference') },
      { field: 'phone', heading: say('people.phone') },
      { field: 'balance', heading: money(say('people.balance')) },
      { field: 'available', heading: money(say('people.available')) },
      { field: 'lastEntryOn', heading: say('people.lastEntry') },
      { field: 'archived', heading: say('people.archived') },
    ],
    ...(rows === undefined ? {} : { rows }),
    yes: say('exchange.yes'),
    no: say('exchange.no'),
  };
};
