import type { JobEnding, JobReport } from '../shared/protocol/jobs.ts';
import type { App } from './App.ts';
import { tellJobs, type ToldJobs } from './tellJobs.ts';

const readAs = { encoding: 'utf-8', separator: ',' } as const;

const nameless = { type: 'InputInvalid', issues: [{ path: 'details.name', code: 'TextTooLong' }] };

const imported: JobReport = {
  kind: 'import',
  read: 412,
  added: 379,
  unchanged: 30,
  refused: [
    { line: 17, whose: 'Ada Okafor', error: { type: 'ReferenceMissing' } },
    { line: 203, error: nameless, more: [{ type: 'ReferenceMissing' }] },
    { line: 204, error: nameless },
  ],
  differing: [],
  repeated: [{ line: 88, firstLine: 41 }],
  counts: { refused: 3, differing: 0, repeated: 1 },
  reasons: [
    { reason: 'InputInvalid.name', count: 2, line: 203 },
    { reason: 'ReferenceMissing', count: 2, line: 17 },
  ],
  readAs,
};

/** What is left of a report after somebody was erased. */
const namingNobody: JobReport = { ...imported, refused: [] };

const ending = (outcome: JobEnding['outcome'], file: string | null = null): JobEnding => ({
  isTrial: false,
  outcome,
  file: file === null ? null : { id: `told-${file}`, name: file },
});

const failed = (type: string, report?: JobReport): JobEnding =>
  ending({ ok: false, error: { type, ...(report === undefined ? {} : { report }) } });

const finished: ToldJobs['ended'] = {
  import: ending({ ok: true, value: imported }, 'regulars, refused.csv'),
  export: ending(
    { ok: true, value: { kind: 'export', written: 1284, leftOut: 3, position: 2425 } },
    'Corner shop people.csv',
  ),
  verify: ending({
    ok: true,
    value: {
      kind: 'verify',
      sound: false,
      events: 2425,
      findings: [{ type: 'ChainBroken', position: 812, detail: 'hash differs' }],
    },
  }),
  rebuild: ending({
    ok: true,
    value: { kind: 'rebuild', events: 2425, streams: 391, milliseconds: 1900 },
  }),
};

const stopped: ToldJobs['ended'] = {
  import: failed('Cancelled', imported),
  export: failed('Cancelled'),
  verify: failed('Cancelled'),
  rebuild: failed('Cancelled'),
};

const broken: ToldJobs['ended'] = {
  import: failed('StorageFull', imported),
  export: failed('StorageFull'),
  verify: failed('Unexpected'),
  rebuild: failed('StorageFull'),
};

const all = ['import', 'export', 'verify', 'rebuild'] as const;

const toExchange = async (app: App): Promise<void> => {
  await app.shell.go('exchange');
  await app.exchange.whenShown();
};

const toChecks = async (app: App): Promise<void> => {
  await app.shell.go('settings');
  await app.settings.show('storage');
  const { settings } = app.texts;
  await app.page
    .getByRole('group', { name: settings.rebuild, exact: true })
    .evaluate((group) => group.scrollIntoView({ block: 'end' }));
};

const told = async (app: App, jobs: ToldJobs): Promise<void> => {
  await tellJobs(app, jobs);
  await app.people.whenShown();
};

const elsewhere = (app: App) =>
  app.page.getByText((app.texts.exchange.endedElsewhere.split('{{')[0] ?? '').trim()).first();

const endings = (
  name: string,
  jobs: ToldJobs,
): Readonly<Record<string, (app: App) => Promise<void>>> => ({
  [`exchange-${name}`]: async (app) => {
    await told(app, jobs);
    await toExchange(app);
    await elsewhere(app).waitFor();
  },
  [`checks-${name}`]: async (app) => {
    await told(app, jobs);
    await toChecks(app);
    await elsewhere(app).waitFor();
  },
});

/**
 * Long work that another window has begun, while it runs and as it has ended, and what is asked before it is
 * stopped. Each begins at the list of people, in a window that must not be told anything else later.
 */
export const jobScenes: Readonly<Record<string, (app: App) => Promise<void>>> = {
  'exchange-running': async (app) => {
    await told(app, { running: all });
    await toExchange(app);
    await app.page.getByRole('progressbar').first().waitFor();
  },
  'checks-running': async (app) => {
    await told(app, { running: all });
    await toChecks(app);
    await app.page.getByRole('progressbar').first().waitFor();
  },
  ...endings('finished', { ended: finished }),
  ...endings('stopped', { ended: stopped }),
  ...endings('failed', { ended: broken }),
  'exchange-forgotten': async (app) => {
    const outcome = { ok: true, value: namingNobody } as const;
    await told(app, { ended: { import: ending(outcome, 'regulars, refused.csv') } });
    await toExchange(app);
    await elsewhere(app).waitFor();
  },
  'exchange-show': async (app) => {
    await told(app, { ended: finished, canShow: true });
    await toExchange(app);
    await app.page.getByRole('button', { name: app.texts.exchange.show }).first().waitFor();
  },
  'storage-show': async (app) => {
    await told(app, { canShow: true });
    await app.shell.go('settings');
    await app.settings.show('storage');
    await app.page.getByRole('button', { name: app.texts.settings.showFolder }).waitFor();
  },
  'stop-to-close': async (app) => {
    await told(app, { running: ['import'] });
    await app.shell.closeDaybook();
    await app.page.getByRole('alertdialog', { name: app.texts.stopping.title.close }).waitFor();
  },
  'stop-to-lock': async (app) => {
    await told(app, { running: all });
    await app.shell.lock();
    await app.page.getByRole('alertdialog', { name: app.texts.stopping.title.lock }).waitFor();
  },
};
