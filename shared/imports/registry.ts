import type { ImportDefinition } from '../kernel/import.ts';
import { importEntries } from './entries.ts';
import { importPeople } from './people.ts';

/** Every kind of file that can be brought in: one line each. */
export const imports: readonly ImportDefinition[] = [importPeople, importEntries];
