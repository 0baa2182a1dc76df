import { beforeAll, expect, it } from 'vitest';
import { openTapped, type App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ args: ['--sample'], needsBrowserHost: 'replies that can be held back' });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.people.whenShown();
  for (const name of ['Ada Lovelace', '김민수']) {
    await app.people.register({ name, reference: `R-${name.length}` });
    await app.person.whenShown(name);
    await app.shell.go('people');
    await app.people.whenShown();
  }
});

const focused = (): Promise<string | null> =>
  app.page.evaluate(() => document.activeElement?.getAttribute('role') ?? null);

it('finds a person by part of the name, and puts no word into the address', async () => {
  await app.shell.find('ada lo');
  await expect.poll(() => app.shell.offers()).toContainEqual(expect.stringContaining('Ada'));
  expect(app.page.url()).not.toContain('ada');
  // Without choosing: the person stands first, and is marked as what Enter takes.
  const marks = (): Promise<readonly string[]> =>
    app.shell.palette
      .getByRole('option')
      .evaluateAll((rows) =>
        rows
          .filter((row) => getComputedStyle(row).borderLeftColor !== 'rgba(0, 0, 0, 0)')
          .map((row) => row.textContent ?? ''),
      );
  await expect.poll(marks).toEqual([expect.stringContaining('Ada')]);
  await app.page.keyboard.press('ArrowDown');
  await expect.poll(marks).toHaveLength(1);
  await app.page.keyboard.press('Enter');
  await app.person.whenShown('Ada Lovelace');
});

it('finds Korean by initial consonants, also while a syllable is being composed', async () => {
  await app.shell.find('');
  const inputMethod = await app.profile.newCDPSession(app.page);
  const text = 'ㄱㅁㅅ';
  const place = { selectionStart: text.length, selectionEnd: text.length };
  await inputMethod.send('Input.imeSetComposition', { text, ...place });
  await expect.poll(() => app.shell.offers()).toContainEqual(expect.stringContaining('김민수'));
  await inputMethod.send('Input.insertText', { text });
  await inputMethod.detach();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await app.person.whenShown('김민수');
});

it('offers whom somebody has visited, and what can be done here with its key', async () => {
  const { keys } = app.texts;
  await app.shell.find('');
  await expect
    .poll(() => app.shell.offers())
    .toEqual(
      expect.arrayContaining([
        expect.stringContaining('김민수'),
        expect.stringContaining('Ada Lovelace'),
        expect.stringMatching(new RegExp(`^${keys.newPerson}\\s*N$`, 'u')),
        expect.stringContaining(keys.toList),
      ]),
    );
  await app.page.keyboard.press('Escape');
  await app.shell.palette.waitFor({ state: 'detached' });
});

it('goes to a screen, does an action, and gives the focus back when it is left', async () => {
  const { settings, palette } = app.texts;
  await app.shell.go('people');
  await app.people.grid.focus();
  await app.shell.find('nothing of this name at all');
  await app.shell.palette.getByText(palette.none).waitFor();
  await app.page.keyboard.press('Escape');
  await expect.poll(focused).toBe('grid');
  await app.shell.find(settings.security.toLowerCase());
  await expect.poll(() => app.shell.offers()).toHaveLength(1);
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await app.page.getByRole('heading', { name: settings.lockTitle }).waitFor();
  for (const action of [palette.import, palette.export]) {
    await app.shell.go('people');
    await app.shell.find(action);
    await expect.poll(() => app.shell.offers()).toEqual([action]);
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Enter');
    await app.exchange.whenShown();
  }
});

it('single keys can be turned off, and the others stay', async () => {
  const { settings, keys } = app.texts;
  await app.shell.go('settings');
  await app.settings.choose(settings.singleKeys, settings.singleKeysOff);
  await app.page.keyboard.press('n');
  await app.page.keyboard.press('?');
  await expect.poll(() => app.page.getByRole('dialog').count()).toBe(0);
  await app.shell.find('shortcut');
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: app.texts.nav.keys, exact: true }).click();
  await app.page.getByRole('dialog', { name: keys.title }).getByText(keys.off).waitFor();
  await app.page.keyboard.press('Escape');
  await app.settings.choose(settings.singleKeys, settings.singleKeysOn);
  await app.page.keyboard.press('?');
  await app.page.getByRole('dialog', { name: keys.title }).waitFor();
  await app.page.keyboard.press('Escape');
});

it('Enter while it still searches takes what comes first, unless somebody goes on typing', async () => {
  const { app: slow, wire } = await openTapped(inUse.windows(), app);
  await slow.people.whenShown();
  await slow.shell.go('settings');
  await slow.settings.whenShown();
  await slow.shell.find('');
  const release = wire.holdReply('person/list');
  await slow.page.keyboard.insertText('ada lo');
  await slow.page.keyboard.press('Enter');
  await slow.page.keyboard.press('x');
  release();
  await slow.shell.palette.getByText(slow.texts.palette.none).waitFor();
  await slow.page.keyboard.press('Escape');

  await slow.shell.find('');
  const releaseNext = wire.holdReply('person/list');
  await slow.page.keyboard.insertText('Ada l');
  await slow.page.keyboard.press('Enter');
  await slow.shell.palette.waitFor();
  releaseNext();
  await slow.person.whenShown('Ada Lovelace');
  await slow.page.close();
});
