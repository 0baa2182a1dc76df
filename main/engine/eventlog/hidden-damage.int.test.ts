import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { openUnguarded, type UnguardedDatabase } from '../sqlite/openUnguarded.ts';
import { removeScratchFolders } from '../sqlite/scratchDatabase.ts';
import { logFiles } from './log-files.ts';
import { openScratchLog } from './scratchLog.ts';
import { tamper } from './tamper.ts';
import { copyOf, createVerifySample, typesOf, verify } from './verifySample.ts';

afterAll(removeScratchFolders);

const sample = createVerifySample();

/** Changes one text in one place of the file: its nth occurrence, which is in an index or in the table. */
const changeInFile = (directory: string, text: string, occurrence: number): boolean => {
  const path = logFiles(directory).log;
  const bytes = readFileSync(path);
  let at = -1;
  for (let count = 0; count <= occurrence; count += 1) {
    at = bytes.indexOf(text, at + 1);
    if (at < 0) return false;
  }
  bytes.write('e', at + text.length - 1);
  writeFileSync(path, bytes);
  return true;
};

/** The number of the first page of which this holds. */
const pageOf = (directory: string, condition: string): number => {
  const database = openUnguarded(logFiles(directory).log);
  const row = database
    .read<{ pageno: number }>(`SELECT pageno FROM dbstat WHERE ${condition}`)
    .get();
  database.close();
  if (!row) throw new Error('no such page');
  return row.pageno;
};

const changePage = (directory: string, page: number, change: (bytes: Buffer) => void): void => {
  const path = logFiles(directory).log;
  const bytes = readFileSync(path);
  change(bytes.subarray((page - 1) * 4096, page * 4096));
  writeFileSync(path, bytes);
};

describe('what SQLite does not see', () => {
  test('an index that does not agree with the table, wherever the text stands', () => {
    const { reader, close } = openScratchLog(copyOf(sample));
    const [event] = reader?.readAfter(300, 1) ?? [];
    close();
    if (!event) throw new Error('no event');
    const found = [0, 1, 2].map((occurrence) => {
      const directory = copyOf(sample);
      return changeInFile(directory, event.id, occurrence) ? typesOf(verify(directory)) : null;
    });
    // Once in the table, where the chain tells, once in its index.
    expect(found.flat()).toEqual(expect.arrayContaining(['IndexDisagrees', 'ChainBroken', null]));
    expect(found.slice(0, 2)).not.toContainEqual([]);
  });

  test('an entry too many in an index', () => {
    const condition = 'WHERE subject IS NOT NULL';
    const change = (database: UnguardedDatabase, from: string, to: string): void => {
      database.execute(`
        PRAGMA writable_schema=ON;
        UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = 'event_by_subject';
        PRAGMA writable_schema=RESET`);
    };
    const directory = copyOf(sample);
    tamper(directory, (database) => {
      // While SQLite believes that the index is of no event, the table changes and the index does not.
      change(database, condition, 'WHERE position < 0');
      database.execute('UPDATE event SET subject = NULL WHERE position = 3');
      change(database, 'WHERE position < 0', condition);
    });
    const findings = verify(directory);
    expect(typesOf(findings)).toEqual(['EventMalformed', 'ChainBroken', 'IndexDisagrees']);
    expect(findings.at(-1)?.detail).toBe('event_by_subject: wrong');
  });

  test('two entries of an index in the wrong order', () => {
    const directory = copyOf(sample);
    const page = pageOf(directory, "name = 'event_by_command' AND pagetype = 'leaf'");
    changePage(directory, page, (bytes) => {
      // The pointers to the first two cells; what they point to stays right.
      bytes.set([...bytes.subarray(10, 12), ...bytes.subarray(8, 10)], 8);
    });
    expect(typesOf(verify(directory))).toEqual(['IndexDisagrees']);
  });

  test('a page that it complains of once and then reads', () => {
    const directory = copyOf(sample);
    const leaves = "name = 'event' AND pagetype = 'leaf'";
    changePage(
      directory,
      pageOf(directory, `${leaves} ORDER BY pageno LIMIT 1 OFFSET 20`),
      (bytes) => {
        // A cell pointer beyond the page, of which only the bits within it are used.
        bytes[8] = (bytes[8] ?? 0) ^ 0x80;
      },
    );
    expect(verify(directory)).toEqual([{ type: 'DatabaseDamaged', detail: 'SQLITE_CORRUPT' }]);
  });

  test('pages that cannot be read, and the events beyond them', () => {
    const directory = copyOf(sample);
    const path = logFiles(directory).log;
    const { reader, close } = openScratchLog(directory);
    const [event] = reader?.readAfter(300, 1) ?? [];
    close();
    const bytes = readFileSync(path);
    // A page that is full of the middle of the table: its data comes only there.
    const at = bytes.indexOf(Buffer.from(event?.data ?? []));
    bytes.fill(0xa5, at - (at % 4096), at - (at % 4096) + 8);
    writeFileSync(path, bytes);
    const findings = verify(directory);
    expect(typesOf(findings)).toContain('DatabaseDamaged');
    const damaged = findings.filter(({ type }) => type === 'DatabaseDamaged');
    expect(damaged.length).toBeLessThan(30);
  });
});
