import { expect, it } from 'vitest';
import { openTapped } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ needsBrowserHost: 'a wire that can be tapped' });
const passphrase = 'four plain quiet words';

it('a lock in the moment in which an export begins is told once it is over', async () => {
  await inUse.app().welcome.create({ name: 'Shop', currency: 'USD', passphrase });
  await inUse.app().people.whenShown();
  const { app, wire } = await openTapped(inUse.windows(), inUse.app());
  await app.people.register({ name: 'Ada' });
  await app.person.whenShown('Ada');
  await app.shell.go('exchange');
  await app.exchange.whenShown();
  const { exchange, locking } = app.texts;
  const release = wire.holdReply('file/place');
  const begin = app.page.getByRole('button', {
    name: exchange.export.people,
    exact: true,
  });
  await begin.click();
  await expect.poll(() => begin.isDisabled()).toBe(true);
  await app.page.keyboard.press('Control+Shift+l');
  await app.page.getByText('is locked').waitFor();
  release();
  await app.welcome.open('Shop', passphrase);
  await app.exchange.whenShown();
  await expect.poll(() => app.shell.message()).toContain(locking.stopped.export);
});
