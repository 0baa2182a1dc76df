/**
 * Memory for one key. It is part of a block that is too large for the garbage-collected heap, which
 * copies small objects about: what is overwritten here is gone.
 */
export const createScratchKey = (): Uint8Array => new Uint8Array(4096).subarray(0, 32);
