/** What must hold of a stream for an append to happen. None is ever dropped silently. */
export type Precondition =
  | { readonly type: 'streamIsNew' }
  | { readonly type: 'streamIsAt'; readonly version: number }
  | { readonly type: 'anyVersion' };

export const streamIsNew: Precondition = { type: 'streamIsNew' };
export const streamIsAt = (version: number): Precondition => ({ type: 'streamIsAt', version });
export const anyVersion: Precondition = { type: 'anyVersion' };

/** The stream is not where the writer believed it to be; `found` is its version now, 0 when it is new. */
export interface PreconditionFailed {
  readonly type: 'PreconditionFailed';
  readonly expected: Precondition;
  readonly found: number;
}

/** Null when the precondition holds for a stream at `version`. */
export const checkPrecondition = (
  expected: Precondition,
  version: number,
): PreconditionFailed | null => {
  const holds = ((): boolean => {
    switch (expected.type) {
      case 'streamIsNew':
        return version === 0;
      case 'streamIsAt':
        return version === expected.version;
      case 'anyVersion':
        return true;
    }
  })();
  return holds ? null : { type: 'PreconditionFailed', expected, found: version };
};
