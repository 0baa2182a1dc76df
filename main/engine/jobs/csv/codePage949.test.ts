import { describe, expect, it } from 'vitest';
import { createDecoderOf949 } from './codePage949.ts';

const bytesOf = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const decode = (hex: string): string => createDecoderOf949()(bytesOf(hex), true);

describe('code page 949', () => {
  it.each([
    ['ASCII', '31 2c 41 7e 0a', '1,A~\n'],
    ['KS X 1001', 'c0 cc bc f8 bd c5 a1 ad', '이순신∼'],
    ['what only Windows has', '8c 63 b9 e6 b0 a2 c7 cf', '똠방각하'],
    ['the first and the last of those', '81 41 c6 52', '갂힣'],
    ['those at the edges of their rows', '81 5a 81 61 81 7a 81 81 81 fe 82 41', '갴갵걕걖괓괔'],
    ['those behind the first byte of KS X 1001', 'a0 fe a1 41 c5 a0 c6 41', '좤좥힋힍'],
    ['signs that came later', 'a2 e6 a2 e7', '€®'],
  ])('reads %s', (_, hex, text) => {
    expect(decode(hex)).toBe(text);
  });

  it.each(['80', 'ff', 'b0', '81 20', 'c6 53', 'a1 20', '41 b0'])('refuses %s', (hex) => {
    expect(() => decode(hex)).toThrow(TypeError);
  });

  it('reads the same wherever its pieces meet', () => {
    const bytes = bytesOf('31 8c 63 b9 e6 41 b0 a2 c7 cf 0a');
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const next = createDecoderOf949();
      const parts = [bytes.subarray(0, cut), bytes.subarray(cut), new Uint8Array()];
      const text = parts.map((part, index) => next(part, index === 2)).join('');
      expect(text).toBe('1똠방A각하\n');
    }
  });

  it('has every modern syllable, each of them once', () => {
    const at = (lead: number, trail: number): string => {
      try {
        return createDecoderOf949()(Uint8Array.of(lead, trail), true);
      } catch {
        return '';
      }
    };
    const leads = Array.from({ length: 0xc8 - 0x80 }, (_, index) => 0x81 + index);
    const trails = Array.from({ length: 0xfe - 0x40 }, (_, index) => 0x41 + index);
    const found = leads
      .flatMap((lead) => trails.map((trail) => at(lead, trail)))
      .filter((text) => /^[가-힣]$/u.test(text));
    expect(found).toHaveLength(11_172);
    expect(new Set(found).size).toBe(11_172);
  });
});
