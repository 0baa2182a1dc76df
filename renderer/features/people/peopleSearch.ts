import { z } from 'zod';
import { columnsText, namesColumns, readColumns } from './chosenColumns.ts';
import { personListFilters, personListSorts } from '../../../shared/views/person-list.ts';

/**
 * What the address of the list says: a saved view. What cannot be read is left out. The words of a
 * search are not in it: they may be a name, and browsers write addresses to the disk.
 */
export const peopleSearchSchema = z.object({
  filter: z.enum(personListFilters).optional().catch(undefined),
  sort: z.enum(personListSorts).optional().catch(undefined),
  /** Which columns, where a view has its own; see `chosenColumns.ts`. */
  columns: z
    .string()
    .max(200)
    .refine(namesColumns)
    .transform((text) => columnsText(readColumns(text)))
    .optional()
    .catch(undefined),
});

export type PeopleView = z.infer<typeof peopleSearchSchema>;

/** A view, and the words it is searched for. */
export type PeopleSearch = PeopleView & { readonly search?: string | undefined };

/** A view without what says nothing, so that one view has one address. Words are never in it. */
export const addressOf = ({ filter, sort, columns }: PeopleView): PeopleView => ({
  ...(filter === undefined ? {} : { filter }),
  ...(sort === undefined || sort === 'name' ? {} : { sort }),
  ...(columns === undefined ? {} : { columns }),
});

/** What is asked: columns make no difference to whom. */
export const questionOf = ({ search, ...view }: PeopleSearch) => {
  const { columns: _columns, ...rest } = addressOf(view);
  return { ...(search === undefined || search.trim() === '' ? {} : { search }), ...rest };
};
