import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Notice } from '../../shared/methods.ts';
import type { ExportOrder } from '../../shared/protocol/exporting.ts';
import type { Bridge } from './Bridge.ts';
import { createCutShort } from './createCutShort.ts';
import { createExports } from './createExports.ts';

const order: ExportOrder = { what: 'people' };

const report = { kind: 'export', written: 3, leftOut: 0, position: 9 } as const;

/** A bridge whose jobs end one after the other when the test says so, and what was asked of it. */
const createWay = (place: 'here' | 'none' | 'full' = 'here') => {
  const asked: string[] = [];
  let job = Promise.withResolvers<unknown>();
  const run = async (): Promise<unknown> => {
    const reply = await job.promise;
    job = Promise.withResolvers();
    return reply;
  };
  let tell: (notice: Notice) => void = () => {};
  const bridge: Bridge = {
    call: ((method: string) => {
      asked.push(method);
      return method === 'job/run' ? run() : Promise.resolve(ok(null));
    }) as Bridge['call'],
    onNotice: (listener) => {
      tell = listener;
      return () => {};
    },
    onStatus: () => () => {},
    status: () => 'up',
    files: {
      hand: () => Promise.reject(new Error('nothing is handed over')),
      place: (name) => {
        if (place === 'full') return Promise.resolve(err({ type: 'StorageFull' }));
        return Promise.resolve(ok(place === 'none' ? null : { id: 'f', name: `my ${name}` }));
      },
      deliver: (id) => void asked.push(`deliver ${id}`),
      release: (id) => void asked.push(`release ${id}`),
    },
  };
  const cutShort = createCutShort();
  const exports = createExports(bridge, () => 'j', cutShort);
  return {
    exports,
    cutShort,
    asked,
    end: (reply: unknown): void => job.resolve(reply),
    tell: (notice: Notice) => tell(notice),
  };
};

describe('an export', () => {
  it('is written at its place, told of on the way, and delivered', async () => {
    const { exports, asked, end, tell } = createWay();
    const run = exports.run(order, 'people.csv');
    expect(exports.state()).toMatchObject({ running: true, name: 'people.csv' });
    const progress = { job: 'j', done: 1, total: 3, remainingMs: 5 };
    tell({ type: 'progress', progress: { ...progress, job: 'of another' } });
    expect(exports.state().progress).toBeNull();
    tell({ type: 'progress', progress });
    expect(exports.state().progress).toEqual(progress);
    end(ok(report));
    expect(await run).toMatchObject({
      running: false,
      name: 'my people.csv',
      report,
      file: { id: 'f' },
    });
    expect(asked).toEqual(['job/run', 'deliver f']);
  });

  it('that is refused gives its place up, and another may begin', async () => {
    const { exports, asked, end } = createWay();
    const run = exports.run(order, 'people.csv');
    expect(await exports.run(order, 'again.csv')).toBeNull();
    exports.cancel();
    end(err({ type: 'Cancelled' }));
    expect(await run).toMatchObject({
      running: false,
      refusal: { type: 'Cancelled' },
      file: null,
    });
    expect(asked).toEqual(['job/run', 'job/cancel', 'release f']);
    const again = exports.run(order, 'again.csv');
    await Promise.resolve();
    end(err({ type: 'StorageFull' }));
    expect(await again).toMatchObject({ refusal: { type: 'StorageFull' } });
  });

  it('without a place does not begin', async () => {
    const none = createWay('none');
    expect(await none.exports.run(order, 'people.csv')).toBeNull();
    expect(none.exports.state()).toMatchObject({ running: false, refusal: null });
    const full = createWay('full');
    expect(await full.exports.run(order, 'people.csv')).toMatchObject({
      running: false,
      refusal: { type: 'StorageFull' },
    });
    expect([none.asked, full.asked]).toEqual([[], []]);
  });

  it('gives its place up when the daybook is locked while it is being chosen', async () => {
    const { exports, asked, cutShort } = createWay();
    const run = exports.run(order, 'people.csv');
    exports.forget();
    expect(await run).toBeNull();
    expect(asked).toEqual(['release f']);
    expect(cutShort.list()).toEqual(['export']);
  });

  it('that the user did not want after all was not cut short by a lock', async () => {
    const { exports, cutShort } = createWay('none');
    const run = exports.run(order, 'people.csv');
    exports.forget();
    expect(await run).toBeNull();
    expect(cutShort.list()).toEqual([]);
  });

  it('that is refused after a lock was cut short by it; one that is done was not', async () => {
    const ends = [
      [err({ type: 'NoDaybookOpen' }), ['export']],
      [ok(report), []],
    ] as const;
    for (const [end, left] of ends) {
      const way = createWay();
      const run = way.exports.run(order, 'people.csv');
      await Promise.resolve();
      way.exports.forget();
      way.end(end);
      expect(await run).toBeNull();
      expect(way.cutShort.list()).toEqual(left);
    }
  });

  it('that was lost with the connection is told of until it is written anew', async () => {
    const { exports, cutShort, end } = createWay();
    const replies = [
      [err({ type: 'ConnectionLost' }), ['export']],
      [err({ type: 'StorageFull' }), ['export']],
      [ok(report), []],
    ] as const;
    for (const [reply, told] of replies) {
      const run = exports.run(order, 'people.csv');
      await Promise.resolve();
      end(reply);
      await run;
      expect(cutShort.lost()).toEqual(told);
    }
  });

  it('of a daybook that was closed meanwhile is not spoken of in the next', async () => {
    const { exports, end } = createWay();
    const run = exports.run(order, 'people.csv');
    await Promise.resolve();
    exports.forget();
    end(ok(report));
    expect(await run).toBeNull();
    expect(exports.state()).toMatchObject({ running: false, name: null, report: null });
  });
});
