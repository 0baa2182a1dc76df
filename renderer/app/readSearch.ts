type Typed = Readonly<Record<string, unknown>>;

/**
 * Makes a route see what `read` takes from an address, and nothing else. The router lays what was read over
 * what was typed: a word that is merely left out would come through as it stands in the address.
 */
export const readSearch =
  <Search extends object>(read: (search: Typed) => Search) =>
  (search: Typed): Search => {
    const nothing: object = Object.fromEntries(Object.keys(search).map((key) => [key, undefined]));
    return { ...nothing, ...read(search) };
  };
