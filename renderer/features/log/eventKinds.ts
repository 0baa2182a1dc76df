import type { EventDefinitions } from '../../../shared/kernel/event.ts';
import { records } from '../../../shared/records/registry.ts';
import { saidTypes } from '../../text/eventSentence.ts';
import type { Say } from '../../text/useText.ts';

/** Every type of event that this program knows. */
export const knownTypes: readonly string[] = records.flatMap(({ events }) =>
  Object.keys(events as EventDefinitions),
);

/** What a type is called. That of a newer program has only its name. */
export const kindName = (type: string, say: Say): string => {
  const said = saidTypes.find((candidate) => candidate === type);
  return said === undefined ? type : say(`log.kinds.${said}`);
};
