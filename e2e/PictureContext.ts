import { openApp, type App } from './App.ts';
import type { Look } from './looks.ts';
import { startDaybook, type StartOptions } from './startDaybook.ts';
import type { Windows } from './Windows.ts';

/** What pictures of one look are taken with. */
export interface PictureContext {
  readonly windows: Windows;
  readonly look: Look;
  /** Gives a window of a look its size and colours. */
  readonly dress: (app: App) => Promise<void>;
  readonly take: (app: App, name: string) => Promise<void>;
}

/** Of windows of a program that runs already. */
export interface RunningPictureContext extends PictureContext {
  /** A window of the sample. */
  readonly app: App;
}

/** Of what other windows must not go through: of a program of their own, with this for its home. */
export interface OwnPictureContext extends PictureContext {
  readonly home: string;
}

/** Starts a program for pictures of its own, and a window of it in their look. */
export const startForPictures = async (
  { windows, home, look, dress }: OwnPictureContext,
  environment: StartOptions['environment'] = {},
) => {
  const daybook = await startDaybook(home, [], environment);
  const app = await openApp(windows, daybook, look);
  await dress(app);
  return { daybook, app };
};
