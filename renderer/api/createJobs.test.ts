import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Job, JobReport } from '../../shared/protocol/jobs.ts';
import type { Bridge } from './Bridge.ts';
import { createCutShort } from './createCutShort.ts';
import { createJobs } from './createJobs.ts';

const order: Job = { kind: 'import', import: 'people', file: 'f', map: {}, dryRun: true };

const report: JobReport = {
  kind: 'import',
  read: 3,
  added: 2,
  unchanged: 0,
  refused: [{ line: 2, whose: 'Grace', error: { type: 'DateInvalid' } }],
  differing: [],
  repeated: [],
  counts: { refused: 1, differing: 0, repeated: 0 },
  reasons: [{ reason: 'DateInvalid', count: 1, line: 2 }],
  readAs: { encoding: 'utf-8', separator: ',' },
};

/** The replies come one after the other, the last one again and again. */
const jobsAnswered = (replies: readonly unknown[], cutShort = createCutShort()) => {
  const left = [...replies];
  return createJobs(
    {
      call: (() => Promise.resolve(left.length > 1 ? left.shift() : left[0])) as Bridge['call'],
      onNotice: () => () => {},
    } as Pick<Bridge, 'call' | 'onNotice'> as Bridge,
    () => 'j',
    cutShort,
  );
};

it.each([
  ['has come to its end', ok(report)],
  ['was stopped', err({ type: 'Cancelled', report })],
])(
  'after an erasure an import that %s names no row any more, and counts them',
  async (_, reply) => {
    const jobs = jobsAnswered([reply]);
    await jobs.run(order);
    const told = () => {
      const { report: whole, refusal } = jobs.state('import');
      return whole ?? refusal?.report;
    };
    expect(told()).toEqual(report);
    let changes = 0;
    jobs.onChange(() => (changes += 1));
    jobs.forgetRows();
    expect(told()).toEqual({ ...report, refused: [] });
    expect(changes).toBe(1);
  },
);

const lostReply = err({ type: 'ConnectionLost' });

/** Runs what is lost the first time; gives what is to be told of it after running another. */
const lostAfter = async (first: Job, second: Job, reply: unknown) => {
  const cutShort = createCutShort();
  const jobs = jobsAnswered([lostReply, reply], cutShort);
  await jobs.run(first);
  expect(cutShort.lost()).toEqual([first.kind]);
  await jobs.run(second);
  return cutShort.lost();
};

describe('work that is lost with the connection is told of', () => {
  const check = { ...order, dryRun: true };
  const whole = { ...order, dryRun: false };
  const verify = { kind: 'verify' } as const;
  const done = ok(report);

  it.each<readonly [string, Job, Job, unknown, readonly string[]]>([
    ['no more once it was done again', whole, whole, done, []],
    ['when it could not be done again', whole, whole, err({ type: 'StorageFull' }), ['import']],
    ['when it was lost again', whole, whole, lostReply, ['import']],
    ['when other work was done', whole, verify, done, ['import']],
    ['when the import was only checked', whole, check, done, ['import']],
    ['when its check was lost as well', whole, check, lostReply, ['import']],
    ['no more when only a check was lost, and done again', check, check, done, []],
    ['no more when only a check was lost, and the import is in', check, whole, done, []],
  ])('%s', async (_, first, second, reply, told) => {
    expect(await lostAfter(first, second, reply)).toEqual(told);
  });

  it('when its check was lost too, and done again', async () => {
    const cutShort = createCutShort();
    const jobs = jobsAnswered([lostReply, lostReply, done], cutShort);
    for (const job of [whole, check, check]) await jobs.run(job);
    expect(cutShort.lost()).toEqual(['import']);
  });
});

describe('an import that is lost with the connection', () => {
  const lose = async () => {
    const cutShort = createCutShort();
    const jobs = jobsAnswered([lostReply, ok(report)], cutShort);
    await jobs.run(order);
    expect(jobs.state('import').refusal?.type).toBe('ConnectionLost');
    expect([cutShort.lost(), cutShort.list()]).toEqual([['import'], []]);
    return { jobs, cutShort };
  };

  it('is told of no more when the program knows of it: then it is told of as the work of another window', async () => {
    const { jobs, cutShort } = await lose();
    jobs.find(['of another']);
    expect(jobs.state('import').refusal?.type).toBe('ConnectionLost');
    jobs.find(['of another', 'j']);
    expect(jobs.state('import')).toMatchObject({ running: false, refusal: null });
    expect(cutShort.lost()).toEqual([]);
  });

  it('is still to be told of when its daybook is opened anew', async () => {
    const { jobs, cutShort } = await lose();
    jobs.forget();
    jobs.find(['j']);
    expect(cutShort.lost()).toEqual(['import']);
  });
});
