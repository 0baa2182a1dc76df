import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { besideOthers, placeWindow, readWindowPlace, writeWindowPlace } from './windowPlace.ts';

const place = { x: 200, y: 120, width: 1100, height: 700, maximized: false };
const display = { x: 0, y: 0, width: 1920, height: 1080 };
const usual = { width: 1280, height: 800, maximized: false };

describe('the place that was kept', () => {
  let folder = '';
  const file = () => path.join(folder, 'deep/window.json');
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'daybook-place-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('comes back as it was, and leaves nothing else behind', () => {
    writeWindowPlace(file(), place);
    writeWindowPlace(file(), { ...place, maximized: true });
    expect(readWindowPlace(file())).toEqual({ ...place, maximized: true });
    expect(readdirSync(path.dirname(file()))).toEqual(['window.json']);
  });

  it.each([
    ['is not there', null],
    ['is empty', ''],
    ['is cut off', '{"x": 200, "y"'],
    ['is of another kind', JSON.stringify({ ...place, width: 'wide' })],
    ['is no whole number', JSON.stringify({ ...place, x: 1.5 })],
    ['is far too large', JSON.stringify({ ...place, height: 1e9 })],
    ['says more', JSON.stringify({ ...place, opacity: 0 })],
    ['has a key of every object', '{"__proto__":{},"x":1,"y":1,"width":900,"height":700}'],
    ['is a huge file', `${JSON.stringify(place)}${' '.repeat(5000)}`],
  ])('is none when the file %s', (_what, text) => {
    if (text !== null) {
      writeWindowPlace(file(), place);
      writeFileSync(file(), text);
    }
    expect(readWindowPlace(file())).toBeNull();
  });

  it('is not kept where nothing can be written, and nobody is bothered', () => {
    writeFileSync(path.join(folder, 'deep'), '');
    writeWindowPlace(file(), place);
    expect(readWindowPlace(file())).toBeNull();
  });
});

describe('a window opens', () => {
  it('where it was', () => {
    expect(placeWindow(place, [display])).toEqual(place);
    const second = { ...display, x: 1920 };
    expect(placeWindow({ ...place, x: 2000 }, [display, second])).toEqual({ ...place, x: 2000 });
  });

  it('at its usual size when nothing was kept, or its upper edge is on no display', () => {
    expect(placeWindow(null, [display])).toEqual(usual);
    for (const lost of [{ x: 1900 }, { x: -1090 }, { y: -20 }, { y: 1060 }])
      expect(placeWindow({ ...place, ...lost }, [display])).toEqual(usual);
    expect(placeWindow(place, [])).toEqual(usual);
  });

  it('no larger than the display, and no smaller than every screen needs', () => {
    expect(placeWindow({ ...place, width: 5000, height: 100 }, [display])).toMatchObject({
      width: 1920,
      height: 560,
    });
  });

  it('beside those that are open', () => {
    expect(besideOthers([])).toBeNull();
    const second = besideOthers([place]);
    expect(second).toEqual({ ...place, x: 228, y: 148 });
    expect(besideOthers([{ ...place, x: 228, y: 148 }, place])).toEqual({
      ...place,
      x: 256,
      y: 176,
    });
  });
});
