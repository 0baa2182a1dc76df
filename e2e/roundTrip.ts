import type { App } from './App.ts';

/** Asks the program something and waits for the answer: what it has answered before has been taken in by then. */
export const roundTrip = async ({ shell, page, texts }: App): Promise<void> => {
  await shell.find('nobody of this name');
  await shell.palette.getByText(texts.palette.none).waitFor();
  await page.keyboard.press('Escape');
  await shell.palette.waitFor({ state: 'detached' });
};
