import type { PersonId } from '../../kernel/ids.ts';
import { defineRecord } from '../../kernel/record.ts';
import { archive } from './archive.ts';
import { correctDetails } from './correct-details.ts';
import { erase } from './erase.ts';
import { personEvents } from './events.ts';
import { personPrivateIndex } from './private-index.ts';
import { projectPerson } from './project.ts';
import { register } from './register.ts';
import { restore } from './restore.ts';
import { evolvePerson, unknownPerson } from './state.ts';
import { upcastPerson } from './upcast.ts';

export const personCommands = [register, correctDetails, archive, restore, erase] as const;

/** The one kind of record that all others are about. */
export const person = defineRecord({
  name: 'person',
  isSubject: true,
  events: personEvents,
  initialState: unknownPerson,
  evolve: evolvePerson,
  subject: (streamId) => streamId as PersonId,
  commands: personCommands,
  upcasts: upcastPerson,
  projection: projectPerson,
  privateIndex: personPrivateIndex,
  views: [],
});
