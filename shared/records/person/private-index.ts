import type { Projection, ProjectPrivately } from '../../kernel/record.ts';
import { normaliseForSearch, searchText } from '../../kernel/search-text.ts';
import { insertRow, updateRow, type RowOf } from '../../kernel/table.ts';
import { correctDetails, type PersonDetails } from './details.ts';
import type { PersonEvent } from './events.ts';
import { personIndexTable } from './tables.ts';

type PersonIndexRow = RowOf<typeof personIndexTable.columns>;
type FromDetails = Omit<PersonIndexRow, 'person_id' | 'archived' | 'erased'>;

/** After every name in any script. */
const lastOfAll = '\u{10ffff}';

const nameless: FromDetails = {
  sort_key: lastOfAll,
  sort_key_down: '',
  name: null,
  reference: null,
  phone: null,
  search: '',
  details: null,
};

const indexed = (details: PersonDetails): FromDetails => {
  const { name, reference, phones } = details;
  const sortKey = normaliseForSearch(name);
  return {
    sort_key: sortKey,
    sort_key_down: sortKey,
    name,
    reference: reference ?? null,
    phone: phones?.[0] ?? null,
    search: searchText({ name, reference, phones }, sortKey),
    details: JSON.stringify(details),
  };
};

export const personPrivateIndex: Projection<ProjectPrivately<PersonEvent>> = {
  version: 1,
  tables: [personIndexTable],
  on: {
    'person.registered': ({ streamId, personal }) => [
      insertRow(personIndexTable, {
        person_id: streamId,
        archived: 0,
        erased: 0,
        ...(personal === null ? nameless : indexed(personal)),
      }),
    ],
    'person.details-corrected': ({ streamId, personal }) => [
      updateRow(personIndexTable, [streamId], ({ details }) =>
        details === null || personal === null
          ? {}
          : indexed(correctDetails(JSON.parse(details) as PersonDetails, personal.changes)),
      ),
    ],
    'person.archived': ({ streamId }) => [
      updateRow(personIndexTable, [streamId], () => ({ archived: 1 })),
    ],
    'person.restored': ({ streamId }) => [
      updateRow(personIndexTable, [streamId], () => ({ archived: 0 })),
    ],
    'person.erased': ({ streamId, data }) => [
      updateRow(personIndexTable, [streamId], () => ({
        erased: 1,
        ...(data.classes.includes('profile') ? nameless : {}),
      })),
    ],
  },
};
