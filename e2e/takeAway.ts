import type { App } from './App.ts';
import { startForPictures, type OwnPictureContext } from './PictureContext.ts';
import { crashableEngine } from './startDaybook.ts';

const passphrase = 'harbour lantern maple';

const toDraft = async (app: App): Promise<void> => {
  await app.person.whenShown('Ada Lovelace');
  await app.person.account.type({ amount: '50', memo: 'Two sacks of flour' });
};

/**
 * Takes what is shown while a daybook is away from somebody who was typing: locked, its engine started anew
 * and given up after crashes, and the program gone.
 */
export const takeAway = async (context: OwnPictureContext): Promise<void> => {
  const { take } = context;
  const { daybook, app } = await startForPictures(context, crashableEngine);
  await app.welcome.create({ name: 'The corner shop', passphrase });
  await app.people.whenShown();
  await app.people.register({ name: 'Ada Lovelace', limit: '100' });
  await toDraft(app);
  await app.shell.lock();
  const field = app.page.getByLabel(app.texts.welcome.passphrase, { exact: true });
  await field.waitFor();
  await take(app, 'away-locked');
  await field.fill(passphrase);
  await app.page.keyboard.press('Enter');
  await app.person.whenShown('Ada Lovelace');
  await take(app, 'away-unlocked');
  const restarted = app.page.getByText(app.texts.host.restarted);
  const read = app.page.getByRole('button', { name: app.texts.host.read });
  for (const isFirst of [true, false]) {
    daybook.crashEngine();
    await restarted.waitFor();
    if (isFirst) await take(app, 'away-restarted');
    await read.click();
    await restarted.waitFor({ state: 'hidden' });
  }
  daybook.crashEngine();
  await field.waitFor();
  await take(app, 'away-given-up');
  await field.fill(passphrase);
  await app.page.keyboard.press('Enter');
  await app.person.whenShown('Ada Lovelace');
  await daybook.stop();
  await app.shell.connectionBanner.waitFor();
  await take(app, 'away-gone');
  await app.profile.close();
};
