import { beforeAll, expect, it } from 'vitest';
import type { App } from './App.ts';
import { peopleFile } from './peopleFile.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
const passphrase = 'four plain quiet words';
/** Enough for the check to run as long as it is looked at. */
const ROWS = 200_000;

let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.welcome.create({ name: 'Shop', currency: 'USD', passphrase });
  await app.people.whenShown();
  await app.shell.go('exchange');
});

const part = () => app.page.getByRole('region', { name: app.texts.imports.title, exact: true });
const cancel = () => part().getByRole('button', { name: app.texts.common.cancel, exact: true });
const stop = () => part().getByRole('button', { name: app.texts.imports.run.stop, exact: true });

const beginCheck = async (): Promise<void> => {
  await app.imports.open(peopleFile(ROWS));
  await app.imports.check();
  await stop().waitFor();
};

it('a check that ran before the page was loaded again is shown, and can be cancelled', async () => {
  await beginCheck();
  await app.page.reload();
  await part().getByText(app.texts.exchange.earlierImport).waitFor();
  await cancel().click();
  await cancel().waitFor({ state: 'detached' });
});

it('how it has ended is told there, until it is put away', async () => {
  const { imports, exchange } = app.texts;
  await app.imports.says(imports.check.stopped);
  const [begun = ''] = exchange.endedBefore.split('{{');
  await part().getByText(begun).waitFor();
  await part().getByRole('button', { name: exchange.putAway }).click();
  await part().getByText(imports.check.stopped).waitFor({ state: 'detached' });
});

it('locking while a check runs asks first, and says afterwards what it has stopped', async () => {
  const { locking, stopping } = app.texts;
  await beginCheck();
  await app.shell.lock();
  const dialog = app.page.getByRole('alertdialog', { name: stopping.title.lock });
  await dialog.getByText(stopping.kinds.import).waitFor();
  await dialog.getByRole('button', { name: stopping.stay }).click();
  await stop().waitFor();
  await app.shell.lock();
  await dialog.getByRole('button', { name: stopping.go.lock, exact: true }).click();
  await app.page.getByText('is locked').waitFor();
  await app.welcome.open('Shop', passphrase);
  await expect.poll(() => app.shell.message()).toBe(locking.stopped.import);
});

it('closing while a check runs asks first, in the same words', async () => {
  const { stopping } = app.texts;
  await beginCheck();
  await app.shell.closeDaybook();
  const dialog = app.page.getByRole('alertdialog', { name: stopping.title.close });
  await dialog.getByText(stopping.kinds.import).waitFor();
  await dialog.getByRole('button', { name: stopping.stay }).click();
  await stop().waitFor();
  await app.shell.closeDaybook();
  await dialog.getByRole('button', { name: stopping.go.close, exact: true }).click();
  await app.welcome.whenShown();
  await app.welcome.open('Shop', passphrase);
  await app.people.whenShown();
});
