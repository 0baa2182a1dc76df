import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineSlot } from './createEngineSlot.ts';

type EngineMethods = Pick<ContractService, 'command/execute' | 'view/ask' | 'job/cancel'>;

/** Everything that asks the open daybook and names no file goes straight to its engine. */
export const engineMethods = (slot: EngineSlot): EngineMethods => ({
  'command/execute': (command) =>
    slot.tell(
      (engine) => engine.execute(command),
      (error) => ({ ok: false, id: command.id ?? null, error }),
    ),
  'view/ask': ({ view, input }) =>
    slot.ask(
      (engine) => engine.ask(view, input),
      (error) => err(error),
    ),
  'job/cancel': ({ id }) =>
    slot.tell<Result<null, Refusal>>(
      async (engine) => {
        await engine.cancelJob(id);
        return ok(null);
      },
      (error) => err(error),
    ),
});
