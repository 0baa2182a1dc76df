import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Notice } from '../../shared/methods.ts';
import { beforeAppend, beginnings, charge, errors } from './command/groupsUnderTest.ts';
import {
  createDaybookUnderTest,
  idOf,
  scratchFolder,
  usd,
  type Otherwise,
} from './daybookUnderTest.ts';
import { exportTo, readRows } from './jobs/exporting/exportingUnderTest.ts';

const started = async (otherwise?: Otherwise) => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open(otherwise);
  await open.engine.executeAll(beginnings);
  const notices: Notice['type'][] = [];
  open.engine.onNotice(({ type }) => notices.push(type));
  return { daybook, open, notices, deleteIt: () => rmSync(daybook.folder, { recursive: true }) };
};

// An open file cannot be deleted on Windows.
describe.skipIf(process.platform === 'win32')('a daybook that is deleted while it is open', () => {
  test('takes no more entries, and says why', async () => {
    const { open, deleteIt } = await started();
    deleteIt();
    expect(errors(await open.engine.executeAll([charge(1), charge(2)]))).toEqual([
      'FilesDeleted',
      'FilesDeleted',
    ]);
    const position = open.parts.reader.position();
    expect((await open.status()).findings).toMatchObject([{ type: 'FilesDeleted' }]);
    expect(errors([await open.engine.execute(charge(3))])).toEqual(['FilesDeleted']);
    expect(open.parts.reader.position()).toBe(position);
    await open.close();
    expect(open.defects).toEqual([]);
  });

  test('refuses other work that writes', async () => {
    const { open, deleteIt } = await started();
    deleteIt();
    await open.engine.execute(charge(1));
    const refused = { ok: false, error: { type: 'FilesDeleted' } };
    expect(await open.engine.runJob('a rebuild', { kind: 'rebuild' })).toMatchObject(refused);
    expect(await open.engine.changePassphrase('one', 'another')).toMatchObject(refused);
  });

  test('can be read and exported until it is closed', async () => {
    const { open, deleteIt } = await started();
    await open.engine.execute(charge(700));
    deleteIt();
    await expect
      .poll(async () => (await open.status()).findings, { timeout: 30_000 })
      .toHaveLength(1);
    await open.engine.execute(charge(1));
    expect(await open.rows('overview/totals', {})).toMatchObject([{ owed: usd(700) }]);
    for (const what of ['people', 'entries'] as const) {
      const file = path.join(scratchFolder(), `${what}.csv`);
      await exportTo(open, file, { what });
      expect(readRows(file)).toHaveLength(2);
    }
  });

  test('is noticed though nobody writes', async () => {
    const { open, notices, deleteIt } = await started();
    expect((await open.status()).findings).toEqual([]);
    deleteIt();
    await expect.poll(() => notices, { timeout: 30_000 }).toContain('status');
    expect((await open.status()).findings).toMatchObject([{ type: 'FilesDeleted' }]);
  });

  test.each(['log.db', 'keys.db'])('is noticed where only %s is gone', async (name) => {
    const { daybook, open } = await started();
    rmSync(daybook.file(name));
    expect(errors([await open.engine.execute(charge(1))])).toEqual(['FilesDeleted']);
  });

  test('gives no receipt for what was written while it was being deleted', async () => {
    let isDue = false;
    const { daybook, open } = await started({
      parts: beforeAppend(() => {
        if (isDue) rmSync(daybook.folder, { recursive: true });
      }),
    });
    isDue = true;
    const once = { ...charge(1), id: idOf(1, 0xc) };
    expect(errors([await open.engine.execute(once)])).toEqual(['FilesDeleted']);
    expect(errors([await open.engine.execute(once)])).toEqual(['FilesDeleted']);
  });
});

describe.skipIf(process.platform === 'win32')('a daybook whose folder is moved while open', () => {
  test('goes on, and what is written is found in the new place', async () => {
    const { daybook, open, notices } = await started();
    const moved = path.join(scratchFolder(), 'moved');
    renameSync(daybook.folder, moved);
    expect(errors([await open.engine.execute(charge(300))])).toEqual([null]);
    expect((await open.status()).findings).toEqual([]);
    expect(notices).not.toContain('status');
    await open.close();
    renameSync(moved, daybook.folder);
    const again = await daybook.open();
    expect((await again.status()).findings).toEqual([]);
    expect(await again.rows('overview/totals', {})).toMatchObject([{ owed: usd(300) }]);
  });
});
