import { z } from 'zod';
import {
  fileRefusals,
  plainProgramRefusals,
  type ProgramRefusal,
} from '../../shared/program-refusals.ts';
import { methodInputs } from '../../shared/methods.ts';
import { jobSchema } from '../../shared/protocol/jobs.ts';

/*
 * A line of the local log for the eyes of others. The log holds nothing personal by its own rules; here
 * it is held to them once more, as this copy leaves the machine: only words of the program's own pass.
 */

const word = (pattern: RegExp) => z.string().regex(pattern);

const lineSchema = z.object({
  at: z.iso.datetime(),
  event: word(/^[A-Za-z]{1,40}$/),
  level: z.enum(['warning', 'error']).optional(),
  incidentId: word(/^[0-9a-f-]{1,40}$|^worker$/).optional(),
  method: z.string().optional(),
  job: z.string().optional(),
  refusal: z.string().optional(),
  ms: z.number().optional(),
  defect: z
    .object({
      name: word(/^[A-Za-z]{1,60}$/),
      code: word(/^[A-Z][A-Z0-9_]{1,60}$/).nullable(),
      frames: z.array(z.string()),
    })
    .optional(),
  trace: z.string().optional(),
});

const refusals: ReadonlySet<string> = new Set<ProgramRefusal['type']>([
  ...plainProgramRefusals,
  ...fileRefusals,
  'StorageFailed',
]);
const methods: ReadonlySet<string> = new Set(Object.keys(methodInputs));
const jobs: ReadonlySet<string> = new Set(jobSchema.options.map(({ shape }) => shape.kind.value));

const known = (value: string | undefined, names: ReadonlySet<string>): string | undefined =>
  value === undefined || names.has(value) ? value : 'other';

const plain = /^[\w$.#<>@-]{1,80}$/;

/** The last two parts of a path: those before may be named for a person. */
const shortPath = (path: string): string =>
  path
    .split(/[\\/]/)
    .slice(-2)
    .map((part) => (plain.test(part.replace(/^node:/, '')) ? part : '…'))
    .join('/');

/** A line of a stack, when it is one. */
const tellFrame = (line: string): readonly string[] => {
  const frame = /^\s*at (?:(.+) \()?(.+):(\d+):(\d+)\)?$/.exec(line);
  if (frame === null) return [];
  const [, caller = '', path = '', row = '', column = ''] = frame;
  const name = caller.replace(/^(?:async |new )+/, '').replace(/ \[as .*\]$/, '');
  return [`    at ${plain.test(name) ? `${name} ` : ''}${shortPath(path)}:${row}:${column}`];
};

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

/** Tells a line of the log in lines of text, or null when it is not as the log writes them. */
export const tellLogLine = (line: string): readonly string[] | null => {
  const parsed = lineSchema.safeParse(parse(line));
  if (!parsed.success) return null;
  const { at, event, level, incidentId, ms, defect, trace } = parsed.data;
  const facts = {
    method: known(parsed.data.method, methods),
    job: known(parsed.data.job, jobs),
    refusal: known(parsed.data.refusal, refusals),
    ms,
    incident: incidentId,
    defect: defect?.name,
    code: defect?.code ?? undefined,
  };
  const told = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`);
  const frames = defect?.frames ?? trace?.split('\n') ?? [];
  return [[at, level ?? 'info', event, ...told].join(' '), ...frames.flatMap(tellFrame)];
};
