import type { Example } from '../../kernel/record.ts';

const personId = '01939a5e-0000-7000-8000-000000000001';

/** Commands that are accepted in this order, the first on an empty stream. */
export const examples = (): readonly Example[] => [
  {
    command: 'person/register',
    input: {
      personId,
      details: {
        name: 'Bjørn Hansen',
        reference: '4',
        phones: ['+47 22 44 22 22'],
        email: 'bjorn.hansen@yahoo.no',
        address: 'Ullevålsveien 14, 0171 Oslo, Norway',
        birthDate: '1984-02-29',
        note: 'Calls before noon',
      },
    },
  },
  {
    command: 'person/correct-details',
    input: { personId, changes: { phones: ['+47 22 44 22 23'], note: null }, reason: 'New phone' },
  },
  { command: 'person/archive', input: { personId } },
  { command: 'person/restore', input: { personId } },
  { command: 'person/erase', input: { personId, ground: 'consent-withdrawn', confirm: personId } },
];
