import { ok } from '../../shared/kernel/result.ts';
import type { HostFacts } from '../../shared/protocol.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineSlot } from './createEngineSlot.ts';
import { writeDiagnostics, type DiagnosticsSource } from './writeDiagnostics.ts';

/** What diagnostics tell beside the open daybook. */
export interface HostDiagnostics {
  readonly host: HostFacts;
  readonly logLines: () => readonly string[];
}

/** What is asked of the program itself. */
export const createHostMethods = (
  slot: EngineSlot,
  { host, logLines }: HostDiagnostics,
): Pick<ContractService, 'host/about' | 'host/diagnostics'> => {
  /** Of an engine in trouble, too, there is something to tell. */
  const openFigures = async (): Promise<DiagnosticsSource['open']> => {
    try {
      return await slot.ask<DiagnosticsSource['open']>(
        async (engine) => ({ status: await engine.status(), figures: await engine.figures() }),
        () => 'none',
      );
    } catch {
      return 'unanswering';
    }
  };

  return {
    'host/about': () => Promise.resolve(ok(host)),
    'host/diagnostics': async () => {
      const open = await openFigures();
      return ok({ text: writeDiagnostics({ host, open, logLines: logLines() }) });
    },
  };
};
