import {
  closeSync,
  cpSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../sqlite/openDatabase.ts';
import { removeScratchFolders, scratchFolder } from '../sqlite/scratchDatabase.ts';
import { checkHeads } from './check-heads.ts';
import { readHeads, type HeadsRead } from './heads-file.ts';
import { logFiles, logKind } from './log-files.ts';
import {
  appendTo,
  createScratchLog,
  mustAppend,
  openScratchLog,
  openSoundLog,
  sampleDaybook,
  sampleEvent,
  streamOf,
} from './scratchLog.ts';
import { tallied } from './tally.ts';

afterAll(removeScratchFolders);

const PAGE = 512;
/** Some ten seconds on a machine that has nothing else to do. */
const LONG = 600_000;

/** A log of which one event is in the file and `commits` more are in its WAL, as a crash leaves it. */
const crashedLog = (
  commits: number,
): {
  readonly directory: string;
  readonly wal: Buffer;
  /** The length of the WAL after each commit, the first of which is in the file. */
  readonly lengths: readonly number[];
} => {
  const source = createScratchLog(PAGE);
  const walPath = `${logFiles(source).log}-wal`;
  const log = openSoundLog(source);
  mustAppend(log, appendTo(streamOf(1), sampleEvent()));
  log.close();
  const again = openSoundLog(source);
  const lengths = [0];
  for (let count = 0; count < commits; count += 1) {
    mustAppend(again, appendTo(streamOf(1), sampleEvent()));
    lengths.push(readFileSync(walPath).length);
  }
  const directory = scratchFolder();
  cpSync(source, directory, { recursive: true });
  again.close();
  return { directory, wal: readFileSync(`${logFiles(directory).log}-wal`), lengths };
};

/** The hashes that can be read, and what the heads say to that. Reading leaves the WAL as it is. */
const lookAt = (
  directory: string,
  heads: HeadsRead,
): { readonly hashes: string; readonly findings: readonly object[] } => {
  const opened = openDatabase({
    path: logFiles(directory).log,
    kind: logKind,
    durability: 'full',
    readOnly: true,
  });
  if (!opened.ok) return { hashes: '', findings: [opened.error] };
  const { read, close } = opened.value;
  try {
    const rows = read<{ hash: Buffer }>('SELECT hash FROM event ORDER BY position').all();
    const findings = checkHeads(opened.value, sampleDaybook, heads);
    return { hashes: rows.map(({ hash }) => hash.toString('hex')).join(), findings };
  } finally {
    close();
  }
};

describe('a log whose end is in its WAL is behind its heads', () => {
  test(
    'when any flipped bit there takes commits with it',
    () => {
      const { directory, wal } = crashedLog(1);
      const heads = readHeads(logFiles(directory).heads);
      const file = openSync(`${logFiles(directory).log}-wal`, 'r+');
      const pristine = lookAt(directory, heads);
      expect(pristine.findings).toEqual([]);
      const tally = tallied((tally) => {
        for (let at = 0; at < wal.length; at += 1) {
          for (let bit = 0; bit < 8; bit += 1) {
            writeSync(file, Buffer.of((wal[at] ?? 0) ^ (1 << bit)), 0, 1, at);
            const { hashes, findings } = lookAt(directory, heads);
            if (hashes === pristine.hashes) tally.same += 1;
            else if (findings.length > 0) tally.found += 1;
            else tally.missed.push(`${at}.${bit}`);
          }
          writeSync(file, wal, at, 1, at);
        }
      });
      closeSync(file);
      expect(lookAt(directory, heads)).toEqual(pristine);
      expect(tally.missed).toEqual([]);
      expect(tally.found).toBeGreaterThan(wal.length * 7);
    },
    LONG,
  );

  test(
    'when it is cut anywhere, and holds exactly what was committed before',
    () => {
      const { directory, wal, lengths } = crashedLog(2);
      const heads = readHeads(logFiles(directory).heads);
      const walPath = `${logFiles(directory).log}-wal`;
      const all = lookAt(directory, heads).hashes.split(',');
      expect(all).toHaveLength(3);
      for (let length = wal.length - 1; length >= 0; length -= 1) {
        truncateSync(walPath, length);
        const { hashes, findings } = lookAt(directory, heads);
        const commits = lengths.filter((end) => end <= length).length;
        expect(hashes).toBe(all.slice(0, commits).join());
        expect(findings).toMatchObject([{ type: 'LogBehindHeads', seq: 3 }]);
      }
      // The log itself as it is opened: cut within a commit, after one, and whole.
      for (const [length, events] of [
        [lengths[1] ?? 0, 2],
        [5000, 2],
        [40, 1],
      ] as const) {
        writeFileSync(walPath, wal);
        truncateSync(walPath, length);
        const { log, reader, findings, close } = openScratchLog(directory);
        expect([log, reader?.position()]).toEqual([null, events]);
        expect(findings).toMatchObject([{ type: 'LogBehindHeads', seq: 3 }]);
        close();
      }
      writeFileSync(walPath, wal);
      const whole = openSoundLog(directory);
      expect(whole.position()).toBe(3);
      whole.close();
    },
    LONG,
  );
});
