import type { Projection, Project } from '../../kernel/record.ts';
import { insertRow, updateRow } from '../../kernel/table.ts';
import type { PersonEvent } from './events.ts';
import { personTable } from './tables.ts';

export const projectPerson: Projection<Project<PersonEvent>> = {
  version: 1,
  tables: [personTable],
  on: {
    'person.registered': ({ streamId, recordedAt }) => [
      insertRow(personTable, {
        person_id: streamId,
        archived: 0,
        erased: 0,
        registered_at: recordedAt,
        erased_at: null,
      }),
    ],
    'person.details-corrected': () => [],
    'person.archived': ({ streamId }) => [
      updateRow(personTable, [streamId], () => ({ archived: 1 })),
    ],
    'person.restored': ({ streamId }) => [
      updateRow(personTable, [streamId], () => ({ archived: 0 })),
    ],
    'person.erased': ({ streamId, recordedAt }) => [
      updateRow(personTable, [streamId], ({ erased_at }) => ({
        erased: 1,
        erased_at: erased_at ?? recordedAt,
      })),
    ],
  },
};
