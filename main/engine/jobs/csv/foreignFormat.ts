import type { FileHandle } from 'node:fs/promises';

/** What a file is that was chosen in the place of a CSV file. */
export type ForeignFormat =
  'excel' | 'openDocument' | 'numbers' | 'archive' | 'pdf' | 'richText' | 'webPage';

const FRONT_BYTES = 65_536;

/** A spreadsheet of our days is a zip archive; the names of the files in it stand in the clear. */
const inArchive = (front: string): ForeignFormat => {
  if (front.includes('[Content_Types].xml') || front.includes('xl/')) return 'excel';
  if (front.includes('opendocument.spreadsheet')) return 'openDocument';
  return /\.iwa|Index\.zip|buildVersionHistory/u.test(front) ? 'numbers' : 'archive';
};

/** Tells by its first bytes that a file is of another program, or null where it may be CSV. */
export const foreignFormat = async (file: FileHandle): Promise<ForeignFormat | null> => {
  const bytes = Buffer.alloc(FRONT_BYTES);
  const { bytesRead } = await file.read(bytes, 0, FRONT_BYTES, 0);
  const front = bytes.toString('latin1', 0, bytesRead);
  if (front.startsWith('PK\u0003\u0004')) return inArchive(front);
  // The container that Excel wrote until 2003.
  if (front.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'excel';
  if (front.startsWith('\u001f\u008b')) return 'archive';
  if (front.startsWith('%PDF-')) return 'pdf';
  if (front.startsWith('{\\rtf')) return 'richText';
  return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html)/iu.test(front) ? 'webPage' : null;
};
