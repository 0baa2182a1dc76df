import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/kernel/result.ts';
import { correctDetails } from '../../shared/records/person/correct-details.ts';
import { register } from '../../shared/records/person/register.ts';
import { checkFields } from './createFormResolver.ts';

const personId = '01939a5e-0000-7000-8000-000000000001';

describe('what stands in the fields', () => {
  it('becomes the input of the command', () => {
    const read = (values: { name: string }) => ok({ details: values });
    expect(checkFields({ name: '  Bjørn   Hansen ' }, read, register.input)).toEqual(
      ok({ details: { name: 'Bjørn Hansen' } }),
    );
  });

  it('is refused at the field whose value is wrong, however deep it lies', () => {
    const values = { name: 'Anna', phones: ['1', ''], reason: '' };
    const read = ({ name, phones }: typeof values) => ok({ personId, changes: { name, phones } });
    expect(checkFields(values, read, correctDetails.input)).toEqual(
      err([{ field: 'phones', code: 'TextEmpty' }]),
    );
  });

  it('reports what could not even be read', () => {
    const problem = { field: 'name', code: 'notANumber' } as const;
    expect(checkFields({ name: '' }, () => err([problem]), register.input)).toEqual(err([problem]));
  });
});
