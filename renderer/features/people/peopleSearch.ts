import { z } from 'zod';
import { personListFilters, personListSorts } from '../../../shared/views/person-list.ts';

/**
 * What the address of the list says: a saved view. What cannot be read is left out. The words of a
 * search are not in it: they may be a name, and browsers write addresses to the disk.
 */
export const peopleSearchSchema = z.object({
  filter: z.enum(personListFilters).optional().catch(undefined),
  sort: z.enum(personListSorts).optional().catch(undefined),
});

export type PeopleView = z.infer<typeof peopleSearchSchema>;

/** A view, and the words it is searched for. */
export type PeopleSearch = PeopleView & { readonly search?: string | undefined };

/** The part of a question that an address may hold. */
export const addressOf = ({ filter, sort }: PeopleView): PeopleView => tidySearch({ filter, sort });

/** The same without what says nothing, so that one view has one address. */
export const tidySearch = ({ search, filter, sort }: PeopleSearch): PeopleSearch => ({
  ...(search === undefined || search.trim() === '' ? {} : { search }),
  ...(filter === undefined ? {} : { filter }),
  ...(sort === undefined || sort === 'name' ? {} : { sort }),
});
