import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createScratch,
  daybook,
  makeDaybook,
  readLines,
  startDaybook,
  type Outcome,
} from './testing/DaybookProcess.ts';

const scratch = createScratch();
afterAll(scratch.remove);

const personId = randomUUID();
const accountId = randomUUID();
const usd = (minor: number) => ({ currency: 'USD', minor });

const command = (name: string, input: object, id?: string): string =>
  JSON.stringify({ ...(id === undefined ? {} : { id }), command: name, input });

const register = (name: string, id?: string): string =>
  command('person/register', { details: { name } }, id);

const charge = (amount: unknown, occurredOn: unknown = '2026-11-23'): string =>
  command('credit-account/charge', { accountId, amount, occurredOn });

interface Reply {
  readonly ok: boolean;
  readonly id: string | null;
  readonly position?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly type: string; readonly [field: string]: unknown };
}

const replies = (outcome: Outcome): readonly Reply[] => readLines(outcome) as readonly Reply[];

/** `ok`, or what it was refused for. */
const verdicts = (outcome: Outcome): readonly string[] =>
  replies(outcome).map(({ error }) =>
    error === undefined ? 'ok' : [error.type, error['reason']].filter(Boolean).join(' '),
  );

let folder = '';
beforeAll(async () => {
  folder = await makeDaybook(scratch.at('daybook'));
  const setUp = [
    command('person/register', { personId, details: { name: 'Anna' } }),
    command('credit-account/open', { accountId, personId, limit: usd(10_000) }),
  ];
  const made = await daybook(['do', folder], setUp.join('\n'));
  if (verdicts(made).join(' ') !== 'ok ok') throw new Error(made.stdout);
});

const events = async (): Promise<number> => readLines(await daybook(['log', folder])).length;

describe('lines that are no commands', () => {
  test('each gets its own reply, in order, and the stream goes on', async () => {
    const before = await events();
    const lines: readonly (readonly [string | Uint8Array, string | null])[] = [
      [`\uFEFF${register('With a mark')}\r`, 'ok'],
      ['', null],
      ['   \r', null],
      ['nonsense', 'CommandMalformed NotJson'],
      [register('Cut off').slice(0, -2), 'CommandMalformed NotJson'],
      [
        `{"command":"a","input":{"x":${'['.repeat(500)}${']'.repeat(500)}}}`,
        'CommandMalformed TooDeep',
      ],
      ['{"command":"a","input":{"__proto__":{"x":1}}}', 'CommandMalformed ForbiddenKey'],
      ['{"command":"a","input":{"x":1,"x":2}}', 'CommandMalformed DuplicateKey'],
      [Buffer.from([0x22, 0xff, 0x22]), 'CommandMalformed NotUnicode'],
      [register('x'.repeat(1_000_000)), 'InputInvalid'],
      [register('x'.repeat(2_000_000)), 'CommandMalformed TooLong'],
      ['[]', 'CommandMalformed NotACommand'],
      ['{"command":"person/register"}', 'CommandMalformed NotACommand'],
      ['{"command":"no/such","input":{}}', 'CommandUnknown'],
      ['{"command":"constructor","input":{}}', 'CommandUnknown'],
      [register('Bad id', 'not-a-uuid'), 'CommandIdInvalid'],
      [register('Still here'), 'ok'],
      [register('Cut off at the end').slice(0, -1), 'CommandMalformed NotJson'],
    ];
    const input = Buffer.concat(
      lines.flatMap(([line], index) => [
        Buffer.from(line as string),
        Buffer.from(index < lines.length - 1 ? '\n' : ''),
      ]),
    );
    const outcome = await daybook(['do', folder], input);
    expect(outcome.code).toBe(0);
    expect(verdicts(outcome)).toEqual(lines.map(([, verdict]) => verdict).filter(Boolean));
    expect(replies(outcome).at(-1)?.error).toMatchObject({ line: lines.length });
    expect(await events()).toBe(before + 2);
  });
});

describe('values that are nearly right', () => {
  test('amounts, dates and names', async () => {
    const before = await events();
    const lines: readonly (readonly [string, string])[] = [
      [charge(usd(1)), 'ok'],
      [charge(usd(1.005)), 'InputInvalid'],
      [charge(usd(0)), 'InputInvalid'],
      [charge(usd(-1)), 'InputInvalid'],
      [
        '{"command":"credit-account/charge","input":{"accountId":"' +
          `${accountId}","amount":{"currency":"USD","minor":-0},"occurredOn":"2026-11-23"}}`,
        'InputInvalid',
      ],
      [charge(usd(1e15)), 'InputInvalid'],
      [charge({ currency: 'USD', minor: '９９' }), 'InputInvalid'],
      [charge({ currency: 'EUR', minor: 1 }), 'CurrencyDiffers'],
      [charge(usd(1), '2026-02-31'), 'InputInvalid'],
      [charge(usd(1), '２０２６-11-23'), 'InputInvalid'],
      [charge(usd(10_000)), 'CreditLimitExceeded'],
      [register('😀👩‍👩‍👧'), 'ok'],
      [register('\u200F\u202E\u200B'), 'InputInvalid'],
      [register(''), 'InputInvalid'],
      [register('גרשון 김 Zoë'), 'ok'],
    ];
    const outcome = await daybook(['do', folder], lines.map(([line]) => line).join('\n'));
    expect(verdicts(outcome)).toEqual(lines.map(([, verdict]) => verdict));
    expect(replies(outcome)[10]?.error).toEqual({
      type: 'CreditLimitExceeded',
      available: usd(9_999),
      requested: usd(10_000),
    });
    expect(await events()).toBe(before + 3);
  });
});

test('a command sent twice is done once, in one stream and in the next', async () => {
  const id = randomUUID();
  const line = register('Once', id);
  const first = replies(await daybook(['do', folder], `${line}\n${line}\n`));
  const second = replies(await daybook(['do', folder], line));
  expect(first[0]).toMatchObject({ ok: true, id });
  expect(first[1]).toEqual(first[0]);
  expect(second).toEqual([first[0]]);
});

describe('a stream', () => {
  test('a single command is answered while the stream stays open', async () => {
    const { child, lines, ended } = startDaybook(['do', folder]);
    for (let count = 1; count <= 3; count += 1) {
      child.stdin.write(`${register(`Number ${count}`)}\n`);
      expect(JSON.parse((await lines(count)).at(-1) ?? '')).toMatchObject({ ok: true });
    }
    child.stdin.end();
    expect(await ended).toMatchObject({ code: 0 });
  });

  test('many commands whose replies nobody reads for a while come back whole and in order', async () => {
    const { child, ended } = startDaybook(['do', folder]);
    child.stdout.pause();
    // Among them many that need no engine, and whose replies would be ready first.
    const ids = Array.from({ length: 5000 }, (_, index) =>
      index % 1000 < 700 ? randomUUID() : `malformed ${index}`,
    );
    const lines = ids.map((id) =>
      id.startsWith('malformed') ? `{"id":"${id}"}` : register('One of many', id),
    );
    child.stdin.end(lines.join('\n'));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.stdout.resume();
    const outcome = await ended;
    expect(replies(outcome).map(({ id }) => id)).toEqual(ids);
    expect(verdicts(outcome).filter((verdict) => verdict === 'ok')).toHaveLength(3500);
  });

  test('a reader who goes ends it, and what was done stays done', async () => {
    const { child, lines, ended } = startDaybook(['do', folder]);
    child.stdin.write(`${register('Heard')}\n`);
    await lines(1);
    child.stdout.destroy();
    child.stdin.write(`${register('Not heard')}\n`.repeat(10));
    expect(await ended).toMatchObject({ code: 1, signal: null });
    expect(await daybook(['verify', folder])).toMatchObject({ code: 0 });
  });

  test('asked to end, it answers what it has read and leaves the daybook to others', async () => {
    const { child, lines, ended } = startDaybook(['do', folder]);
    child.stdin.write(`${register('Before')}\n`);
    await lines(1);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ signal: 'SIGTERM' });
    expect(await daybook(['ask', folder, 'overview/totals'])).toMatchObject({ code: 0 });
  });

  test('killed in the middle, everything answered is there and the daybook is sound', async () => {
    const { child, lines, ended } = startDaybook(['do', folder]);
    const stop = new AbortController();
    const feed = (async () => {
      while (!stop.signal.aborted)
        if (!child.stdin.write(`${register('Killed')}\n`.repeat(50)))
          await Promise.race([once(child.stdin, 'drain'), once(stop.signal, 'abort')]);
    })();
    await lines(500);
    child.kill('SIGKILL');
    stop.abort();
    await feed;
    const outcome = await ended;
    expect(outcome.signal).toBe('SIGKILL');
    const whole = outcome.stdout.slice(0, outcome.stdout.lastIndexOf('\n') + 1);
    const answered = replies({ ...outcome, stdout: whole });
    expect(answered.length).toBeGreaterThanOrEqual(500);
    const positions = new Set(
      readLines(await daybook(['log', folder])).map(
        (event) => (event as { position: number }).position,
      ),
    );
    expect(answered.filter(({ position }) => !positions.has(position ?? 0))).toEqual([]);
    expect(await daybook(['verify', folder])).toMatchObject({ code: 0 });
  });
});
