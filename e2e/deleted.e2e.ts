import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
let app: App;
let folder: string;

beforeAll(async () => {
  app = inUse.app();
  folder = path.join(inUse.home, 'Shop');
  await app.welcome.create({
    name: 'Shop',
    currency: 'USD',
    passphrase: 'four plain quiet words',
  });
  await app.people.whenShown();
  await app.people.register({ name: 'Ada Lovelace', limit: '50' });
  await app.person.whenShown('Ada Lovelace');
  await app.person.account.charge({ amount: '1' });
  await app.shell.message();
});

// An open file can be neither moved nor deleted on Windows.
describe.skipIf(process.platform === 'win32')('the folder of an open daybook', () => {
  it('a daybook whose folder is moved while it is open goes on', async () => {
    renameSync(folder, `${folder} moved`);
    await app.person.account.charge({ amount: '2' });
    await expect.poll(async () => (await app.person.account.statement()).length).toBe(2);
    expect(await app.shell.notices()).toEqual([]);
    folder = `${folder} moved`;
  });

  it('one that is deleted says so by itself, and what can be done', async () => {
    rmSync(folder, { recursive: true });
    await expect
      .poll(() => app.shell.notices(), { timeout: 30_000 })
      .toMatchObject([expect.stringContaining('deleted while it was open')]);
    expect(await app.page.getByText(app.texts.incomplete.damaged).count()).toBe(0);
  });

  it('nothing that is entered after that is taken', async () => {
    await app.person.account.type({ amount: '3' });
    await app.person.account.press('charge');
    await expect.poll(() => app.person.account.refusal()).toContain('Export its people');
  });

  it('what was entered before can be taken out', async () => {
    await app.page.getByRole('link', { name: app.texts.host.export }).click();
    const { text } = await app.exchange.export('entries');
    expect(text.trimEnd().split('\n')).toHaveLength(3);
  });
});
