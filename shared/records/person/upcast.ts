import type { Upcasts } from '../../kernel/record.ts';
import type { PersonEvent } from './events.ts';

export const upcastPerson: Upcasts<PersonEvent> = {
  'person.registered': {
    // 1 had a single `phone`.
    1: {
      personal: ({ phone, ...details }) => ({
        ...details,
        ...(typeof phone === 'string' && phone !== '' ? { phones: [phone] } : {}),
      }),
    },
  },
};
