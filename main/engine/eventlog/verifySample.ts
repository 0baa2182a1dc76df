import { cpSync } from 'node:fs';
import { scratchFolder } from '../sqlite/scratchDatabase.ts';
import type { LogFinding } from './EventLog.ts';
import {
  appendTo,
  createScratchLog,
  idOf,
  mustAppend,
  openScratchLog,
  openSoundLog,
  otherDevice,
  sampleEvent,
  streamOf,
} from './scratchLog.ts';

/**
 * For tests: a log with 600 events of this device and 3 of the other: longer than the quick check reads,
 * and than one slice of verify.
 */
export const createVerifySample = (): string => {
  const directory = createScratchLog();
  const log = openSoundLog(directory);
  const events = Array.from({ length: 600 }, (_, number) =>
    appendTo(
      streamOf(number % 50),
      sampleEvent(
        number % 2 === 0
          ? { subject: idOf(0x500 + (number % 7)), key: idOf(9), sealed: Buffer.of(number % 256) }
          : { cause: idOf(0x500) },
      ),
    ),
  );
  mustAppend(log, ...events);
  const theirs = openSoundLog(createScratchLog(), otherDevice);
  log.appendForeign(
    mustAppend(theirs, appendTo(streamOf(1), sampleEvent(), sampleEvent(), sampleEvent())),
  );
  theirs.close();
  log.close();
  return directory;
};

/** For tests: another folder with the same files. */
export const copyOf = (directory: string): string => {
  const copy = scratchFolder();
  cpSync(directory, copy, { recursive: true });
  return copy;
};

/** For tests: everything that verify finds. */
export const verify = (directory: string): readonly LogFinding[] => {
  const { startVerify, close } = openScratchLog(directory);
  const run = startVerify();
  while (run.step(1) === 'more');
  close();
  return run.findings();
};

/** For tests: each kind of finding once, in the order in which they come. */
export const typesOf = (findings: readonly LogFinding[]): string[] => [
  ...new Set(findings.map(({ type }) => type)),
];
