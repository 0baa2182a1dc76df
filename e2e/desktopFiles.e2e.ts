import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { exampleFile } from '../shared/imports/example-file.ts';
import type { Controls } from './Controls.ts';
import { useStandIn } from './useStandIn.ts';

const inUse = useStandIn();
const say: Controls['say'] = (word, ...input) => inUse.controls().say(word, ...input);

beforeAll(async () => {
  const { welcome, people } = inUse.app();
  await welcome.create({ name: 'Shop', passphrase: 'four plain quiet words' });
  await people.whenShown();
});

const print = (name: string) =>
  inUse.app().page.evaluate(
    (name) =>
      (
        window as unknown as {
          readonly daybook: { savePdf: (name: string) => Promise<object> };
        }
      ).daybook.savePdf(name),
    name,
  );

it('a window prints into a file at the place that the user chooses, and nowhere when they do not', async () => {
  await say('answerDialog', { answer: { canceled: true } });
  expect(await print('Statement')).toEqual({ ok: true, value: { saved: false } });
  const filePath = path.join(inUse.scratch, 'statement.pdf');
  await say('answerDialog', { answer: { canceled: false, filePath } });
  expect(await print('../Statement: Ada')).toEqual({ ok: true, value: { saved: true } });
  expect(readFileSync(filePath).subarray(0, 5).toString()).toBe('%PDF-');
  expect(statSync(filePath).mode & 0o777).toBe(0o600);
  const gone = path.join(inUse.scratch, 'gone/statement.pdf');
  await say('answerDialog', { answer: { canceled: false, filePath: gone } });
  expect(await print('Statement')).toEqual({
    ok: false,
    error: { type: 'StorageFailed', code: 'ENOENT' },
  });
  const asked = (await say('dialogs')).at(-2);
  expect(asked?.options).toMatchObject({ defaultPath: 'Statement Ada.pdf' });
  const log = path.join(inUse.home, 'Shop', 'log.db');
  await say('answerDialog', { answer: { canceled: false, filePath: log } });
  expect(await print('Statement')).toEqual({ ok: false, error: { type: 'FileOfDaybook' } });
  expect(readFileSync(log).subarray(0, 6).toString()).toBe('SQLite');
});

it('hands over files that the user has chosen, and gets places that they choose, all by ids', async () => {
  const { page } = inUse.app();
  const file = path.join(inUse.scratch, 'people.csv');
  writeFileSync(file, 'Name\nAda\n');
  const pipe = path.join(inUse.scratch, 'pipe.csv');
  execFileSync('mkfifo', [pipe]);
  // Not the window's own field, but one like it.
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.multiple = true;
    field.id = 'handed';
    document.body.append(field);
  });
  // Playwright would hand a copy over to a browser that it has not started itself.
  const tools = await page.context().newCDPSession(page);
  const { root } = await tools.send('DOM.getDocument');
  const field = await tools.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: '#handed',
  });
  await tools.send('DOM.setFileInputFiles', { files: [file, pipe], nodeId: field.nodeId });
  await tools.detach();
  const handed = await page.evaluate(() => {
    const { daybook } = window as unknown as {
      readonly daybook: {
        hand: (file: unknown) => Promise<{ ok: boolean; value?: { id: string } }>;
      };
    };
    const field = document.querySelector<HTMLInputElement>('#handed');
    const chosen = [...(field?.files ?? [])];
    field?.remove();
    return Promise.all([...chosen, new File(['x'], 'made.csv')].map((each) => daybook.hand(each)));
  });
  expect(handed).toMatchObject([
    { ok: true, value: { name: 'people.csv', bytes: 9 } },
    { ok: false, error: { type: 'FileUnreadable', reason: 'notAFile' } },
    { ok: false, error: { type: 'NoSuchFile' } },
  ]);
  expect(JSON.stringify(handed)).not.toContain(inUse.scratch);
  const ask = (method: string, input: object): Promise<string> =>
    page.evaluate(
      (frame) =>
        (
          window as unknown as { readonly daybook: { call: (frame: string) => Promise<string> } }
        ).daybook.call(frame),
      JSON.stringify({ request: 1, method, input }),
    );
  expect(await ask('file/inspect', { file: handed[0]?.value?.id })).toContain('"ok":true');
  await say('answerDialog', { answer: { canceled: true } });
  expect(await ask('file/place', { name: 'out.csv' })).toContain('"value":null');
  const filePath = path.join(inUse.scratch, 'chosen.csv');
  await say('answerDialog', { answer: { canceled: false, filePath } });
  const place = await ask('file/place', { name: 'out.csv' });
  expect(place).toContain('"ok":true');
  expect(place).not.toContain(inUse.scratch);
});

it('saves an example of a file to bring in where the user chooses', async () => {
  const { page, texts, exchange, imports, shell } = inUse.app();
  await shell.go('exchange');
  await exchange.whenShown();
  const { kinds, choose } = texts.imports;
  const filePath = path.join(inUse.scratch, 'example.csv');
  await say('answerDialog', { answer: { canceled: false, filePath } });
  await imports.press(kinds.entries);
  await page.getByText(choose.exampleSaved.replace('{{name}}', 'example.csv')).waitFor();
  expect(readFileSync(filePath, 'utf8')).toBe(exampleFile('entries', 'en'));
  const asked = (await say('dialogs')).at(-1);
  expect(asked?.options).toMatchObject({ defaultPath: `${kinds.entries}.csv` });
  const log = path.join(inUse.home, 'Shop', 'log.db');
  await say('answerDialog', { answer: { canceled: false, filePath: log } });
  await imports.press(kinds.people);
  await page.getByText(texts.refusal.FileOfDaybook).waitFor();
  expect(readFileSync(log).subarray(0, 6).toString()).toBe('SQLite');
});

it('copies where a button says so', async () => {
  const { page, texts, settings, shell } = inUse.app();
  await shell.go('settings');
  await settings.show('aboutTitle');
  await page.getByRole('button', { name: texts.settings.diagnosticsShow }).click();
  await page.getByRole('button', { name: texts.settings.diagnosticsCopy }).click();
  await page.getByText(texts.settings.diagnosticsCopied, { exact: true }).waitFor();
});

it('prints no lock screen where the dialog has stood open past the lock', async () => {
  const { page } = inUse.app();
  const filePath = path.join(inUse.scratch, 'locked.pdf');
  await say('answerDialog', { answer: { later: true } });
  const asked = (await say('dialogs')).length;
  const printing = print('Statement');
  await expect.poll(async () => (await say('dialogs')).length).toBe(asked + 1);
  await page.keyboard.press('Control+Shift+l');
  await page.getByText('is locked').waitFor();
  await say('answerDialog', { answer: { canceled: false, filePath } });
  expect(await printing).toEqual({ ok: false, error: { type: 'NoDaybookOpen' } });
  expect(existsSync(filePath)).toBe(false);
});
