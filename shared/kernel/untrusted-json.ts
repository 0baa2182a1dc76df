import { err, ok, type Result } from './result.ts';

/** How much a stranger may ask us to hold. */
export interface JsonLimits {
  /** **Units:** bytes of a byte array, UTF-16 units of a text. */
  readonly maxLength: number;
  /** Arrays and objects inside one another; `[]` is 1. */
  readonly maxDepth: number;
}

/** Enough for every command and question there is; deeper or longer input is a mistake or an attack. */
export const defaultJsonLimits: JsonLimits = { maxLength: 1_048_576, maxDepth: 32 };

/** Why a text from outside was not read. Nothing of it is repeated but a key that may not be used. */
export type JsonRefusal =
  | { readonly type: 'TooLong'; readonly limit: number }
  | { readonly type: 'TooDeep'; readonly limit: number }
  | { readonly type: 'NotJson' }
  /** The bytes are no UTF-8, or an escape makes half a character: it could not be stored as it came. */
  | { readonly type: 'NotUnicode' }
  | { readonly type: 'NumberTooLarge' }
  | { readonly type: 'ForbiddenKey'; readonly key: string }
  | { readonly type: 'DuplicateKey' };

/** What the platforms have and the language's own library does not declare. */
declare const TextDecoder: new (
  encoding: 'utf-8',
  options: { readonly fatal: true },
) => { readonly decode: (bytes: Uint8Array) => string };

const decoder = new TextDecoder('utf-8', { fatal: true });

const decode = (bytes: Uint8Array): string | null => {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
};

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

interface Shape {
  readonly depth: number;
  /** Members of all objects as they were written, a repeated key counted as often as it stands there. */
  readonly members: number;
  readonly hasEscapes: boolean;
}

/**
 * Counts what the parsed value no longer shows. Right for every text that `JSON.parse` accepts; of
 * any other text it says something, and never fails. Stops as soon as it is deeper than `maxDepth`.
 */
const measure = (text: string, maxDepth: number): Shape => {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  let hasEscapes = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) {
      for (index += 1; index < text.length; index += 1) {
        const inside = text.charCodeAt(index);
        if (inside === quote) break;
        if (inside === backslash) {
          hasEscapes = true;
          index += 1;
        }
      }
    } else if (code === colon) {
      members += 1;
    } else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (deepest > maxDepth) break;
    } else if (code === closeBrace || code === closeBracket) {
      depth -= 1;
    }
  }
  return { depth: deepest, members, hasEscapes };
};

/** Thrown and caught inside this file only: leaves a walk of any depth at once. */
class Refused extends Error {
  readonly refusal: JsonRefusal;
  constructor(refusal: JsonRefusal) {
    super(refusal.type);
    this.refusal = refusal;
  }
}

/**
 * Names that reach into a prototype when a value is copied member by member. No command, view or
 * file of ours has a field of such a name.
 */
const isForbidden = (key: string): boolean =>
  key === '__proto__' || key === 'constructor' || key === 'prototype';

/** Looks at every key and value, and gives the number of members found. */
const inspect = (value: unknown, hasEscapes: boolean): number => {
  if (typeof value === 'string') {
    if (hasEscapes && !value.isWellFormed()) throw new Refused({ type: 'NotUnicode' });
    return 0;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Refused({ type: 'NumberTooLarge' });
    return 0;
  }
  if (typeof value !== 'object' || value === null) return 0;
  let members = 0;
  if (Array.isArray(value)) {
    for (const item of value) members += inspect(item, hasEscapes);
    return members;
  }
  for (const [key, item] of Object.entries(value)) {
    if (isForbidden(key)) throw new Refused({ type: 'ForbiddenKey', key });
    members += 1 + inspect(key, hasEscapes) + inspect(item, hasEscapes);
  }
  return members;
};

/**
 * Reads JSON that somebody else wrote. What comes out has no key that could touch a prototype, no key
 * that stood there twice (of which two readers might believe a different one), no half characters, no
 * infinite number, and is no deeper than `limits` says. Never throws.
 *
 * **Shape:** bytes are UTF-8, a byte order mark at the front is passed over.
 */
export const parseUntrustedJson = (
  source: string | Uint8Array,
  limits: JsonLimits = defaultJsonLimits,
): Result<unknown, JsonRefusal> => {
  if (source.length > limits.maxLength) return err({ type: 'TooLong', limit: limits.maxLength });
  const text = typeof source === 'string' ? source : decode(source);
  if (text === null || !text.isWellFormed()) return err({ type: 'NotUnicode' });
  const shape = measure(text, limits.maxDepth);
  if (shape.depth > limits.maxDepth) return err({ type: 'TooDeep', limit: limits.maxDepth });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ type: 'NotJson' });
  }
  try {
    const members = inspect(value, shape.hasEscapes);
    return members === shape.members ? ok(value) : err({ type: 'DuplicateKey' });
  } catch (thrown) {
    if (thrown instanceof Refused) return err(thrown.refusal);
    throw thrown;
  }
};
