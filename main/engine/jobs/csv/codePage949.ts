/*
 * Code page 949, in which Korean Windows writes what it does not write in Unicode: EUC-KR, and beside it
 * the 8,822 syllables that KS X 1001 lacks, such as the first one of 똠방각하. The decoder of the platform
 * knows those as little as KS X 1001 does, and takes the first byte of some for a control character.
 */

const isTrail = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0x81;

/** The pairs of bytes that stand for the further syllables, in their order. */
const furtherPairs = (): readonly number[] => {
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xc6; lead += 1)
    for (let trail = 0x41; trail <= (lead <= 0xa0 ? 0xfe : 0xa0); trail += 1)
      if (isTrail(trail)) pairs.push(lead * 256 + trail);
  return pairs;
};

/** All modern syllables that KS X 1001 has not, in the order of Unicode. */
const furtherSyllables = (): readonly string[] => {
  const known = new TextDecoder('euc-kr', { fatal: true });
  const inKsX1001 = new Set<string>();
  for (let lead = 0xb0; lead <= 0xc8; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1)
      inKsX1001.add(known.decode(Uint8Array.of(lead, trail)));
  const all = Array.from({ length: 11_172 }, (_, index) => String.fromCharCode(0xac00 + index));
  return all.filter((syllable) => !inKsX1001.has(syllable));
};

/** Signs that were put into empty places of KS X 1001 later. */
const laterSigns = [
  [0xa2e6, '€'],
  [0xa2e7, '®'],
] as const;

const makeFurther = (): ReadonlyMap<number, string> => {
  const pairs = furtherPairs();
  const syllables = furtherSyllables();
  return new Map([
    ...laterSigns,
    ...syllables.map((syllable, index) => [pairs[index] ?? 0, syllable] as const),
  ]);
};

let made: ReadonlyMap<number, string> | null = null;

const invalid = (): TypeError =>
  Object.assign(new TypeError('not of code page 949'), {
    code: 'ERR_ENCODING_INVALID_ENCODED_DATA',
  });

/** Of what the platform would take for control characters. */
const isNoLead = (byte: number): boolean => byte === 0x80 || byte === 0xff;

/** Decodes code page 949 piece by piece. `isLast`: nothing comes after this. Throws as a fatal `TextDecoder` does. */
export const createDecoderOf949 = (): ((bytes: Uint8Array, isLast: boolean) => string) => {
  made ??= makeFurther();
  const further = made;
  const known = new TextDecoder('euc-kr', { fatal: true });
  /** The first byte of a pair that the next piece ends. */
  let carried = new Uint8Array();

  return (piece, isLast) => {
    const bytes = carried.length === 0 ? piece : Buffer.concat([carried, piece]);
    carried = new Uint8Array();
    let text = '';
    let from = 0;
    let at = 0;
    while (at < bytes.length) {
      const lead = bytes[at] ?? 0;
      if (lead < 0x80) {
        at += 1;
        continue;
      }
      const trail = bytes[at + 1];
      if (isNoLead(lead) || (trail === undefined && isLast)) throw invalid();
      if (trail === undefined) break;
      const syllable = further.get(lead * 256 + trail);
      if (syllable === undefined && lead <= 0xa0) throw invalid();
      if (syllable !== undefined) {
        text += known.decode(bytes.subarray(from, at)) + syllable;
        from = at + 2;
      }
      at += 2;
    }
    carried = bytes.slice(at);
    return text + known.decode(bytes.subarray(from, at));
  };
};
