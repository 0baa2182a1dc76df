import { createBook } from './book.fixture.ts';

export const map = {
  person: '{Customer}',
  reference: '{Invoice}',
  kind: '{Kind}',
  amount: '{Total}',
  occurredOn: '{Date}',
  memo: 'Invoice {Invoice}',
};
export const row = {
  Customer: '4',
  Invoice: '17',
  Kind: 'charge',
  Total: '1.98',
  Date: '2021-01-01',
};
export const added = { kind: 'added' };
export const unchanged = { kind: 'unchanged', differing: [] };
export const usd = (minor: number) => ({ currency: 'USD', minor });
export const refused = (error: object) => ({ kind: 'refused', error });

/** A book with somebody of the reference 4, who has an account with 10.00 of credit. */
export const openBook = () => {
  const book = createBook();
  const openAccount = (reference: string): string => {
    const opened = book.execute('credit-account/open', {
      personId: book.byReference(reference)[0]?.personId,
      limit: usd(1000),
    });
    return opened.ok ? opened.value : '';
  };
  const balances = () => book.accounts().map(([, { balance }]) => balance);
  book.execute('person/register', { details: { name: 'Bjørn', reference: '4' } });
  openAccount('4');
  return { ...book, openAccount, balances };
};
