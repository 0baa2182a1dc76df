import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App } from './App.ts';
import type { Controls } from './Controls.ts';
import { spawnDesktop } from './startDesktop.ts';
import { useStandIn } from './useStandIn.ts';

const inUse = useStandIn();
const passphrase = 'four plain quiet words';
const say: Controls['say'] = (word, ...input) => inUse.controls().say(word, ...input);

const windows = () => say('windows');
const front = async () => {
  const found = (await windows()).find(({ focused }) => focused);
  if (found === undefined) throw new Error('no window is in front');
  return found;
};

/** What comes of something that opens a window. */
const newWindow = async (open: () => Promise<unknown>): Promise<App> => {
  const known = inUse.desktop().windows();
  await open();
  return inUse.appOf(await inUse.desktop().nextWindow(known));
};

/** A second start of the program, which ends by itself. */
const startAgain = async (...args: readonly string[]): Promise<void> => {
  const { ended } = spawnDesktop({ host: 'stand-in', home: inUse.home, args });
  expect(await ended).toBe(0);
};

const folderOf = (name: string): string => path.join(inUse.home, name);
const heading = ({ page }: App): Promise<string> =>
  page
    .getByRole('form')
    .getAttribute('aria-label')
    .then((label) => label ?? '');

// One story: each step goes on where the one before has ended.
describe('windows of the desktop', () => {
  it('begin with one, in front, of the usual size', async () => {
    await inUse.app().welcome.whenShown();
    const [only, ...others] = await windows();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ visible: true, bounds: { width: 1280, height: 800 } });
  });

  it('make a daybook, with a marker in its folder, and the system hears of it', async () => {
    const { welcome, people } = inUse.app();
    await welcome.create({ name: 'Shop', passphrase });
    await people.whenShown();
    const marker = path.join(folderOf('Shop'), 'open.daybook');
    expect(existsSync(marker)).toBe(true);
    expect(await say('recentDocuments')).toEqual([marker]);
  });

  it('are opened by the menu, each with a daybook of its own, beside the one before', async () => {
    const before = await front();
    const second = await newWindow(() => say('choose', { labels: ['&File', 'New &Window'] }));
    await second.welcome.whenShown();
    await second.welcome.create({ name: 'Club', passphrase });
    await second.people.whenShown();
    await second.people.register({ name: 'Grace Hopper' });
    await second.person.whenShown('Grace Hopper');
    expect((await front()).bounds).not.toEqual(before.bounds);
    await inUse.app().shell.go('overview');
    await inUse.app().shell.go('people');
    await inUse.app().people.emptyText.waitFor();
  });

  it('never have the same daybook twice: the one that has it comes to the front', async () => {
    const [first] = await windows();
    const third = await newWindow(() => say('choose', { labels: ['&File', 'New &Window'] }));
    await third.welcome.open('Shop', passphrase);
    await expect.poll(() => third.welcome.refusal()).toBe(third.texts.refusal.OpenInAnotherWindow);
    expect((await front()).id).toBe(first?.id);
  });

  it('are led to by the list of what was open, without a second one', async () => {
    const count = (await windows()).length;
    await say('choose', { labels: ['&File', 'Open &Recent', 'Club'] });
    await expect.poll(async () => (await front()).id).toBe((await windows())[1]?.id);
    await expect.poll(windows).toHaveLength(count);
  });

  it('are led to by a second start, which ends at once and opens what it was given', async () => {
    await startAgain(path.join(folderOf('Shop'), 'open.daybook'));
    await expect.poll(async () => (await front()).id).toBe((await windows())[0]?.id);
    await startAgain(folderOf('Club'));
    await expect.poll(async () => (await front()).id).toBe((await windows())[1]?.id);
  });

  it('close their daybook before they close', async () => {
    const [, second, third] = await windows();
    if (second === undefined || third === undefined) throw new Error('there were three windows');
    expect(existsSync(path.join(folderOf('Club'), 'lock'))).toBe(true);
    await say('close', { id: second.id });
    await expect.poll(async () => (await windows()).length).toBe(2);
    expect(existsSync(path.join(folderOf('Club'), 'lock'))).toBe(false);
    await say('close', { id: third.id });
    await expect.poll(async () => (await windows()).length).toBe(1);
  });

  it('show the daybook that a double click was on, for its passphrase', async () => {
    const marker = path.join(folderOf('Club'), 'open.daybook');
    const fresh = await newWindow(() => say('openFile', { file: marker }));
    await expect.poll(() => heading(fresh)).toContain('Club');
    await fresh.page.getByLabel(fresh.texts.welcome.passphrase, { exact: true }).fill(passphrase);
    await fresh.page.keyboard.press('Enter');
    await fresh.people.whenShown();
    await expect.poll(() => fresh.people.rows()).toMatchObject([{ name: 'Grace Hopper' }]);
    await fresh.shell.closeDaybook();
    await fresh.welcome.whenShown();
  });

  it('pass over what is no daybook', async () => {
    const count = (await windows()).length;
    await startAgain(path.join(inUse.scratch, 'nothing-here'), 'package.json');
    await expect.poll(windows).toHaveLength(count);
  });

  it('open a folder elsewhere, which the user chooses', async () => {
    const elsewhere = path.join(inUse.scratch, 'elsewhere');
    renameSync(folderOf('Club'), elsewhere);
    const page = inUse.desktop().windows().at(-1);
    if (page === undefined) throw new Error('there is no window');
    const app = inUse.appOf(page);
    const choose = app.page.getByRole('button', { name: app.texts.welcome.locate });
    await say('answerDialog', { answer: { canceled: true } });
    await choose.click();
    await expect.poll(async () => (await say('dialogs')).length).toBe(1);
    mkdirSync(path.join(inUse.scratch, 'empty'));
    await say('answerDialog', {
      answer: { canceled: false, filePaths: [path.join(inUse.scratch, 'empty')] },
    });
    await choose.click();
    await expect.poll(() => app.welcome.refusal()).toBe(app.texts.refusal.NotADaybook);
    await say('answerDialog', { answer: { canceled: false, filePaths: [elsewhere] } });
    await choose.click();
    await expect.poll(() => heading(app)).toContain('elsewhere');
    await app.page.getByLabel(app.texts.welcome.passphrase, { exact: true }).fill(passphrase);
    await app.page.keyboard.press('Enter');
    await app.people.whenShown();
    expect(await say('dialogs')).toMatchObject([
      { kind: 'open', options: { properties: ['openDirectory'] } },
      { kind: 'open' },
      { kind: 'open' },
    ]);
  });

  it('speak the language of the window in the menu', async () => {
    const labels = async () =>
      ((await say('menu')) as { readonly label: string }[]).map(({ label }) => label);
    await expect.poll(labels).toEqual(['&File', '&Edit', '&View', '&Window']);
    await inUse.app().shell.go('settings');
    await inUse.app().settings.speak('ko');
    await expect.poll(labels).toEqual(['파일(&F)', '편집(&E)', '보기(&V)', '창(&W)']);
    await inUse.app().page.getByRole('radio', { name: 'English' }).click();
    await expect.poll(labels).toEqual(['&File', '&Edit', '&View', '&Window']);
  });

  it('close everything when the program is told to end', async () => {
    const [first] = await windows();
    if (first === undefined) throw new Error('there is no window');
    await say('move', { id: first.id, bounds: { x: 200, y: 120, width: 1100, height: 700 } });
    for (const { id } of (await windows()).slice(1)) await say('close', { id });
    await expect.poll(async () => (await windows()).length).toBe(1);
    expect(existsSync(path.join(folderOf('Shop'), 'lock'))).toBe(true);
    await inUse.desktop().stop();
    expect(existsSync(path.join(folderOf('Shop'), 'lock'))).toBe(false);
  });
});

describe('the place of a window', () => {
  const stateFile = () => path.join(inUse.home, '.window/window.json');
  const opensAt = async () => {
    await inUse.start();
    const [only] = await windows();
    return only?.bounds;
  };

  it('is the one that it had', async () => {
    expect(JSON.parse(readFileSync(stateFile(), 'utf8'))).toEqual({
      x: 200,
      y: 120,
      width: 1100,
      height: 700,
      maximized: false,
    });
    expect(await opensAt()).toEqual({ x: 200, y: 120, width: 1100, height: 700 });
    await inUse.desktop().stop();
  });

  it.each([
    ['is cut off', '{"x": 200, "y"'],
    ['leads off every display', '{"x":-5000,"y":120,"width":1100,"height":700,"maximized":false}'],
  ])('is the usual one when what was kept %s', async (_what, text) => {
    writeFileSync(stateFile(), text);
    expect(await opensAt()).toMatchObject({ width: 1280, height: 800 });
    await inUse.desktop().stop();
  });
});

it('the program opens what it is started with', async () => {
  const app = await inUse.start({ args: [path.join(folderOf('Shop'), 'open.daybook')] });
  await expect.poll(() => heading(app)).toContain('Shop');
  await expect.poll(windows).toHaveLength(1);
});

describe('a window with an open daybook', () => {
  const open = async ({ page, texts, people }: App): Promise<void> => {
    await page.getByLabel(texts.welcome.passphrase, { exact: true }).fill(passphrase);
    await page.keyboard.press('Enter');
    await people.whenShown();
  };

  it('shows its page again when what draws it has crashed', async () => {
    const app = inUse.app();
    await open(app);
    await app.page.evaluate(() => document.documentElement.setAttribute('data-before', ''));
    const [only] = await windows();
    await say('crash', { id: only?.id ?? 0 });
    await expect.poll(() => app.page.locator('[data-before]').count()).toBe(0);
    await app.people.whenShown();
  });

  it('is not led to while it closes: a wish that comes then opens another', async () => {
    const [only] = await windows();
    const fresh = await newWindow(() =>
      say('closeAndOpen', { id: only?.id ?? 0, file: folderOf('Shop') }),
    );
    await expect.poll(() => heading(fresh)).toContain('Shop');
    await expect.poll(async () => (await windows()).length).toBe(1);
    await open(fresh);
  });
});
