import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { err, ok } from '../../shared/kernel/result.ts';
import type { HostState } from '../../shared/protocol/host-state.ts';
import { createContractServer, type ContractService } from './createContractServer.ts';
import { readHostFacts } from './HostFacts.ts';
import type { HostLogEntry } from './HostLog.ts';

const state: HostState = { daybooks: [], open: null, openFolder: null, home: '/home/daybooks' };

/** A service that answers, and notes what it was asked. */
const createService = (asked: unknown[]): ContractService => {
  const note = <Reply>(name: string, input: unknown, reply: Reply): Promise<Reply> => {
    asked.push([name, input]);
    return Promise.resolve(reply);
  };
  return {
    'host/state': (input) => note('host/state', input, ok(state)),
    'host/diagnostics': (input) => note('host/diagnostics', input, ok({ text: 'Daybook' })),
    'daybook/create': (input) => note('daybook/create', input, ok(state)),
    'daybook/open': (input) => note('daybook/open', input, ok(state)),
    'daybook/locate': (input) => note('daybook/locate', input, ok(null)),
    'daybook/close': (input) => note('daybook/close', input, ok(state)),
    'command/execute': (input) =>
      note('command/execute', input, { ok: true, id: 'one', position: 1, result: {} }),
    'view/ask': (input) => note('view/ask', input, ok({ rows: [], next: null })),
    'job/run': (input) => note('job/run', input, { ok: false, error: { type: 'Cancelled' } }),
    'job/cancel': (input) => note('job/cancel', input, ok(null)),
    'job/ending': (input) => note('job/ending', input, ok(null)),
    'file/inspect': (input) =>
      note('file/inspect', input, { ok: false, error: { type: 'FileEmpty' } }),
    'import/preview': (input) => note('import/preview', input, ok({ rows: [] })),
    'daybook/change-passphrase': (input) =>
      note('daybook/change-passphrase', input, ok({ isOldGone: true })),
    'daybook/lock': (input) => note('daybook/lock', input, ok(state)),
    'daybook/active': (input) => note('daybook/active', input, ok(null)),
    'daybook/storage': (input) => note('daybook/storage', input, err({ type: 'NoDaybookOpen' })),
    'sample/open': (input) => note('sample/open', input, ok(state)),
    'sample/cancel': (input) => note('sample/cancel', input, ok(null)),
    'sample/remove': (input) => note('sample/remove', input, ok(state)),
    'import/example': (input) => note('import/example', input, ok(null)),
    'file/place': (input) => note('file/place', input, ok(null)),
    'daybook/show': (input) => note('daybook/show', input, ok(null)),
    'file/show': (input) => note('file/show', input, ok(null)),
    'file/release': (input) => note('file/release', input, ok(null)),
    'host/about': (input) => note('host/about', input, ok(readHostFacts())),
  };
};

const start = (replaced: Partial<ContractService> = {}) => {
  const asked: unknown[] = [];
  const logged: HostLogEntry[] = [];
  const server = createContractServer({
    service: { ...createService(asked), ...replaced },
    log: (entry) => logged.push(entry),
    newId: () => 'incident-1',
  });
  return { ...server, asked, logged };
};

describe('a method', () => {
  test('is called with its checked input, and its reply carries the request', async () => {
    const { answer, asked } = start();
    const frame = {
      request: 7,
      method: 'view/ask',
      input: { view: 'person/list', input: { search: '이' } },
    };
    expect(await answer(frame)).toEqual({ request: 7, reply: ok({ rows: [], next: null }) });
    expect(asked).toEqual([['view/ask', { view: 'person/list', input: { search: '이' } }]]);
  });

  test('is not called with input that its schema refuses', async () => {
    const { answer, asked, logged } = start();
    const reply = await answer({ request: 1, method: 'view/ask', input: { view: 3, more: true } });
    expect(reply).toMatchObject({
      request: 1,
      reply: {
        ok: false,
        error: {
          type: 'InputInvalid',
          issues: [{ path: 'view' }, { path: 'input' }, { path: '' }],
        },
      },
    });
    expect(asked).toEqual([]);
    expect(logged).toEqual([]);
  });

  test('that executes a command refuses in the form of a command reply, with the id where there is one', async () => {
    const { answer } = start();
    const refusal = async (input: unknown) =>
      (await answer({ request: 1, method: 'command/execute', input })) as { reply: object };
    expect((await refusal({ id: 'mine', command: 5 })).reply).toMatchObject({
      ok: false,
      id: 'mine',
    });
    expect((await refusal({ command: 5 })).reply).toMatchObject({ ok: false, id: null });
    expect((await refusal('junk')).reply).toMatchObject({ ok: false, id: null });
  });

  test.each([
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
    'host/state ',
    'HOST/STATE',
    'host',
    '',
  ])('called %j is unknown', async (method) => {
    const { answer, asked } = start();
    expect(await answer({ request: 2, method, input: {} })).toEqual({
      request: 2,
      reply: { ok: false, error: { type: 'UnknownMethod' } },
    });
    expect(asked).toEqual([]);
  });
});

describe('a frame', () => {
  test.each([
    [null, -1],
    ['host/state', -1],
    [[], -1],
    [{}, -1],
    [{ request: 0, method: 'host/state', input: {} }, -1],
    [{ request: 1.5, method: 'host/state', input: {} }, -1],
    [{ request: '1', method: 'host/state', input: {} }, -1],
    [{ request: 3, input: {} }, 3],
    [{ request: 3, method: ['host/state'], input: {} }, 3],
    [{ request: 3, method: 'host/state', input: {}, more: 1 }, 3],
    [{ request: 3, method: 'x'.repeat(101), input: {} }, 3],
  ])('%j is refused', async (frame, request) => {
    const { answer } = start();
    expect(await answer(frame)).toEqual({
      request,
      reply: { ok: false, error: { type: 'FrameInvalid' } },
    });
  });

  test.each([
    ['{"request":1,', 'NotJson'],
    ['{"request":1,"request":2,"method":"host/state","input":{}}', 'DuplicateKey'],
    ['{"request":1,"method":"view/ask","input":{"__proto__":{}}}', 'ForbiddenKey'],
    ['['.repeat(1000), 'TooDeep'],
    [`"${'x'.repeat(1_100_000)}"`, 'TooLong'],
  ])('as text is refused before it is looked at: %.60s', async (text, type) => {
    const { answerJson } = start();
    expect(JSON.parse(await answerJson(text))).toMatchObject({
      request: -1,
      reply: { ok: false, error: { type } },
    });
  });

  test('of any kind is answered, and nothing is logged or thrown', async () => {
    const someFrame = fc.oneof(
      fc.anything({
        withNullPrototype: true,
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withTypedArray: true,
        withSparseArray: true,
      }),
      fc.record(
        { request: fc.anything(), method: fc.anything(), input: fc.anything() },
        { requiredKeys: [] },
      ),
      fc.record({
        request: fc.integer({ min: 1 }),
        method: fc.constantFrom(
          'host/state',
          'command/execute',
          'view/ask',
          'job/run',
          'daybook/open',
        ),
        input: fc.anything({ withNullPrototype: true }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(someFrame, async (frame) => {
        const { answer, logged } = start();
        const reply = await answer(frame);
        expect(reply).toHaveProperty('request');
        expect(reply).toHaveProperty('reply.ok');
        expect(logged).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('of any text or bytes is answered with JSON', async () => {
    const { answerJson, logged } = start();
    const source = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.uint8Array());
    await fc.assert(
      fc.asyncProperty(source, async (text) => {
        expect(JSON.parse(await answerJson(text))).toHaveProperty('request');
      }),
      { numRuns: 500 },
    );
    expect(logged).toEqual([]);
  });
});

describe('a defect', () => {
  const secret = 'Ada Lovelace, 07700 900461';
  const broken: Partial<ContractService> = {
    'view/ask': () =>
      Promise.reject(
        Object.assign(new TypeError(`no row for ${secret}\nat ${secret} (a:1:1)`), {
          code: 'SQLITE_CORRUPT',
        }),
      ),
    'command/execute': () => {
      throw new Error(secret);
    },
  };

  test('is answered with an incident that the log knows more about', async () => {
    const { answer, logged } = start(broken);
    const input = { view: 'person/list', input: { search: secret } };
    expect(await answer({ request: 4, method: 'view/ask', input })).toEqual({
      request: 4,
      reply: { ok: false, error: { type: 'Unexpected', incidentId: 'incident-1' } },
    });
    expect(logged).toMatchObject([
      {
        event: 'incident',
        incidentId: 'incident-1',
        method: 'view/ask',
        defect: { name: 'TypeError', code: 'SQLITE_CORRUPT' },
      },
    ]);
  });

  test('that the engine has logged keeps its number', async () => {
    const defect = Object.assign(new Error('inside'), { incidentId: 'of-the-engine' });
    const { answer, logged } = start({ 'host/state': () => Promise.reject(defect) });
    expect(await answer({ request: 1, method: 'host/state', input: {} })).toMatchObject({
      reply: { ok: false, error: { type: 'Unexpected', incidentId: 'of-the-engine' } },
    });
    expect(logged).toMatchObject([{ incidentId: 'of-the-engine' }]);
  });

  test('that is thrown at once is answered too, in the form of the method', async () => {
    const { answer } = start(broken);
    const input = { id: 'mine', command: 'person/register', input: {} };
    expect(await answer({ request: 5, method: 'command/execute', input })).toEqual({
      request: 5,
      reply: { ok: false, id: 'mine', error: { type: 'Unexpected', incidentId: 'incident-1' } },
    });
  });

  test('leaves neither input nor message in the log', async () => {
    const { answer, logged } = start(broken);
    const inputs = [
      ['view/ask', { view: secret, input: { search: secret } }],
      ['command/execute', { command: 'person/register', input: { name: secret } }],
    ] as const;
    for (const [method, input] of inputs) await answer({ request: 1, method, input });
    const text = JSON.stringify(logged);
    expect(logged).toHaveLength(2);
    expect(text).not.toContain('Ada');
    expect(text).not.toContain('07700');
    expect(text).toContain('createContractServer.test.ts');
  });

  test('of a reply that JSON cannot hold is answered', async () => {
    const reply = ok({ rows: [{ balance: 1n }], next: null });
    const { answerJson, logged } = start({ 'view/ask': () => Promise.resolve(reply) });
    const frame = { request: 9, method: 'view/ask', input: { view: 'v', input: {} } };
    expect(JSON.parse(await answerJson(JSON.stringify(frame)))).toEqual({
      request: 9,
      reply: { ok: false, error: { type: 'Unexpected', incidentId: 'incident-1' } },
    });
    expect(logged).toHaveLength(1);
  });
});
