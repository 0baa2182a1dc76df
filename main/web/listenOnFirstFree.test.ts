import { expect, test } from 'vitest';
import { listenOnFirstFree } from './listenOnFirstFree.ts';

/** Ports of which some cannot be had, for the reason that the system gives. */
const portsWith = (reasons: Readonly<Record<number, string>>) => {
  const tried: number[] = [];
  const listen = (port: number): Promise<void> => {
    tried.push(port);
    const code = reasons[port];
    if (code === undefined) return Promise.resolve();
    return Promise.reject(Object.assign(new Error(code), { code }));
  };
  return { tried, listen };
};

test.each(['EADDRINUSE', 'EACCES'])('one that cannot be had (%s) is passed over', async (code) => {
  const { tried, listen } = portsWith({ 42_170: code });
  expect(await listenOnFirstFree([42_170, 0], listen)).toEqual({ ok: true, value: null });
  expect(tried).toEqual([42_170, 0]);
});

test.each([
  ['EADDRINUSE', 'PortTaken'],
  ['EACCES', 'PortForbidden'],
])('the last one is named with its reason: %s', async (code, type) => {
  const { listen } = portsWith({ 42_170: 'EADDRINUSE', 80: code });
  expect(await listenOnFirstFree([42_170, 80], listen)).toEqual({
    ok: false,
    error: { type, port: 80 },
  });
});

test('anything else than a port ends the search', async () => {
  const { tried, listen } = portsWith({ 42_170: 'EMFILE' });
  await expect(listenOnFirstFree([42_170, 0], listen)).rejects.toThrow('EMFILE');
  expect(tried).toEqual([42_170]);
});
