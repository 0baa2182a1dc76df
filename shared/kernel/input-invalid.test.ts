import { expect, test } from 'vitest';
import { z } from 'zod';
import { inputInvalid } from './input-invalid.ts';

test('what is wrong is said by place and problem, never by value', () => {
  const schema = z.strictObject({ phones: z.array(z.string().max(3, 'TextTooLong')) });
  const { error } = schema.safeParse({ phones: ['1', 'secret'] });
  expect(inputInvalid(error?.issues ?? [])).toEqual({
    type: 'InputInvalid',
    issues: [{ path: 'phones.1', problem: 'TextTooLong' }],
  });
});
