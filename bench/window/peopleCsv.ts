/** How the columns of `peopleCsv` are read. */
export const peopleMap = {
  details: { name: '{Name}', reference: '{Reference}', phones: ['{Phone}'] },
};

const personLine = (number: number): string =>
  `Imported Person ${number},IMPORT-${number},+1 555 ${1_000_000 + number}`;

/** A file of that many people whom the large daybook does not know, numbered from `first`. */
export const peopleCsv = (first: number, count: number): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    [
      'Name,Reference,Phone',
      ...Array.from({ length: count }, (_person, at) => personLine(first + at)),
      '',
    ].join('\r\n'),
  );
