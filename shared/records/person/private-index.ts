import type { Projection, ProjectPrivately } from '../../kernel/record.ts';
import { normaliseForSearch, searchText } from '../../kernel/search-text.ts';
import { insertRow, updateRow, type RowOf } from '../../kernel/table.ts';
import { correctDetails, type PersonDetails } from './details.ts';
import type { PersonEvent } from './events.ts';
import { personIndexTable } from './tables.ts';

type PersonIndexRow = RowOf<typeof personIndexTable.columns>;

/** After every name in any script. */
const lastOfAll = '\u{10ffff}';

const indexed = (details: PersonDetails | null): Omit<PersonIndexRow, 'person_id'> => {
  if (details === null)
    return {
      sort_key: lastOfAll,
      sort_key_down: '',
      search: '',
      name: null,
      reference: null,
      details: null,
    };
  const { name, reference, phones } = details;
  const sortKey = normaliseForSearch(name);
  return {
    sort_key: sortKey,
    sort_key_down: sortKey,
    search: searchText({ name, reference, phones }),
    name,
    reference: reference ?? null,
    details: JSON.stringify(details),
  };
};

export const personPrivateIndex: Projection<ProjectPrivately<PersonEvent>> = {
  version: 1,
  tables: [personIndexTable],
  on: {
    'person.registered': ({ streamId, personal }) => [
      insertRow(personIndexTable, { person_id: streamId, ...indexed(personal) }),
    ],
    'person.details-corrected': ({ streamId, personal }) => [
      updateRow(personIndexTable, [streamId], ({ details }) =>
        details === null || personal === null
          ? {}
          : indexed(correctDetails(JSON.parse(details) as PersonDetails, personal.changes)),
      ),
    ],
    'person.erased': ({ streamId, data }) =>
      data.classes.includes('profile')
        ? [updateRow(personIndexTable, [streamId], () => indexed(null))]
        : [],
  },
};
