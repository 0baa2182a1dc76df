import { startForPictures, type OwnPictureContext } from './PictureContext.ts';

/**
 * Takes the screen before a daybook is open: with nothing there, and after a wrong passphrase. Between
 * them a daybook that is empty, and then has one person in it; at last a program that has gone.
 */
export const takeWelcome = async (context: OwnPictureContext): Promise<void> => {
  const { take } = context;
  const { daybook, app } = await startForPictures(context);
  await app.welcome.whenShown();
  await take(app, 'welcome');
  await app.welcome.create({ name: 'The corner shop', passphrase: 'harbour lantern maple' });
  await app.people.whenShown();
  await app.people.emptyText.waitFor();
  await take(app, 'people-empty');
  for (const place of ['overview', 'log'] as const) {
    await app.shell.go(place);
    await app.page.getByRole('heading', { level: 1, name: app.texts[place].title }).waitFor();
    await take(app, `${place}-empty`);
  }
  await app.shell.go('people');
  await app.people.register({ name: 'Ada Lovelace', limit: '100' });
  await app.person.whenShown('Ada Lovelace');
  for (const place of ['people', 'overview', 'log'] as const) {
    await app.shell.go(place);
    await app.page.getByRole('heading', { level: 1, name: app.texts[place].title }).waitFor();
    await take(app, `${place}-one`);
  }
  await app.shell.closeDaybook();
  await app.welcome.open('The corner shop', 'not this one');
  await app.welcome.refusal();
  await take(app, 'welcome-refused');
  await daybook.stop();
  await app.shell.connectionBanner.waitFor();
  await take(app, 'program-gone');
  await app.profile.close();
};
