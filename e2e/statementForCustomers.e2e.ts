import { expect, it } from 'vitest';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'], story: true });

it('a statement does not tell the customer why the house has approved or reversed an entry', async () => {
  const { people, person, statement } = inUse.app();
  await people.whenShown();
  await people.register({ name: 'Ada Lovelace', limit: '10' });
  await person.whenShown('Ada Lovelace');
  const { account } = person;
  await account.type({ amount: '15', memo: 'Flour' });
  await account.press('charge');
  await account.approve('Known for never paying in time');
  await expect.poll(account.statement).toHaveLength(1);
  await account.reverse(0, 'Kim was careless');
  await expect.poll(account.statement).toHaveLength(2);
  await statement.open({});
  await expect.poll(async () => (await statement.lines()).length).toBeGreaterThan(2);
  const sheet = await statement.sheet.innerText();
  expect(sheet).toContain('Flour');
  for (const words of ['never paying', 'careless', 'Approved']) expect(sheet).not.toContain(words);
});
