/** What the engine takes from the world. Tests hand in their own. */
export interface World {
  /** **Units:** milliseconds since 1970 UTC. */
  readonly nowMs: () => number;
  /**
   * Milliseconds since some moment, by a clock that nobody sets: a slice of work must end though the
   * machine's time is put back an hour.
   */
  readonly elapsedMs: () => number;
  /** Minutes east of UTC where the business is, for business dates. */
  readonly utcOffsetMinutes: () => number;
  /** Cryptographically strong random bytes. */
  readonly randomBytes: (count: number) => Uint8Array;
}
