import { err, ok, type Result } from '../../shared/kernel/result.ts';

/** Another program listens on it. */
export interface PortTaken {
  readonly type: 'PortTaken';
  readonly port: number;
}

/** The system keeps it for others: one below 1024, or one of a range that Windows has set aside. */
export interface PortForbidden {
  readonly type: 'PortForbidden';
  readonly port: number;
}

export type PortRefused = PortTaken | PortForbidden;

const refusalOf = (thrown: unknown, port: number): PortRefused => {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  if (code === 'EADDRINUSE') return { type: 'PortTaken', port };
  if (code === 'EACCES') return { type: 'PortForbidden', port };
  throw thrown;
};

/**
 * Tries ports in turn by `listen`, which rejects as Node's servers do. **Errors:** what is wrong with the
 * last one. Throws what is wrong with anything else than a port.
 */
export const listenOnFirstFree = async (
  [port, ...others]: readonly [number, ...number[]],
  listen: (port: number) => Promise<void>,
): Promise<Result<null, PortRefused>> => {
  try {
    await listen(port);
    return ok(null);
  } catch (thrown) {
    const refusal = refusalOf(thrown, port);
    const [next, ...rest] = others;
    return next === undefined ? err(refusal) : listenOnFirstFree([next, ...rest], listen);
  }
};
