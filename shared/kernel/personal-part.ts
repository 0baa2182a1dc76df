/**
 * The `personal` of an event from fields that may be missing: without any, the event has no personal
 * part at all, and so can be written about a person who has been erased.
 */
export const personalPart = <Fields extends object>(
  fields: Fields,
): { readonly personal?: Fields } => {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return present.length === 0 ? {} : { personal: Object.fromEntries(present) as Fields };
};
