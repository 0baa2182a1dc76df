import { ok } from '../../shared/kernel/result.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineSlot } from './createEngineSlot.ts';
import type { HostFacts } from '../../shared/protocol/host-state.ts';
import { writeDiagnostics, type DiagnosticsSource } from './writeDiagnostics.ts';

/** What diagnostics tell beside the open daybook. */
export interface DiagnosticsContext {
  readonly host: HostFacts;
  readonly logLines: () => readonly string[];
}

type HostMethods = Pick<ContractService, 'host/about' | 'host/diagnostics'>;

/** Of an engine in trouble, too, there is something to tell. */
const figuresOf = (slot: EngineSlot): Promise<DiagnosticsSource['open']> =>
  slot
    .ask<DiagnosticsSource['open']>(
      async (engine) => ({ status: await engine.status(), figures: await engine.figures() }),
      () => 'none',
    )
    .catch(() => 'unanswering');

/** What the program tells of itself. */
export const hostMethods = (
  slot: EngineSlot,
  { host, logLines }: DiagnosticsContext,
): HostMethods => ({
  'host/about': () => Promise.resolve(ok(host)),
  'host/diagnostics': async () => {
    const open = await figuresOf(slot);
    return ok({ text: writeDiagnostics({ host, open, logLines: logLines() }) });
  },
});
