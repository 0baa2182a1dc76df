import type { WriteHandle } from '../sqlite/handle.ts';

/** Why an event is not in the rows: `NeedsNewer` is counted, everything else is shown as poison. */
export interface Withheld {
  readonly position: number;
  readonly reason: string;
  readonly detail: string;
}

/** Where one consumer notes events that it could not apply; the others go on. */
export interface Withholding {
  readonly add: (withheld: Withheld) => void;
  readonly remove: (position: number) => void;
}

/** Notes them in `state.db`, for all to see. */
export const withholdingOf = (state: WriteHandle, consumer: string): Withholding => ({
  add: ({ position, reason, detail }) =>
    void state
      .write('INSERT OR REPLACE INTO withheld VALUES (?, ?, ?, ?)')
      .run(consumer, position, reason, detail),
  remove: (position) =>
    void state
      .write('DELETE FROM withheld WHERE consumer = ? AND position = ?')
      .run(consumer, position),
});

/** Forgets everything that a consumer has noted. */
export const forgetWithheld = (state: WriteHandle, consumer: string): void => {
  state.write('DELETE FROM withheld WHERE consumer = ?').run(consumer);
};
