type Typed = Readonly<Record<string, unknown>>;

/** The router takes `365` for a number; what a route reads is text, however it was typed. */
const asText = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asText);
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : value;
};

/**
 * Makes a route see what `read` takes from an address, and nothing else. The router lays what was read over
 * what was typed: a word that is merely left out would come through as it stands in the address.
 */
export const readSearch =
  <Search extends object>(read: (search: Typed) => Search) =>
  (search: Typed): Search => {
    const words = Object.entries(search);
    const nothing: object = Object.fromEntries(words.map(([key]) => [key, undefined]));
    return {
      ...nothing,
      ...read(Object.fromEntries(words.map(([key, value]) => [key, asText(value)]))),
    };
  };
