import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { textsOf } from '../main/electron/texts/textsOf.ts';
import { host } from './host.ts';
import { createScratch } from './startDaybook.ts';
import { spawnDesktop } from './startDesktop.ts';

const scratch = createScratch();
afterAll(scratch.remove);
beforeEach(({ skip }) => {
  if (host === 'electron') skip('a real Electron is not told to fail');
});

describe('a desktop that cannot start', () => {
  it.each([
    ['before it is ready', 'app.setName', 'en'],
    ['when it is ready', 'protocol.handle', 'ko'],
  ] as const)(
    'says so %s, in the language of the system, and ends with a code',
    async (_when, call, locale) => {
      const home = path.join(scratch.folder, locale);
      const { ended, said, address } = spawnDesktop({
        host: 'stand-in',
        home,
        locale,
        environment: { DAYBOOK_STAND_IN_FAILS: call },
      });
      address.catch(() => {});
      expect(await ended).toBe(1);
      const { title, text } = textsOf[locale].notStarted;
      const logFile = path.join(home, '.logs', 'host.log');
      expect(said()).toContain(`${title}\n${text}\n\n${logFile}\n`);
      expect(readFileSync(logFile, 'utf8')).toContain('"event":"notStarted"');
    },
  );
});
