import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KnownDaybook } from '../../shared/protocol/host-state.ts';
import { savePdf } from './savePdf.ts';

const shop: KnownDaybook = { folder: '/daybooks/shop', name: 'Shop' };

let folder = '';
let place = '';
let open: KnownDaybook | null;
let url: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'daybook-pdf-'));
  place = path.join(folder, 'statement.pdf');
  open = shop;
  url = 'app://daybook/#/person/1/statement';
});
afterEach(() => rmSync(folder, { recursive: true }));

const nothing = (): void => {};

const save = ({ whileChoosing = nothing, whilePrinting = nothing }) =>
  savePdf(
    {
      contents: {
        getURL: () => url,
        printToPDF: () => {
          whilePrinting();
          return Promise.resolve(Buffer.from('%PDF-'));
        },
      },
      openDaybook: () => open,
      choosePlace: () => {
        whileChoosing();
        return Promise.resolve(place);
      },
    },
    'Statement',
  );

test('the page is written where the user has chosen', async () => {
  expect(await save({})).toEqual({ ok: true, value: { saved: true } });
  expect(readFileSync(place, 'utf8')).toBe('%PDF-');
});

const lock = (): void => {
  open = null;
};
const openAgain = (): void => {
  open = { ...shop };
};
const goOn = (): void => {
  url = 'app://daybook/#/people';
};

describe.each([
  ['was locked', 'NoDaybookOpen', lock],
  ['was locked and opened again', 'NoDaybookOpen', openAgain],
  ['shows another page', 'PageLeft', goOn],
])('nothing is written where the daybook %s', (_, type, meanwhile) => {
  test('while the user was choosing', async () => {
    expect(await save({ whileChoosing: meanwhile })).toEqual({ ok: false, error: { type } });
    expect(existsSync(place)).toBe(false);
  });

  test('while it was printed', async () => {
    expect(await save({ whilePrinting: meanwhile })).toEqual({ ok: false, error: { type } });
    expect(existsSync(place)).toBe(false);
  });
});

test('nothing is asked where no daybook is open', async () => {
  lock();
  const asked = await save({ whileChoosing: () => expect.unreachable() });
  expect(asked).toEqual({ ok: false, error: { type: 'NoDaybookOpen' } });
});
