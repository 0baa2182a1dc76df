import { describe, expect, it } from 'vitest';
import { ok } from '../../shared/kernel/result.ts';
import { parseUntrustedJson } from '../../shared/kernel/untrusted-json.ts';
import { maxFrameBytes } from '../../shared/methods.ts';
import { writeFrame } from './writeFrame.ts';

const frame = (words: string) => ({ request: 7, method: 'view/ask', input: { words } });
const half = '\ud83d';
const spare = maxFrameBytes - JSON.stringify(frame('')).length;

const read = (text: string | null) => parseUntrustedJson(new TextEncoder().encode(text ?? ''));

describe('a frame', () => {
  it.each(['Ada', '가나다', '\u{1f4d2}', '\\ud83d', '\0'])(
    'with %j in it is read as it was',
    (words) => {
      expect(read(writeFrame(frame(words)))).toEqual(ok(frame(words)));
    },
  );

  it.each([half, `a${half}b`, '\udcd2\ud83d'])(
    'with half a character in it stays here: %j',
    (words) => {
      expect(writeFrame(frame(words))).toBeNull();
    },
  );

  it('is as long as the program reads, and no longer', () => {
    expect(read(writeFrame(frame('a'.repeat(spare))))).toMatchObject({ ok: true });
    expect(writeFrame(frame('a'.repeat(spare + 1)))).toBeNull();
    expect(writeFrame(frame('가'.repeat(spare / 2)))).toBeNull();
  });
});
