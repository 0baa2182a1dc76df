import path from 'node:path';
import { ok } from '../../shared/kernel/result.ts';
import { socketPath, type Notice } from '../../shared/methods.ts';
import { defaultSocketLimits } from './createSocketServer.ts';
import type { DaybookService } from '../ipc/createDaybookService.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  closeCode,
  createService,
  fate,
  hostState,
  logged,
  logIn,
  nextFrame,
  opened,
  openSocket,
  roundTrip,
  scratch,
  startHost,
  type Headers,
} from './hostUnderTest.ts';
import type { WebHost } from './createWebHost.ts';

let host: WebHost;
let cookie: Headers;
beforeAll(async () => {
  host = await startHost();
  cookie = await logIn(host);
});

describe('a window', () => {
  test('asks and is answered', async () => {
    const socket = await opened(host, cookie);
    expect(await roundTrip(socket, hostState)).toMatchObject({
      request: 1,
      reply: { ok: true, value: { open: null, home: path.join(scratch, 'home') } },
    });
  });

  test('connects nowhere but at its path', async () => {
    const headers = { ...cookie, origin: host.origin };
    for (const target of ['/', '/other', `${socketPath}/`, `${socketPath}?a=b`]) {
      expect(await fate(openSocket(host, headers, target))).toBe(404);
    }
  });

  test.each(['constructor', '__proto__', 'toString', 'prototype', 'hasOwnProperty'])(
    'cannot call %s',
    async (method) => {
      const socket = await opened(host, cookie);
      expect(await roundTrip(socket, { request: 1, method, input: {} })).toEqual({
        request: 1,
        reply: { ok: false, error: { type: 'UnknownMethod' } },
      });
    },
  );

  test('with malformed frames is answered, and the next good one too', async () => {
    const socket = await opened(host, cookie);
    const deep = `{"request":1,"method":"host/state","input":${'['.repeat(500)}${']'.repeat(500)}}`;
    const polluted = '{"request":1,"method":"host/state","input":{"__proto__":{"polluted":1}}}';
    for (const frame of ['', '{', 'null', '[]', '"x"', deep, polluted]) {
      expect(await roundTrip(socket, frame)).toMatchObject({ reply: { ok: false } });
    }
    expect(await roundTrip(socket, hostState)).toMatchObject({ reply: { ok: true } });
    expect(logged).toEqual([]);
  });

  test('with a frame that is too large is let go, and others are not', async () => {
    const [large, other] = [await opened(host, cookie), await opened(host, cookie)];
    const code = closeCode(large);
    large.on('error', () => {});
    large.send('x'.repeat(defaultSocketLimits.maxFrameBytes + 1));
    expect([1006, 1009]).toContain(await code);
    expect(await roundTrip(other, hostState)).toMatchObject({ reply: { ok: true } });
  });

  test('with a binary frame is let go', async () => {
    const socket = await opened(host, cookie);
    const code = closeCode(socket);
    socket.send(Buffer.from([1, 2, 3]));
    expect(await code).toBe(1003);
  });

  test('with text that is no UTF-8 is let go', async () => {
    const socket = await opened(host, cookie);
    const code = closeCode(socket);
    socket.on('error', () => {});
    socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect([1006, 1007]).toContain(await code);
  });

  test('is not compressed, so that a small frame stays small', async () => {
    const socket = await opened(host, cookie);
    expect(socket.extensions).toBe('');
  });

  test('beyond the number there may be is refused until another goes', async () => {
    const small = await startHost(createService(), { maxSockets: 2 });
    const session = await logIn(small);
    const [first] = [await opened(small, session), await opened(small, session)];
    const headers = { ...session, origin: small.origin };
    expect(await fate(openSocket(small, headers))).toBe(503);
    const gone = closeCode(first);
    first.close();
    await gone;
    expect(await fate(openSocket(small, headers))).toBe('open');
  });

  test('that answers no heartbeat is let go, and one that does stays', async () => {
    const beating = await startHost(createService(), { heartbeatMs: 40 });
    const session = await logIn(beating);
    const [silent, lively] = [await opened(beating, session), await opened(beating, session)];
    silent.pause();
    await new Promise((resolve) => void setTimeout(resolve, 200));
    silent.resume();
    expect(await closeCode(silent)).toBe(1006);
    expect(await roundTrip(lively, hostState)).toMatchObject({ reply: { ok: true } });
  });
});

/** A service whose questions stay open until they are let go, and whose answers are large. */
const createHeavyService = (answerBytes: number) => {
  const waiting: (() => void)[] = [];
  const listeners = new Set<(notice: Notice) => void>();
  let asked = 0;
  const base = createService();
  const service: DaybookService = {
    ...base,
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    contractFor: (owner) => ({
      ...base.contractFor(owner),
      'view/ask': async () => {
        asked += 1;
        await new Promise<void>((resolve) => void waiting.push(resolve));
        return ok({ rows: [{ text: 'x'.repeat(answerBytes) }], next: null });
      },
    }),
  };
  return {
    service,
    asked: () => asked,
    letGo: () => {
      for (const go of waiting.splice(0)) go();
    },
    tell: (notice: Notice) => {
      for (const listener of listeners) listener(notice);
    },
    listeners,
  };
};

const settle = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 100));

describe('a slow or greedy window', () => {
  const question = (request: number) =>
    JSON.stringify({ request, method: 'view/ask', input: { view: 'person/list', input: {} } });

  test('has only so many questions worked on at once, and gets all its answers in the end', async () => {
    const heavy = createHeavyService(10);
    const busy = await startHost(heavy.service, { maxWaiting: 8 });
    const socket = await opened(busy, await logIn(busy));
    const answers = new Set<number>();
    socket.on('message', (data: Buffer) => {
      answers.add((JSON.parse(data.toString()) as { request: number }).request);
    });
    for (let request = 1; request <= 2000; request += 1) socket.send(question(request));
    await settle();
    // What stood in one packet with the last allowed one has been read already.
    expect(heavy.asked()).toBeLessThan(1000);
    while (answers.size < 2000) {
      heavy.letGo();
      await new Promise((resolve) => void setTimeout(resolve, 1));
    }
    expect(heavy.asked()).toBe(2000);
  });

  test('that takes no answers does not fill the memory, and is let go', async () => {
    const heavy = createHeavyService(1_000_000);
    const limits = { maxWaiting: 1000, slowBytes: 1_000_000, lostBytes: 8_000_000 };
    const busy = await startHost(heavy.service, limits);
    const session = await logIn(busy);
    const [slow, other] = [await opened(busy, session), await opened(busy, session)];
    slow.on('error', () => {});
    slow.pause();
    for (let request = 1; request <= 40; request += 1) slow.send(question(request));
    await settle();
    heavy.letGo();
    await settle();
    const code = closeCode(slow);
    slow.resume();
    expect(await code).toBe(1006);
    expect(await roundTrip(other, hostState)).toMatchObject({ reply: { ok: true } });
  });

  test('that is gone is told nothing any more', async () => {
    const heavy = createHeavyService(10);
    const busy = await startHost(heavy.service);
    const socket = await opened(busy, await logIn(busy));
    const told = nextFrame(socket);
    const changed = { type: 'changed', position: 7, records: ['person'], erased: false } as const;
    heavy.tell(changed);
    expect(await told).toEqual({ notice: changed });
    const gone = closeCode(socket);
    socket.close();
    await gone;
    await settle();
    expect(heavy.listeners.size).toBe(0);
  });
});
