/** What the first 100 bytes of a SQLite file say that matters to us. */
export interface DatabaseHeader {
  readonly applicationId: number;
  readonly userVersion: number;
}

export const databaseHeaderLength = 100;

/** Reads the header of a database file; null when the bytes are no SQLite database. **Source:** sqlite.org/fileformat2.html, 1.3. */
export const readDatabaseHeader = (bytes: Buffer): DatabaseHeader | null =>
  bytes.length >= databaseHeaderLength && bytes.toString('latin1', 0, 16) === 'SQLite format 3\0'
    ? { applicationId: bytes.readInt32BE(68), userVersion: bytes.readInt32BE(60) }
    : null;
