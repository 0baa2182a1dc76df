/** Random bytes in small pieces. */
export interface RandomPool {
  /** Fills `target` with bytes that were never given out before and are not kept. */
  readonly drawInto: (target: Uint8Array) => void;
}

const poolLength = 4096;

/** Draws random bytes by the page: a nonce for each sealed part would else cost more than its encryption. */
export const createRandomPool = (randomBytes: (count: number) => Uint8Array): RandomPool => {
  let pool: Uint8Array = new Uint8Array(0);
  let used = 0;
  return {
    drawInto: (target) => {
      if (used + target.length > pool.length) {
        pool.fill(0);
        pool = randomBytes(Math.max(poolLength, target.length));
        used = 0;
      }
      target.set(pool.subarray(used, used + target.length));
      pool.fill(0, used, used + target.length);
      used += target.length;
    },
  };
};
