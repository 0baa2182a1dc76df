import { beforeAll, expect, it } from 'vitest';
import { openTab, type App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({
  story: true,
  needsBrowserHost: 'two tabs on one daybook',
});
let app: App;
let tab: App;

beforeAll(async () => {
  app = inUse.app();
  await app.begin();
  await app.people.register({ name: 'Ada', phones: ['111'], note: 'Mornings' });
  await app.person.whenShown('Ada');
  tab = await openTab(inUse.windows(), app);
  await tab.people.open('Ada');
  await tab.person.whenShown('Ada');
  await tab.person.show('details');
});

/** What the other window shows, which has heard of everything by then. */
const known = async (): Promise<readonly (string | undefined)[]> => {
  const { Phones, Note } = await tab.person.details();
  return [Phones, Note];
};

const correctElsewhere = async (phone: string): Promise<void> => {
  await tab.person.correct({ phones: [phone] });
  await expect.poll(known).toContain(phone);
};

it('a correction does not take back what another window has corrected meanwhile', async () => {
  await app.person.beginCorrection({ note: 'Evenings' });
  await correctElsewhere('222');
  await app.person.saveCorrection();
  await expect.poll(known).toEqual(['222', 'Evenings']);
});

it('nor does one that was begun, left, and gone on with later', async () => {
  await app.person.beginCorrection({ note: 'Sundays' });
  await app.shell.go('people');
  await correctElsewhere('333');
  await app.people.open('Ada');
  await app.person.beginCorrection({});
  await app.person.saveCorrection();
  await expect.poll(known).toEqual(['333', 'Sundays']);
});

it('a field that both have changed is shown before it is overwritten', async () => {
  await app.person.beginCorrection({ phones: ['444'] });
  await correctElsewhere('555');
  await app.person.saveCorrection();
  await expect
    .poll(() => app.person.correction.getByRole('alert').getByRole('listitem').allInnerTexts())
    .toEqual(['Phones: 555']);
  await expect.poll(known).toEqual(['555', 'Sundays']);
  await app.person.saveCorrection();
  await expect.poll(known).toEqual(['444', 'Sundays']);
});
