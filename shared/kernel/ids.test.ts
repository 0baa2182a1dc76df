import { expect, test } from 'vitest';
import { personIdSchema } from './ids.ts';

const id = '01939a5e-0000-7000-8000-00000000abcd';

test('an id has one spelling', () => expect(personIdSchema.parse(id.toUpperCase())).toBe(id));

test.each(['', '4', `${id} `, `{${id}}`, id.replaceAll('-', ''), `${id}0`, id.replace('a', 'g')])(
  '%j is none',
  (text) => expect(personIdSchema.safeParse(text).success).toBe(false),
);
