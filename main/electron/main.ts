import path from 'node:path';
import { app, protocol, session } from 'electron';
import { createEngineStarter } from '../ipc/createEngineStarter.ts';
import { createHomePlace } from '../ipc/DaybookPlace.ts';
import { createHostLog, logFileIn } from '../ipc/createHost.ts';
import { homeFolder } from '../ipc/homeFolder.ts';
import { describeDefect } from '../ipc/HostLog.ts';
import { readRendererFiles, rendererFolder } from '../ipc/RendererFiles.ts';
import { createAnswerer } from './answerRequest.ts';
import { createDesktop, type Desktop } from './createDesktop.ts';
import { guardContents } from './guardContents.ts';
import { guardSession } from './guardSession.ts';
import { openChannels } from './openChannels.ts';
import { scheme } from './ownPage.ts';
import { folderMeant, readWishes, wishesHandedOver, type Wishes } from './readWishes.ts';
import { tellNotStarted } from './tellNotStarted.ts';

const home = homeFolder(process.env);
const log = createHostLog(home);

/** There is no window and will be none. */
const giveUp = (thrown: unknown): void => {
  log({ event: 'notStarted', level: 'error', defect: describeDefect(thrown) });
  tellNotStarted(logFileIn(home));
  app.exit(1);
};

/** Before the program is ready, which is the only time for it. */
const prepare = (): void => {
  app.setName('Daybook');
  // Whoever gives a home folder wants a Daybook apart from their own, with windows apart too.
  if ((process.env['DAYBOOK_HOME'] ?? '') !== '')
    app.setPath('userData', path.join(home, '.window'));
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
};

const start = async (): Promise<Desktop> => {
  await app.whenReady();
  guardSession(session.defaultSession);
  protocol.handle(scheme, createAnswerer(readRendererFiles(rendererFolder())));
  const desktop = createDesktop({
    place: createHomePlace(home),
    home,
    engines: createEngineStarter(log),
    log,
    placeFile: path.join(app.getPath('userData'), 'window.json'),
  });
  openChannels(desktop.requestsOf);
  return desktop;
};

/** Runs the one program there is for this user; whoever starts a second one is led to its windows. */
const run = (wishes: Wishes): void => {
  let desktop: Desktop | null = null;
  /** What is wished before the windows can be opened. */
  let waiting: Wishes[] = [wishes];
  const fulfil = (wished: Wishes): void => {
    if (desktop === null) waiting.push(wished);
    else desktop.fulfil(wished);
  };

  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('second-instance', (_event, _args, _folder, handedOver) =>
    fulfil(wishesHandedOver(handedOver)),
  );
  // macOS hands files over in this way, at the start too.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    const folder = folderMeant(file);
    if (folder !== null) fulfil({ folders: [folder], sample: false });
  });
  app.on('activate', () => fulfil({ folders: [], sample: false }));
  // Every window has closed its daybook before it has closed.
  app.on('window-all-closed', () => app.quit());

  const begin = async (): Promise<void> => {
    const started = await start();
    desktop = started;
    for (const wished of waiting) started.fulfil(wished);
    waiting = [];
  };
  void begin().catch(giveUp);
};

try {
  prepare();
  // What is before our own words: the program, and for developers the folder it was started from.
  const wishes = readWishes(process.argv.slice(process.defaultApp ? 2 : 1), process.cwd());
  if (app.requestSingleInstanceLock({ ...wishes })) run(wishes);
  else app.quit();
} catch (thrown) {
  giveUp(thrown);
}
