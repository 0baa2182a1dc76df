/** Bytes of a file, piece by piece; the last piece is empty. */
type Pieces = (take: (bytes: Uint8Array) => void) => Promise<void>;

const isHigh = (byte: number): boolean => byte >= 0x80;

/** A syllable of KS X 1001: nearly all that is written in Korean is made of these. */
const isSyllable = (lead: number, trail: number): boolean =>
  lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1 && trail <= 0xfe;

/**
 * Whether the bytes beyond ASCII come in pairs as Korean syllables do in EUC-KR and code page 949. In
 * western texts such a byte mostly stands alone between letters, and two of them are seldom of that range.
 *
 * **Source:** KS X 1001, rows 16 to 40.
 */
export const looksKorean = async (pieces: Pieces): Promise<boolean> => {
  let syllables = 0;
  let others = 0;
  let lead: number | null = null;
  await pieces((bytes) => {
    for (const byte of bytes) {
      if (lead !== null) {
        if (isSyllable(lead, byte)) syllables += 1;
        else others += 1;
        lead = null;
      } else if (isHigh(byte)) lead = byte;
    }
  });
  return syllables >= 2 && syllables >= 4 * others;
};
