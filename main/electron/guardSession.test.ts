import type { Session } from 'electron';
import { expect, test } from 'vitest';
import { guardSession } from './guardSession.ts';
import { ownPage } from './ownPage.ts';

interface Asked {
  readonly permission?: string;
  readonly origin?: string;
  readonly requestingUrl?: string | undefined;
  readonly isMainFrame?: boolean;
}

/** What a session says when it is asked for a permission, and when one is checked. */
const guarded = () => {
  let request: (...asked: readonly unknown[]) => void = () => {};
  let check: (...asked: readonly unknown[]) => boolean = () => true;
  guardSession({
    setPermissionRequestHandler: (handler: typeof request) => {
      request = handler;
    },
    setPermissionCheckHandler: (handler: typeof check) => {
      check = handler;
    },
    setDevicePermissionHandler: () => {},
    on: () => {},
  } as unknown as Session);
  return ({
    permission = 'clipboard-sanitized-write',
    origin = ownPage,
    isMainFrame = true,
    ...asked
  }: Asked): readonly boolean[] => {
    const requestingUrl = 'requestingUrl' in asked ? asked.requestingUrl : ownPage;
    const details = { isMainFrame, ...(requestingUrl === undefined ? {} : { requestingUrl }) };
    const answers: boolean[] = [];
    request(null, permission, (isGranted: boolean) => answers.push(isGranted), details);
    return [...answers, check(null, permission, origin, details)];
  };
};

test('the own page may copy, whatever it shows and however its origin is written', () => {
  const ask = guarded();
  expect(ask({})).toEqual([true, true]);
  expect(ask({ requestingUrl: `${ownPage}#/people`, origin: 'app://daybook' })).toEqual([
    true,
    true,
  ]);
});

test.each<Asked>([
  { permission: 'clipboard-read' },
  { permission: 'deprecated-sync-clipboard-read' },
  { permission: 'media' },
  { permission: 'fileSystem' },
  { isMainFrame: false },
  { requestingUrl: 'https://example.com/' },
  { requestingUrl: 'app://other/' },
  { requestingUrl: 'app://daybook/assets/index.js' },
  { requestingUrl: undefined },
])('and nothing else is granted: %o', (asked) => {
  expect(guarded()(asked)).toEqual([false, false]);
});

test.each(['https://example.com', 'app://other/', 'null', ''])(
  'nor is it checked to be granted for the origin %j',
  (origin) => {
    expect(guarded()({ origin })[1]).toBe(false);
  },
);
