import type { App } from './App.ts';
import { exampleName } from './exampleAccount.ts';

const toLog = async ({ shell, log }: App): Promise<void> => {
  await shell.go('log');
  await log.whenShown();
  await log.lines();
};

/** The log whole, narrowed, and one event of it; each begins at any page of a daybook with the example account. */
export const logScenes: Readonly<Record<string, (app: App) => Promise<unknown>>> = {
  log: toLog,
  'log-event': async (app) => {
    await toLog(app);
    const lines = await app.log.lines();
    const newest = lines.find(({ person }) => person === exampleName);
    await app.log.goTo(String(Number(newest?.position.replace(/\D/gu, '')) - 7));
    await app.log.panel.getByText(app.texts.log.event.holds).waitFor();
  },
  'log-one-kind': async (app) => {
    await toLog(app);
    await app.log.chooseTypes(app.texts.log.kinds['person.erased']);
    await app.log.lines();
  },
  'log-long-name': async (app) => {
    await toLog(app);
    await app.log.choosePerson('Wolfeschlegel', 'Wolfeschlegel');
    await app.log.lines();
  },
  'log-nothing': async (app) => {
    await toLog(app);
    await app.log.fillDay('to', '2001-01-01');
    await app.log.emptyText.waitFor();
  },
};
