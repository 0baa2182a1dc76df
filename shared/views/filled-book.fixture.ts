import type { DetailChanges, DetailName, PersonDetails } from '../records/person/details.ts';
import { createRows, idAt, type Database } from './rows.fixture.ts';

export const usd = (minor: number) => ({ currency: 'USD', minor });

/** A book that is filled by saying what happened, and can be asked. **Units:** US cents. */
export const createFilledBook = (db: Database) => {
  const book = createRows(db);

  const register = (number: number, details: PersonDetails): string => {
    book.write(idAt(number), { type: 'person.registered', data: {}, personal: details });
    return idAt(number);
  };
  const correct = (number: number, fields: DetailName[], changes: DetailChanges) =>
    book.write(idAt(number), {
      type: 'person.details-corrected',
      data: { fields },
      personal: { changes },
    });
  const archive = (number: number) =>
    book.write(idAt(number), { type: 'person.archived', data: {} });
  const restore = (number: number) =>
    book.write(idAt(number), { type: 'person.restored', data: {} });
  const erase = (number: number, classes: readonly string[] = ['profile', 'statutory']) =>
    book.write(idAt(number), { type: 'person.erased', data: { ground: 'request', classes } });

  /** Opens account 100 + n for person n. */
  const open = (person: number, limit: number, account = 100 + person): string => {
    book.write(idAt(account), {
      type: 'credit-account.opened',
      data: { personId: idAt(person), limit: usd(limit) },
    });
    return idAt(account);
  };
  const charge = (account: string, minor: number, occurredOn = '2026-11-23', memo?: string) =>
    book.write(account, {
      type: 'credit-account.charged',
      data: { amount: usd(minor), occurredOn, approved: false },
      ...(memo === undefined ? {} : { personal: { memo } }),
    });
  const pay = (account: string, minor: number, occurredOn = '2026-11-24') =>
    book.write(account, {
      type: 'credit-account.paid',
      data: { amount: usd(minor), occurredOn },
    });
  const close = (account: string) =>
    book.write(account, { type: 'credit-account.closed', data: {} });

  /** Anna owes most and is over her limit, Bo has used his up, Cy has paid ahead, Dag has no account. */
  const fill = (): void => {
    register(1, { name: 'Ánna', reference: 'A1', phones: ['+47 22', '33'] });
    charge(open(1, 50), 80, '2026-11-20');
    register(2, { name: 'bo' });
    charge(open(2, 30), 30, '2026-11-22');
    register(3, { name: 'Cy' });
    pay(open(3, 30), 10, '2026-11-21');
    register(4, { name: 'Dag' });
  };

  /** As after unlocking: no name is in memory yet. */
  const forgetNames = (): void => db.exec('DELETE FROM private.person_index');

  return {
    ...book,
    forgetNames,
    register,
    correct,
    archive,
    restore,
    erase,
    open,
    charge,
    pay,
    close,
    fill,
  };
};
