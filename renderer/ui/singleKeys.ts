/**
 * Whether keys of a single character do something by themselves. **Source:** WCAG 2.2, 2.1.4: there must be
 * a way to turn them off.
 */
let areOn = true;

export const singleKeysAreOn = (): boolean => areOn;

export const setSingleKeys = (on: boolean): void => {
  areOn = on;
};
