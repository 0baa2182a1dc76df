import { beforeAll, describe, expect, it } from 'vitest';
import type { Controls } from './Controls.ts';
import type { SeenWindow } from './electron-stand-in/controls.ts';
import { useStandIn } from './useStandIn.ts';

/* The channels between a window and the program: of "Security of the shell", as in `shellSecurity.e2e.ts`. */

const inUse = useStandIn();
let shown: SeenWindow;

beforeAll(async () => {
  [shown] = (await inUse.controls().say('windows')) as [SeenWindow];
  await inUse.app().welcome.whenShown();
});

const say: Controls['say'] = (word, ...input) => inUse.controls().say(word, ...input);

const page = () => inUse.app().page;
const ownPage = 'app://daybook/';
const ownFrame = { url: ownPage, parent: null };

const invokeAs = (senderFrame: unknown, channel: string, ...args: readonly unknown[]) =>
  say('invokeAs', { id: shown.id, channel, args, senderFrame: senderFrame as never });

/** A call of the contract as the window would make it. */
const ask = (frame: unknown): Promise<string> =>
  page().evaluate(
    (text) =>
      (
        window as unknown as { readonly daybook: { call: (text: string) => Promise<string> } }
      ).daybook.call(text),
    typeof frame === 'string' ? frame : JSON.stringify(frame),
  );

describe('a channel', () => {
  const state = JSON.stringify({ request: 1, method: 'host/state', input: {} });
  const refusedFrame = JSON.stringify({
    request: -1,
    reply: { ok: false, error: { type: 'FrameInvalid' } },
  });

  it('is one of those that are known', async () => {
    const channels = await say('channels');
    expect(channels.toSorted()).toEqual([
      'daybook:call',
      'daybook:hand',
      'daybook:hold',
      'daybook:save-pdf',
      'daybook:speak',
    ]);
  });

  it('answers the page of the window', async () => {
    expect(await invokeAs(ownFrame, 'daybook:call', state)).toContain('"ok":true');
  });

  it.each([
    ['a page elsewhere', { url: 'https://example.com/', parent: null }],
    ['another page of the scheme', { url: 'app://other/', parent: null }],
    ['another file of the window', { url: 'app://daybook/icon.svg', parent: null }],
    ['a frame in the page', { url: ownPage, parent: ownFrame }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['a frame that has gone', null],
  ])('refuses %s', async (_who, frame) => {
    expect(await invokeAs(frame, 'daybook:call', state)).toBe(refusedFrame);
    const refused = { ok: false, error: { type: 'FrameInvalid' } };
    expect(await invokeAs(frame, 'daybook:speak', 'ko')).toEqual(refused);
    expect(await invokeAs(frame, 'daybook:save-pdf', 'a')).toEqual(refused);
    expect(await invokeAs(frame, 'daybook:hand', '/etc/hostname')).toEqual(refused);
    expect(await say('dialogs')).toEqual([]);
  });

  it.each([[{}], [null], [7], [['host/state']], ['x'.repeat(1_048_577)], [state, 'more'], []])(
    'refuses what it does not take',
    async (...args) => {
      expect(await invokeAs(ownFrame, 'daybook:call', ...args)).toBe(refusedFrame);
    },
  );

  it.each([['fr'], ['constructor'], [{}], []])(
    'speaks no language that there is not: %s',
    async (...args) => {
      const refused = { ok: false, error: { type: 'FrameInvalid' } };
      expect(await invokeAs(ownFrame, 'daybook:speak', ...args)).toEqual(refused);
    },
  );

  it('refuses methods and keys that every object has', async () => {
    const unknown = await ask({ request: 5, method: 'constructor', input: {} });
    expect(JSON.parse(unknown)).toEqual({
      request: 5,
      reply: { ok: false, error: { type: 'UnknownMethod' } },
    });
    const keys = [
      '{"request":6,"__proto__":{}}',
      '{"request":6,"constructor":1}',
      '{"request":6,"request":7}',
    ];
    const refusals = await Promise.all(keys.map(ask));
    expect(
      refusals.map(
        (text) => (JSON.parse(text) as { reply: { error: { type: string } } }).reply.error.type,
      ),
    ).toEqual(['ForbiddenKey', 'ForbiddenKey', 'DuplicateKey']);
  });
});
