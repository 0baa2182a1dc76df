import { rmSync } from 'node:fs';

/** Removes a file or a folder; what is not there is no failure. **Errors:** throws what the system says. */
export type Remove = (place: string) => void;

/** Removes it with everything in it. */
export const removeWhole: Remove = (place) => rmSync(place, { recursive: true, force: true });
