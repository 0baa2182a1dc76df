import type { App } from './App.ts';

/** Somebody whose account shows what an account can hold, for pictures of it. */
export const exampleName = 'Nora Lindqvist';

/** A day before today, as it is typed. */
const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Registers them in an open daybook, with charges and payments, one over the limit, one taken back. */
export const writeExampleAccount = async ({ people, person, shell }: App): Promise<void> => {
  const { account } = person;
  await shell.go('people');
  await people.whenShown();
  await people.register({
    name: exampleName,
    reference: 'B-204',
    phones: ['+46 18 555 01 42'],
    address: 'Storgatan 12\n753 20 Uppsala',
    birthDate: '1984-05-17',
    limit: '300',
  });
  await person.whenShown(exampleName);
  await account.charge({ date: daysAgo(48), amount: '64.20', memo: 'Groceries' });
  await account.charge({ date: daysAgo(41), amount: '18.75', memo: 'Coffee beans, 2 kg' });
  await account.pay({ date: daysAgo(36), amount: '50', memo: 'Cash' });
  await account.charge({ date: daysAgo(29), amount: '300', memo: 'Bicycle' });
  await account.approve('Agreed with Grace');
  await account.pay({ date: daysAgo(22), amount: '150', memo: 'First instalment' });
  await account.charge({ date: daysAgo(15), amount: '42.60', memo: 'Groceries' });
  await account.charge({ date: daysAgo(15), amount: '42.60', memo: 'Groceries' });
  await account.pay({ date: daysAgo(8), amount: '150', memo: 'Second instalment' });
  await account.charge({ date: daysAgo(2), amount: '36.90', memo: 'School books' });
  await account.reverse(6, 'Entered twice');
  await person.correct({ phones: ['+46 18 555 01 99'], reason: 'New number' });
};
