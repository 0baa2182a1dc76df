import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { stoppingTexts } from '../shared/stopping-texts.ts';
import type { App } from './App.ts';
import type { Controls } from './Controls.ts';
import { useStandIn } from './useStandIn.ts';

const inUse = useStandIn();
const say: Controls['say'] = (word, ...input) => inUse.controls().say(word, ...input);
/** A check of so many takes far longer than two questions. */
const ROWS = 600_000;

let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.begin();
  const file = path.join(inUse.scratch, 'people.csv');
  const rows = Array.from({ length: ROWS }, (_, row) => `R${row},Person ${row}`);
  writeFileSync(file, ['Reference,Name', ...rows].join('\n'));
});

const stop = () => app.page.getByRole('button', { name: app.texts.imports.run.stop, exact: true });

/** Closes the only window; gives what is asked. */
const askedToClose = async () => {
  const before = (await say('dialogs')).length;
  const [only] = await say('windows');
  await say('close', { id: only?.id ?? 0 });
  // A second close while it is asked asks nothing more.
  await say('close', { id: only?.id ?? 0 });
  await expect.poll(async () => (await say('dialogs')).length).toBe(before + 1);
  return (await say('dialogs')).at(-1);
};
const answer = (response: number) => say('answerDialog', { answer: { response } });

it('the folder of the daybook is shown, and an export where it was written', async () => {
  const { page, shell, settings, exchange, texts } = app;
  await shell.go('settings');
  await settings.show('storage');
  await page.getByRole('button', { name: texts.settings.showFolder }).click();
  const marker = path.join(inUse.home, 'Shop', 'open.daybook');
  await expect.poll(() => say('shownInFolder')).toEqual([marker]);
  await shell.go('exchange');
  await exchange.whenShown();
  const filePath = path.join(inUse.scratch, 'Shop people.csv');
  await say('answerDialog', { answer: { canceled: false, filePath } });
  await page.getByRole('button', { name: texts.exchange.export.people, exact: true }).click();
  await page.getByRole('button', { name: texts.exchange.show, exact: true }).click();
  await expect.poll(() => say('shownInFolder')).toEqual([marker, filePath]);
  expect(existsSync(filePath)).toBe(true);
});

it('a window in which long work runs asks before it closes, and does as it is told', async () => {
  await app.shell.go('exchange');
  await app.imports.chooseOfSystem(path.join(inUse.scratch, 'people.csv'));
  await app.imports.whenMapped();
  await app.imports.check();
  await stop().waitFor();
  const { title, kinds, go, stay } = stoppingTexts.en;
  expect(await askedToClose()).toMatchObject({
    kind: 'message',
    options: {
      message: title.close,
      detail: kinds.import,
      buttons: [go.close, stay],
      cancelId: 1,
    },
  });
  await answer(1);
  // Until that has been heard the window is still asking.
  await expect.poll(() => say('answersLeft')).toBe(0);
  expect(await say('windows')).toMatchObject([{ visible: true }]);
  // Told to go it closes with its daybook, and the program ends with its last window.
  await askedToClose();
  await answer(0);
  expect(await inUse.desktop().ended).toBe(0);
  expect(existsSync(path.join(inUse.home, 'Shop', 'lock'))).toBe(false);
});
