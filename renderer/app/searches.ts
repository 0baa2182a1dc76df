import { logSearchSchema, tidyLogSearch } from '../features/log/logSearch.ts';
import { overviewSearchSchema } from '../features/overview/overviewSearch.ts';
import { addressOf, peopleSearchSchema } from '../features/people/peopleSearch.ts';
import { personSearchSchema } from '../features/person/personSearch.ts';
import { statementSearchSchema } from '../features/statement/statementSearch.ts';
import { readSearch } from './readSearch.ts';

/** What each screen reads in its address. */
export const searches = {
  people: readSearch((search) => addressOf(peopleSearchSchema.parse(search))),
  person: readSearch((search) => personSearchSchema.parse(search)),
  statement: readSearch((search) => statementSearchSchema.parse(search)),
  overview: readSearch((search) => overviewSearchSchema.parse(search)),
  log: readSearch((search) => tidyLogSearch(logSearchSchema.parse(search))),
} as const;
