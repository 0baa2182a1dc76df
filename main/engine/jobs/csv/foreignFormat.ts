import type { FileHandle } from 'node:fs/promises';

/** What a file is that was chosen in the place of a CSV file; `binary` where only that is known. */
export type ForeignFormat =
  | 'excel'
  | 'openDocument'
  | 'numbers'
  | 'archive'
  | 'pdf'
  | 'picture'
  | 'richText'
  | 'webPage'
  | 'binary';

const FRONT_BYTES = 65_536;

/** Each byte of the front as a character of its own. */
const readFront = async (file: FileHandle): Promise<string> => {
  const bytes = Buffer.alloc(FRONT_BYTES);
  const { bytesRead } = await file.read(bytes, 0, FRONT_BYTES, 0);
  return bytes.toString('latin1', 0, bytesRead);
};

/** A spreadsheet of our days is a zip archive; the names of the files in it stand in the clear. */
const inArchive = (front: string): ForeignFormat => {
  if (front.includes('[Content_Types].xml') || front.includes('xl/')) return 'excel';
  if (front.includes('opendocument.spreadsheet')) return 'openDocument';
  return /\.iwa|Index\.zip|buildVersionHistory/u.test(front) ? 'numbers' : 'archive';
};

/** Packed by gzip, 7-Zip or RAR. */
const packed = ['\u001f\u008b', '7z\u00bc\u00af', 'Rar!\u001a\u0007'];

/** PNG, JPEG, GIF, WebP, TIFF in both orders of bytes, and what telephones take. */
const picture =
  /^(?:\u0089PNG\r\n|\u00ff\u00d8\u00ff|GIF8[79]a|RIFF[^]{4}WEBP|II\*\0|MM\0\*|[^]{4}ftyp(?:hei|mif1|avif))/u;

/** Tells by its first bytes that a file is of another program, or null where it may be CSV. */
export const foreignFormat = async (file: FileHandle): Promise<ForeignFormat | null> => {
  const front = await readFront(file);
  if (front.startsWith('PK\u0003\u0004')) return inArchive(front);
  // The container that Excel wrote until 2003.
  if (front.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'excel';
  if (packed.some((mark) => front.startsWith(mark))) return 'archive';
  if (front.startsWith('%PDF-')) return 'pdf';
  if (picture.test(front)) return 'picture';
  if (front.startsWith('{\\rtf')) return 'richText';
  return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html)/iu.test(front) ? 'webPage' : null;
};

/** What no text has, but for a slip: the control characters other than white space and escape. */
const isControl = (code: number): boolean => code < 9 || (code > 13 && code < 32 && code !== 27);
/** Some have slipped into many a file; of the bytes of a program's own file they are a tenth. */
const FEW = 8;
const A_PART = 1 / 50;

/**
 * Whether a file whose bytes are a character each is no text. Not to be asked of one with two bytes a
 * character, whose every other byte may be a zero.
 */
export const isBinary = async (file: FileHandle): Promise<boolean> => {
  const front = await readFront(file);
  const found = Array.from(front, (byte) => byte.charCodeAt(0)).filter(isControl).length;
  return found > FEW && found > front.length * A_PART;
};
