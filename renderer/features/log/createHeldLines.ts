import type { ViewRow } from '../../../shared/contract.ts';

export type LogRow = ViewRow<'log/events'>;

/** A line of the list: an event, or a position where a damaged log has none. */
export type LogLine =
  | { readonly kind: 'event'; readonly position: number; readonly event: LogRow }
  | { readonly kind: 'missing'; readonly position: number };

/** Which lines exist on the screen, and which of them is the uppermost in sight. */
export interface Sight {
  readonly first: number;
  readonly last: number;
  readonly top: number;
}

/** Lines that are asked for beyond those on the screen, and held beyond them. */
const AHEAD = 100;
const HELD_AROUND = 400;
/** Lines asked for at once. */
const MOST = 200;

interface Places {
  readonly positionAt: (index: number) => number | undefined;
  readonly indexOf: (position: number) => number | null;
}

/** The lines of the log that are held now: those on the screen and some around them. */
export const createHeldLines = ({ positionAt, indexOf }: Places) => {
  const lines = new Map<number, LogLine>();
  /** Held and shown, and to be asked for again. */
  const stale = new Set<number>();
  const types = new Set<string>();

  const lacking = (first: number, last: number): number[] =>
    Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).flatMap(
      (index) => {
        const position = positionAt(index);
        return position === undefined || (lines.has(position) && !stale.has(position))
          ? []
          : [position];
      },
    );

  return {
    get: (position: number): LogLine | undefined => lines.get(position),
    /** Every type of an event that was ever held. */
    types: (): readonly string[] => [...types],
    keep: (rows: readonly LogRow[], isOutdated: boolean): void => {
      for (const event of rows) {
        const { position, type } = event;
        types.add(type);
        if (isOutdated) stale.add(position);
        else stale.delete(position);
        lines.set(position, { kind: 'event', position, event });
      }
    },
    /** What the log was asked for and did not have. */
    keepMissing: (positions: readonly number[]): void => {
      for (const position of positions) {
        stale.delete(position);
        lines.set(position, { kind: 'missing', position });
      }
    },
    /** Positions to ask for: none as long as everything on the screen is there. */
    lacking: ({ first, last }: Sight): readonly number[] =>
      lacking(first, last).length === 0
        ? []
        : lacking(Math.max(0, first - AHEAD / 2), last + AHEAD).slice(0, MOST),
    letGo: ({ first, last }: Sight): void => {
      for (const position of lines.keys()) {
        const index = indexOf(position);
        if (index === null || index < first - HELD_AROUND || index > last + HELD_AROUND)
          lines.delete(position);
      }
    },
    outdate: (): void => {
      for (const position of lines.keys()) stale.add(position);
    },
    clear: (): void => lines.clear(),
  };
};
