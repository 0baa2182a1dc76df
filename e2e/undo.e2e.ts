import { beforeAll, expect, it } from 'vitest';
import { openTab, type App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'], story: true });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
  await app.people.register({ name: 'Ada', reference: 'U-1', phones: ['111'], limit: '50' });
  await app.person.whenShown('Ada');
});

const figures = () => app.person.account.figures();
const undoing = (): App['texts']['undoing'] => app.texts.undoing;

/** Takes back what the message speaks of, and waits for what is said then. */
const undo = async (said: string): Promise<void> => {
  await app.shell.undo();
  await expect.poll(app.shell.message).toBe(said);
};

it('a limit has its old value again', async () => {
  await app.person.account.changeLimit('80', 'Pays on time');
  await expect.poll(figures).toMatchObject({ Limit: '80.00' });
  await undo('The limit is $50.00 again.');
  await expect.poll(figures).toMatchObject({ Limit: '50.00', Available: '50.00' });
});

it('a closed account is open again, and an opened one closed', async () => {
  const { account } = app.person;
  await account.close();
  await undo(undoing().closed);
  await app.page.getByRole('form', { name: app.texts.account.charge, exact: true }).waitFor();
  await account.close();
  await account.reopen();
  await expect.poll(app.shell.message).toBe(app.texts.account.reopened);
  await undo(undoing().reopened);
  await app.page.getByText(app.texts.account.closedHint).waitFor();
});

it('a payment is taken back, and a reversal is not', async () => {
  const { account } = app.person;
  await account.pay({ amount: '7' });
  await expect.poll(figures).toMatchObject({ Balance: '−7.00' });
  await undo('Taken back for Ada by a reversal.');
  await expect.poll(figures).toMatchObject({ Balance: '0.00' });
  await expect
    .poll(() => app.shell.toast.getByRole('button', { name: app.texts.common.undo }).count())
    .toBe(0);
});

it('details are as they were before a correction, also where there was nothing', async () => {
  await app.person.correct({ phones: ['222'], note: 'Mornings' });
  const known = async () => {
    const { Phones, Note, Name } = await app.person.details();
    return [Name, Phones, Note];
  };
  await expect.poll(known).toEqual(['Ada', '222', 'Mornings']);
  await undo(undoing().corrected);
  await expect.poll(known).toEqual(['Ada', '111', app.texts.common.none]);
});

it('but not over what somebody has corrected since', async () => {
  await app.person.correct({ phones: ['222'] });
  await expect.poll(app.shell.message).toBe(app.texts.details.done);
  // A message stays while somebody points at it.
  await app.shell.toast.hover();
  const tab = await openTab(inUse.windows(), app);
  await tab.people.open('Ada');
  await tab.person.whenShown('Ada');
  await tab.person.correct({ phones: ['333'] });
  await expect.poll(async () => (await app.person.details())['Phones']).toBe('333');
  await undo(undoing().correctedElsewhere);
  await expect.poll(async () => (await app.person.details())['Phones']).toBe('333');
});

it('who was archived is back in the list, and who was taken back is archived', async () => {
  await app.person.archive();
  await undo('Ada is back in the list.');
  await app.page.getByRole('button', { name: app.texts.details.archive, exact: true }).waitFor();
  await app.person.archive();
  await app.person.restore();
  await expect.poll(app.shell.message).toBe('Ada is back in the list.');
  await undo('Ada is archived again.');
  await app.page.getByRole('button', { name: app.texts.details.restore, exact: true }).waitFor();
});

it('a message about somebody goes when they are erased', async () => {
  await app.person.restore();
  await expect.poll(app.shell.message).toBe('Ada is back in the list.');
  await app.person.erase('U-1');
  await app.shell.toast.waitFor({ state: 'detached' });
});
