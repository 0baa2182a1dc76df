import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { parseUntrustedJson } from '../../shared/kernel/untrusted-json.ts';

/** **Units:** device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a window was when it was closed. */
export interface WindowPlace extends Rectangle {
  readonly maximized: boolean;
}

/** The smallest window in which every screen is whole. */
export const smallest = { width: 800, height: 560 };

const usual = { width: 1280, height: 800 };

const side = z.int().min(-100_000).max(100_000);

const placeSchema: z.ZodType<WindowPlace, unknown> = z.strictObject({
  x: side,
  y: side,
  width: z.int().min(100).max(100_000),
  height: z.int().min(100).max(100_000),
  maximized: z.boolean(),
});

const maxBytes = 4096;

/** What was written down at the last closing; null when nothing was, or when it makes no sense. */
export const readWindowPlace = (file: string): WindowPlace | null => {
  try {
    if (statSync(file).size > maxBytes) return null;
    const json = parseUntrustedJson(readFileSync(file));
    return json.ok ? (placeSchema.safeParse(json.value).data ?? null) : null;
  } catch {
    return null;
  }
};

/** Keeps the place for the next start. That it cannot be kept is no reason to bother anybody. */
export const writeWindowPlace = (file: string, place: WindowPlace): void => {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, `${JSON.stringify(place)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch {
    // The window opens at its usual place the next time.
  }
};

/** How much of the upper edge must be in sight, so that the window can be taken hold of. */
const grip = { width: 120, height: 40 };

const isInReach = ({ x, y, width }: Rectangle, display: Rectangle): boolean => {
  const inSight =
    Math.min(x + width, display.x + display.width) - Math.max(x, display.x) >= grip.width;
  return inSight && y >= display.y && y + grip.height <= display.y + display.height;
};

const shrinkInto = (display: Rectangle, place: Rectangle): Rectangle => ({
  x: place.x,
  y: place.y,
  width: Math.max(smallest.width, Math.min(place.width, display.width)),
  height: Math.max(smallest.height, Math.min(place.height, display.height)),
});

/**
 * Where a window opens. A remembered place counts when its upper edge is in reach on one of the displays
 * that are there now; else the system finds one for a window of the usual size.
 */
export const placeWindow = (
  remembered: WindowPlace | null,
  displays: readonly Rectangle[],
): Partial<Rectangle> & { readonly maximized: boolean } => {
  const display =
    remembered === null ? undefined : displays.find((area) => isInReach(remembered, area));
  if (remembered === null || display === undefined) return { ...usual, maximized: false };
  return { ...shrinkInto(display, remembered), maximized: remembered.maximized };
};

const step = 28;

/** A place for one more window, so that it does not hide the ones that are open; null for the first one. */
export const besideOthers = (others: readonly Rectangle[]): WindowPlace | null => {
  const last = others.at(-1);
  if (last === undefined) return null;
  let { x, y } = last;
  while (others.some((other) => other.x === x && other.y === y)) {
    x += step;
    y += step;
  }
  return { x, y, width: last.width, height: last.height, maximized: false };
};
