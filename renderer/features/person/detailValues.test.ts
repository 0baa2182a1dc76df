import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { personDetailsSchema } from '../../../shared/records/person/details.ts';
import {
  changedMeanwhile,
  emptyDetails,
  readChanges,
  readDetails,
  showDetails,
} from './detailValues.ts';

const today = '2026-11-23' as LocalDate;
const anna = personDetailsSchema.parse({
  name: 'Anna',
  reference: '7',
  phones: ['+47 1', '+47 2'],
  birthDate: '1984-02-29',
  note: 'Calls before noon',
});

describe('details in fields', () => {
  it('come back as they were', () => {
    expect(readDetails(showDetails(anna), today)).toEqual(ok({ details: anna }));
  });

  it('have telephone numbers in plain figures', () => {
    const read = readDetails(
      { ...emptyDetails, name: '김민수', phones: '０１０－１２３４\r\n' },
      today,
    );
    expect(read).toEqual(ok({ details: { name: '김민수', phones: ['010-1234'] } }));
  });

  it('leave out what is empty', () => {
    expect(readDetails({ ...emptyDetails, name: 'Anna', email: '  ' }, today)).toEqual(
      ok({ details: { name: 'Anna' } }),
    );
  });
});

describe('a correction', () => {
  const before = showDetails(anna);

  it('names only what differs', () => {
    expect(readChanges(before, { ...before, phones: '+47 3\n' }, today)).toEqual(
      ok({ phones: ['+47 3'] }),
    );
  });

  it('removes what was emptied, but never the name', () => {
    expect(readChanges(before, { ...before, name: '', note: ' ', phones: '' }, today)).toEqual(
      ok({ name: '', note: null, phones: null }),
    );
  });

  it('reads a day as it was typed', () => {
    expect(readChanges(before, { ...before, birthDate: '1984. 3. 1.' }, today)).toEqual(
      ok({ birthDate: '1984-03-01' }),
    );
  });

  it('is refused at its field when nobody can have been born then', () => {
    const wrong = err([{ field: 'birthDate', code: 'BirthDateOutOfRange' }]);
    expect(readChanges(before, { ...before, birthDate: '1799-12-31' }, today)).toEqual(wrong);
    expect(readDetails({ ...emptyDetails, name: 'A', birthDate: '2999-1-1' }, today)).toEqual(
      wrong,
    );
  });

  it('is nothing when nothing was changed', () => {
    expect(readChanges(before, { ...before, name: ' Anna ' }, today)).toEqual(ok({}));
  });
});

describe('what somebody else has changed meanwhile', () => {
  const seen = showDetails(anna);
  const now = { ...seen, phones: '+47 9', note: 'Moved' };

  it.each([
    ['is met where the user has changed it too', { phones: '+47 3' }, ['phones']],
    ['is not met in other fields', { email: 'anna@example.org' }, []],
    ['is not met where both wrote the same', { note: ' Moved ' }, []],
  ] as const)('%s', (_name, typed, met) => {
    expect(changedMeanwhile(seen, now, { ...seen, ...typed })).toEqual(met);
  });
});
