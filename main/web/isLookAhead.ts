import type { IncomingMessage } from 'node:http';

/** Whether a browser only looks ahead, and must use nothing up. */
export const isLookAhead = ({ headers }: IncomingMessage): boolean =>
  ['sec-purpose', 'purpose', 'x-moz'].some((name) =>
    [headers[name] ?? ''].flat().join().toLowerCase().includes('prefetch'),
  );
