import { plainNameFor } from './folderName.ts';

const extension = /\.[a-z0-9-]{1,20}$/iu;

/**
 * A name for a file, made from what a window or a browser says it is called. Always one plain name, on
 * whatever system, and its extension is kept however long the rest is.
 */
export const fileNameFor = (name: string): string => {
  const kept = extension.exec(name)?.[0] ?? '';
  return `${plainNameFor(name.slice(0, name.length - kept.length), 'Daybook')}${kept}`;
};
