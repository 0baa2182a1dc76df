import { z } from 'zod';

/** What the bytes of a CSV file can spell; the names are those of the Encoding standard. */
export const fileEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  // With all of what Windows adds to it, code page 949.
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'shift_jis',
  'gb18030',
  'big5',
] as const;
export type FileEncodingName = (typeof fileEncodings)[number];

/** What stands between two cells. Of two that fit a header equally well, the first is taken. */
export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** How a file is to be read, said by somebody who sees it. What is left out is found out. */
export const readAsSchema = z.strictObject({
  encoding: z.enum(fileEncodings).optional(),
  separator: z.enum(separators).optional(),
});
export type ReadAs = z.infer<typeof readAsSchema>;
