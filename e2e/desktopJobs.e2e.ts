import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { stoppingTexts } from '../shared/stopping-texts.ts';
import type { App } from './App.ts';
import type { Controls } from './Controls.ts';
import { useStandIn } from './useStandIn.ts';

const inUse = useStandIn();
const say: Controls['say'] = (word, ...input) => inUse.controls().say(word, ...input);
/** Enough for the check to run as long as it is looked at. */
const ROWS = 200_000;

let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.welcome.create({ name: 'Shop', passphrase: 'four plain quiet words' });
  await app.people.whenShown();
  const file = path.join(inUse.scratch, 'people.csv');
  const rows = Array.from({ length: ROWS }, (_, row) => `R${row},Person ${row}`);
  writeFileSync(file, ['Reference,Name', ...rows].join('\n'));
});

const stop = () => app.page.getByRole('button', { name: app.texts.imports.run.stop, exact: true });

/** Closes the only window, whose answer is this button; gives what was asked. */
const closeAnswering = async (response: number) => {
  const before = (await say('dialogs')).length;
  const [only] = await say('windows');
  await say('close', { id: only?.id ?? 0 });
  // A second close while it is asked asks nothing more.
  await say('close', { id: only?.id ?? 0 });
  await expect.poll(async () => (await say('dialogs')).length).toBe(before + 1);
  await say('answerDialog', { answer: { response } });
  return (await say('dialogs')).at(-1);
};

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
  const what = texts.exchange.people;
  await page
    .getByRole('button', { name: texts.exchange.export.replace('{{what}}', what), exact: true })
    .click();
  await page.getByRole('button', { name: texts.exchange.show, exact: true }).click();
  await expect.poll(() => say('shownInFolder')).toEqual([marker, filePath]);
  expect(existsSync(filePath)).toBe(true);
});

it('a window in which long work runs asks before it closes, and stays when it is told to', async () => {
  await app.shell.go('exchange');
  await app.imports.chooseOfSystem(path.join(inUse.scratch, 'people.csv'));
  await app.imports.whenMapped();
  await app.imports.check();
  await stop().waitFor();
  const { title, kinds, go, stay } = stoppingTexts.en;
  expect(await closeAnswering(1)).toMatchObject({
    kind: 'message',
    options: {
      message: title.close,
      detail: kinds.import,
      buttons: [go.close, stay],
      cancelId: 1,
    },
  });
  expect(await say('windows')).toMatchObject([{ visible: true }]);
  await stop().waitFor();
});

it('a window closes with its daybook when it is told to, and the program ends', async () => {
  await closeAnswering(0);
  expect(await inUse.desktop().ended).toBe(0);
  expect(existsSync(path.join(inUse.home, 'Shop', 'lock'))).toBe(false);
});
