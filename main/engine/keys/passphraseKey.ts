import { scrypt } from 'node:crypto';
import { revealSecret, type Secret } from './Secret.ts';

/**
 * What one guess at a passphrase costs. **Units:** `n` rounds, a power of two; `r` blocks of 128 bytes;
 * `p` times over. It takes 128 · n · r bytes of memory.
 *
 * **Source:** RFC 7914.
 */
export interface ScryptCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** Which costs are used and accepted. Tests hand in a cheap one together with a floor that allows it. */
export interface KdfPolicy {
  readonly forNewVaults: ScryptCost;
  /** Below it a file has been tampered with to make guessing cheap. */
  readonly floor: ScryptCost;
  /** Above it a file has been tampered with to exhaust the machine. */
  readonly ceiling: ScryptCost;
  /** **Units:** bytes. */
  readonly memoryCeiling: number;
}

export const standardKdf: KdfPolicy = {
  forNewVaults: { n: 2 ** 17, r: 8, p: 1 },
  floor: { n: 2 ** 15, r: 8, p: 1 },
  ceiling: { n: 2 ** 20, r: 16, p: 4 },
  memoryCeiling: 2 ** 30,
};

const memoryOf = ({ n, r }: ScryptCost): number => 128 * n * r;

/** True for costs that may be spent. To be asked before any memory is taken. */
export const isWithin = (policy: KdfPolicy, cost: ScryptCost): boolean => {
  const { floor, ceiling } = policy;
  const { n, r, p } = cost;
  if (![n, r, p].every((number) => Number.isSafeInteger(number) && number > 0)) return false;
  const powerOfTwo = Number.isInteger(Math.log2(n));
  return (
    powerOfTwo &&
    n >= floor.n &&
    r >= floor.r &&
    p >= floor.p &&
    n <= ceiling.n &&
    r <= ceiling.r &&
    p <= ceiling.p &&
    memoryOf(cost) <= policy.memoryCeiling
  );
};

/**
 * The passphrase as it goes into the function. macOS types decomposed Hangul and accents, Windows composed ones: NFKC
 * makes them one, and full-width letters equal to plain ones.
 */
const normalise = (passphrase: Secret<string>): string =>
  revealSecret(passphrase).normalize('NFKC');

export const isEmpty = (passphrase: Secret<string>): boolean => normalise(passphrase) === '';

/**
 * The key that a passphrase opens a vault with: 32 bytes, which the caller overwrites after use. Runs
 * beside the thread.
 *
 * **Errors:** throws when the cost is outside of the policy.
 */
export const derivePassphraseKey = (
  passphrase: Secret<string>,
  salt: Uint8Array,
  cost: ScryptCost,
  policy: KdfPolicy,
): Promise<Buffer> => {
  if (!isWithin(policy, cost)) {
    return Promise.reject(new RangeError('the cost is outside of the policy'));
  }
  // The cap counts more than the big table: 128 bytes for each r·p, and some small change.
  const maxmem = memoryOf(cost) + 128 * cost.r * cost.p + 1024 * cost.r + 2 ** 16;
  return new Promise((resolve, reject) => {
    scrypt(
      normalise(passphrase),
      salt,
      32,
      { N: cost.n, r: cost.r, p: cost.p, maxmem },
      (error, key) => {
        if (error === null) resolve(key);
        else reject(error);
      },
    );
  });
};
