import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Who may use the host: a one-time token in the link is exchanged for a session in a cookie. Both are
 * kept as hashes only and end with the process.
 */
export interface Sessions {
  /** The token for a new link. An earlier one that was never used is dead from then on. */
  readonly newToken: () => string;
  /** The value of a new session's cookie, or null. A token works once. */
  readonly redeem: (token: string) => string | null;
  /** A name for the session that a `Cookie` header holds, from which the cookie cannot be told, or null. */
  readonly find: (cookieHeader: string | undefined) => string | null;
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What stands behind every `name=` of a cookie header; a browser may send several of one name. */
const valuesOf = (name: string, header: string): readonly string[] =>
  header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));

/** Cookies do not know ports, so each host's has a name of its own. */
export const createSessions = (
  cookieName: string,
  randomBytes: (count: number) => Uint8Array,
): Sessions => {
  const newSecret = (): string => Buffer.from(randomBytes(32)).toString('base64url');
  let token: Buffer | null = null;
  const sessions: Buffer[] = [];

  return {
    newToken: () => {
      const secret = newSecret();
      token = hash(secret);
      return secret;
    },
    redeem: (offered) => {
      if (token === null || !timingSafeEqual(token, hash(offered))) return null;
      token = null;
      const secret = newSecret();
      sessions.push(hash(secret));
      return secret;
    },
    find: (cookieHeader = '') => {
      for (const offered of valuesOf(cookieName, cookieHeader)) {
        const offeredHash = hash(offered);
        const found = sessions.find((session) => timingSafeEqual(session, offeredHash));
        if (found !== undefined) return found.toString('hex');
      }
      return null;
    },
  };
};
