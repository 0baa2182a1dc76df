import { z } from 'zod';
import { personListFilters, personListSorts } from '../../../shared/views/person-list.ts';

/** What the address of the list says: a saved view. What cannot be read is left out. */
export const peopleSearchSchema = z.object({
  search: z.string().max(500).optional().catch(undefined),
  filter: z.enum(personListFilters).optional().catch(undefined),
  sort: z.enum(personListSorts).optional().catch(undefined),
});

export type PeopleSearch = z.infer<typeof peopleSearchSchema>;

/** The same without what says nothing, so that one view has one address. */
export const tidySearch = ({ search, filter, sort }: PeopleSearch): PeopleSearch => ({
  ...(search === undefined || search.trim() === '' ? {} : { search }),
  ...(filter === undefined ? {} : { filter }),
  ...(sort === undefined || sort === 'name' ? {} : { sort }),
});
