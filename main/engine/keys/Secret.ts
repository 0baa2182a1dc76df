import { inspect } from 'node:util';

/** A value that must not get into a log, an error or a reply by accident: it prints as `[secret]`. */
export interface Secret<Value> {
  readonly toString: () => '[secret]';
  readonly toJSON: () => '[secret]';
  readonly [inspect.custom]: () => '[secret]';
  /** Never present at run time: carries the type of what is kept. */
  readonly kept?: Value;
}

/** The values stand outside the objects, so nothing that walks over properties meets them. */
const values = new WeakMap<object, unknown>();

const redacted = (): '[secret]' => '[secret]';

/** Puts a value out of sight. */
export const createSecret = <Value>(value: Value): Secret<Value> => {
  const secret = Object.freeze({
    toString: redacted,
    toJSON: redacted,
    [inspect.custom]: redacted,
  });
  values.set(secret, value);
  return secret;
};

/** Gives the value. Every place where a secret is used can be found by this name. */
export const revealSecret = <Value>(secret: Secret<Value>): Value => {
  if (!values.has(secret)) throw new TypeError('not a secret of createSecret');
  return values.get(secret) as Value;
};
