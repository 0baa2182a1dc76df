import type { CommandDefinition } from '../../../shared/kernel/command.ts';
import { commandIdSchema, type CommandId } from '../../../shared/kernel/ids.ts';
import { inputInvalid, type InputInvalid } from '../../../shared/kernel/input-invalid.ts';
import type { AnyRecord } from '../../../shared/kernel/record.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { CommandEnvelope } from '../../../shared/protocol/envelopes.ts';
import type { EventCatalog } from '../eventlog/EventCatalog.ts';

/** A command that is well formed: known by name, its input checked. */
export interface CommandToRun {
  readonly id: CommandId;
  readonly record: AnyRecord;
  readonly definition: CommandDefinition;
  readonly input: object;
  readonly streamId: string;
  /** False where the command has just chosen the id of its stream, and would choose another next time. */
  readonly streamIsGiven: boolean;
}

export interface CommandUnknown {
  readonly type: 'CommandUnknown';
  readonly command: string;
}

export interface CommandIdInvalid {
  readonly type: 'CommandIdInvalid';
}

/** Finds the command by its own name and checks its id and input. */
export const parseCommand = (
  { id, command, input }: CommandEnvelope,
  catalog: EventCatalog,
  newId: () => string,
): Result<CommandToRun, CommandUnknown | InputInvalid | CommandIdInvalid> => {
  const known = catalog.command(command);
  if (!known) return err({ type: 'CommandUnknown', command });
  const commandId = commandIdSchema.safeParse(id ?? newId());
  if (!commandId.success) return err({ type: 'CommandIdInvalid' });
  const parsed = known.definition.input.safeParse(input);
  if (!parsed.success) return err(inputInvalid(parsed.error.issues));
  let streamIsGiven = true;
  const chooseId = (): string => {
    streamIsGiven = false;
    return newId();
  };
  const streamId = known.definition.streamId(parsed.data, chooseId);
  return ok({
    id: commandId.data,
    record: known.record,
    definition: known.definition,
    input: parsed.data as object,
    streamId,
    streamIsGiven,
  });
};
