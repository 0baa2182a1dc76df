/** The scheme of the window's own files. Only this program answers it, and only with these files. */
export const scheme = 'app';

const host = 'daybook';

/** Where every window starts, and the only page there is. */
export const ownPage = `${scheme}://${host}/`;

/**
 * The path of an address of ours, such as `/assets/index-4f2a.js`; null for the address of anything else.
 * It is only ever looked up among names that are known, see `readRendererFiles`.
 */
export const pathOf = (address: string): string | null => {
  try {
    const url = new URL(address);
    if (url.protocol !== `${scheme}:` || url.host !== host) return null;
    if (url.username !== '' || url.password !== '') return null;
    return decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
};

/** Whether an address is that of the window's page, whatever it shows. */
export const isOwnPage = (address: string): boolean => pathOf(address) === '/';

/** Whether an origin is that of the window's page, with or without the slash that some write behind one. */
export const isOwnOrigin = (origin: string): boolean =>
  ['', '/'].includes(pathOf(origin) ?? 'another');
