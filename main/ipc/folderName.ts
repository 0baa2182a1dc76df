/** What no file system of ours takes in a name, and marks that change how the rest of it reads. */
const unusable =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Names that Windows keeps for devices, with or without an extension. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/iu;

/** Room for a number behind it within the 255 bytes that file systems give a name. */
const maxBytes = 200;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Whole characters, as a reader counts them, up to `maxBytes`. */
const shorten = (text: string): string => {
  let short = '';
  for (const { segment } of graphemes.segment(text)) {
    if (byteLength(short + segment) > maxBytes) break;
    short += segment;
  }
  return short;
};

/** Windows drops dots and spaces at the end; at the front they hide a folder or lead out of it. */
const trimEnds = (text: string): string => text.replace(/^[.\s]+|[.\s]+$/gu, '');

/** Two names that a file system may take for one: case and the way of composing accents do not count. */
export const sameName = (a: string, b: string): boolean => fold(a) === fold(b);

const fold = (name: string): string => name.normalize('NFC').toLowerCase().normalize('NFC');

/** One plain name made of any text: it never leads elsewhere or hides, and is not one that a system keeps. */
export const plainNameFor = (text: string, otherwise: string): string => {
  const cleaned = text.toWellFormed().normalize('NFC').replace(unusable, ' ').replace(/\s+/gu, ' ');
  const short = trimEnds(shorten(trimEnds(cleaned)));
  const visible = /[\p{L}\p{N}\p{P}\p{S}]/u.test(short);
  const plain = visible ? short : otherwise;
  return reserved.test(plain) ? `${plain.replace('.', ' ')} daybook`.replace(/\s+/gu, ' ') : plain;
};

/**
 * A name for a daybook's folder, made from the daybook's own name in whatever script that is. Always one
 * plain name: it never leads elsewhere, hides, or collides with one of `taken`.
 */
export const folderNameFor = (daybookName: string, taken: readonly string[]): string => {
  const base = plainNameFor(daybookName, 'Daybook');
  const isFree = (name: string): boolean => !taken.some((other) => sameName(other, name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base} ${number}`;
    if (isFree(name)) return name;
  }
};
