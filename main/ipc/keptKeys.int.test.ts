import path from 'node:path';
import { expect, test } from 'vitest';
import { err } from '../../shared/kernel/result.ts';
import { createFragileEngines } from './fragileEnginesUnderTest.ts';
import { create, passphrase, useRestarts } from './restartsUnderTest.ts';

const { home, start } = useRestarts();

test('a key that is not kept any more opens nothing', async () => {
  const { engines, keptKeys } = createFragileEngines();
  const service = start(engines);
  await create(service);
  const [keptKey] = keptKeys;
  if (keptKey === undefined) throw new Error('no key was asked for');
  const copy = new Uint8Array(new SharedArrayBuffer(32));
  copy.set(keptKey);
  const folder = path.join(home(), 'Shop');
  await service.contract['daybook/close']({});
  expect(await engines.openDaybook({ folder, keptKey })).toEqual({
    ok: false,
    error: { type: 'WrongPassphrase' },
  });
  // It is the key that makes the difference.
  const opened = await engines.openDaybook({ folder, keptKey: copy });
  expect(opened).toMatchObject({ ok: true });
  if (opened.ok) await opened.value.close();
});

test('a daybook whose opening is refused leaves no key, whatever had been opened of it by then', async () => {
  const keptKeys: Uint8Array[] = [];
  const take = (keptKey: Uint8Array | undefined): void => {
    keptKey?.fill(7);
    if (keptKey !== undefined) keptKeys.push(keptKey);
  };
  const service = start({
    prepare: () => {},
    createDaybook: ({ keepKeyIn }) => {
      take(keepKeyIn);
      return Promise.resolve(err({ type: 'StorageFull' }));
    },
    openDaybook: (location) => {
      take('keepKeyIn' in location ? location.keepKeyIn : undefined);
      return Promise.reject(new Error('the thread ended'));
    },
  });
  expect(await create(service)).toMatchObject({ error: { type: 'StorageFull' } });
  const opening = service.contract['daybook/open']({ folder: home(), passphrase });
  await expect(opening).rejects.toThrow('the thread ended');
  expect(keptKeys.map((key) => key.some((byte) => byte !== 0))).toEqual([false, false]);
});
