import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { PersonId } from '../../../shared/kernel/ids.ts';
import {
  defineImport,
  type ImportContext,
  type ImportedCommand,
} from '../../../shared/kernel/import.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { ImportReport, RefusedFileOrder } from '../../../shared/protocol/importing.ts';
import { scratchFolder } from '../daybookUnderTest.ts';
import { createImportJob, type ImportJob } from './importJob.ts';
import type { ImportReply } from './ImportReply.ts';
import { previewImport } from './previewImport.ts';

/* An import whose rows say themselves what becomes of them. For tests only. */

export const folder = scratchFolder();

/** The clock of these tests, and what it takes to look at a row. */
let ms = 0;
let costMs = 0;

/** Rows that say what is to be answered: each word of the column is a command and its own reply. */
const wordsImport = defineImport({
  name: 'words',
  map: z.strictObject({ column: z.string() }),
  begin: ({ column }, header) =>
    header.includes(column)
      ? ok({
          decide: (cells) => {
            ms += costMs;
            const cell = cells[column] ?? '';
            if (cell === 'here') return { kind: 'unchanged', differing: [] };
            if (cell === 'differs') return { kind: 'unchanged', differing: ['name'] };
            if (cell.startsWith('as line '))
              return { kind: 'repeats', firstLine: Number(cell.slice('as line '.length)) };
            if (cell === 'opened, differs')
              return {
                kind: 'commands',
                commands: [{ command: 'yes', input: {} }],
                differing: ['email'],
              };
            if (cell === 'nonsense') return { kind: 'refused', faults: [{ type: 'Nonsense' }] };
            if (cell === 'all wrong')
              return { kind: 'refused', faults: [{ type: 'Nonsense' }, { type: 'No' }] };
            const words = cell.split(' ').filter((word) => word !== '');
            return {
              kind: 'commands',
              commands: words.map((command) => ({ command, input: {} })),
            };
          },
          whose: (cells) => cells['Id'] ?? '',
        })
      : err({ type: 'ColumnUnknown', column }),
});

const answer = ({ command }: Pick<ImportedCommand, 'command'>): ImportReply => {
  if (command === 'no') return { ok: false, error: { type: 'No' } };
  return { ok: true, repeated: command === 'again' };
};

const context: ImportContext = {
  currency: 'USD',
  newId: () => 'id',
  ask: () => ({ rows: [], next: null }),
  eventById: () => null,
  eventOf: () => null,
};

const fileOf = (content: string | Uint8Array): string => {
  const file = path.join(folder, 'words.csv');
  writeFileSync(file, content);
  return file;
};

/** Begins to bring in a file with this content. */
export const begin = (
  content: string | Uint8Array,
  options: {
    readonly map?: unknown;
    readonly batches?: string[][];
    readonly costMs?: number;
    /** What "stop" is answered with. */
    readonly stop?: ImportReply;
    readonly nameAtMost?: number;
    readonly refusedFile?: RefusedFileOrder;
  } = {},
) => {
  costMs = options.costMs ?? 0;
  return createImportJob({
    definition: wordsImport,
    map: options.map ?? { column: 'Words' },
    file: fileOf(content),
    context,
    nameAtMost: options.nameAtMost,
    refusedFile: options.refusedFile,
    elapsedMs: () => ms,
    execute: (commands) => {
      options.batches?.push(commands.map(({ command }) => command));
      const { stop } = options;
      return Promise.resolve(
        commands.map((one) => (stop && one.command === 'stop' ? stop : answer(one))),
      );
    },
  });
};

export const finish = async (job: ImportJob): Promise<ImportReport> => {
  while ((await job.step()) === 'more');
  await job.close();
  return job.report();
};

/** Brings it in to its end. */
export const run = async (...args: Parameters<typeof begin>): Promise<ImportReport> => {
  const job = await begin(...args);
  if (!job.ok) throw new Error(job.error.type);
  return finish(job.value);
};

/** Tries its first rows. */
export const preview = (content: string, stop?: ImportReply) =>
  previewImport(
    { import: wordsImport.name, map: { column: 'Words' }, file: fileOf(content) },
    {
      imports: [wordsImport],
      importing: context,
      keys: { derive: () => err({ type: 'PersonErased', personId: 'nobody' as PersonId }) },
      beginTrial: () => (commands) =>
        commands.map((one) => (stop && one.command === 'stop' ? stop : answer(one))),
    },
  );
