import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { stoppingTexts } from '../shared/stopping-texts.ts';
import { en as desktopTexts } from '../main/electron/texts/en.ts';
import type { App } from './App.ts';
import type { Controls } from './Controls.ts';
import { useStandIn } from './useStandIn.ts';

const inUse = useStandIn();
const say: Controls['say'] = (word, ...input) => inUse.controls().say(word, ...input);
const { title, go, stay } = stoppingTexts.en;
const { unsaved } = desktopTexts;

let app: App;

beforeAll(async () => {
  app = inUse.app();
  // The stand-in answers what the page asks; Playwright would do it in its place.
  app.page.on('dialog', () => {});
  await app.begin();
  await app.people.register({ name: 'Ada', limit: '50' });
  await app.person.whenShown('Ada');
});

const memo = () => app.page.getByLabel(app.texts.account.memo, { exact: true });
const askedTimes = async (): Promise<number> => (await say('dialogs')).length;

/** Answers the one question that comes of it; gives what was asked. */
const answering = async (deed: () => Promise<unknown>, response: number) => {
  const before = await askedTimes();
  await deed();
  await expect.poll(askedTimes).toBe(before + 1);
  await say('answerDialog', { answer: { response } });
  await expect.poll(() => say('answersLeft')).toBe(0);
  return (await say('dialogs')).at(-1);
};

const close = async (): Promise<void> => {
  const [only] = await say('windows');
  await say('close', { id: only?.id ?? 0 });
};
const reload = () => say('choose', { labels: ['&View', '&Reload'] });
const mark = () =>
  app.page.evaluate(() => document.documentElement.setAttribute('data-before', ''));
const whenLoadedAgain = () => app.page.locator('html[data-before]').waitFor({ state: 'detached' });

it('a page is loaded again without a question while nothing is typed', async () => {
  await mark();
  await reload();
  await whenLoadedAgain();
  await app.person.whenShown('Ada');
  expect(await askedTimes()).toBe(0);
});

it('a window asks before it closes while something is typed and not written, and stays', async () => {
  await memo().click();
  await app.page.keyboard.type('Half a sentence');
  expect(await answering(close, 1)).toEqual({
    kind: 'message',
    options: {
      type: 'question',
      message: title.close,
      detail: unsaved.close,
      buttons: [go.close, stay],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    },
  });
  expect(await say('windows')).toMatchObject([{ visible: true }]);
  expect(await memo().inputValue()).toBe('Half a sentence');
});

it('the program asks before it ends', async () => {
  await answering(() => say('quit'), 1);
  expect(await say('windows')).toMatchObject([{ visible: true }]);
  expect(await memo().inputValue()).toBe('Half a sentence');
});

it('a page asks before it is loaded again, stays when it is told to, and goes when it is told to', async () => {
  await mark();
  expect(await answering(reload, 1)).toMatchObject({
    options: { message: unsaved.title, detail: unsaved.reload, buttons: [unsaved.go, stay] },
  });
  expect(await memo().inputValue()).toBe('Half a sentence');
  await answering(reload, 0);
  await whenLoadedAgain();
  await app.person.whenShown('Ada');
  expect(await memo().inputValue()).toBe('');
});

it('a page asks anew after it was loaded again', async () => {
  await memo().click();
  await app.page.keyboard.type('Another');
  await answering(reload, 1);
  expect(await memo().inputValue()).toBe('Another');
});

it('a window closes with its daybook when it is told to, and the program ends', async () => {
  await answering(close, 0);
  expect(await inUse.desktop().ended).toBe(0);
  expect(existsSync(path.join(inUse.home, 'Shop', 'lock'))).toBe(false);
});
