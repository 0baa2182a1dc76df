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

const jobsAnswered = (reply: unknown, cutShort = createCutShort()) =>
  createJobs(
    {
      call: (() => Promise.resolve(reply)) as Bridge['call'],
      onNotice: () => () => {},
    } as Pick<Bridge, 'call' | 'onNotice'> as Bridge,
    () => 'j',
    cutShort,
  );

it.each([
  ['has come to its end', ok(report)],
  ['was stopped', err({ type: 'Cancelled', report })],
])(
  'after an erasure an import that %s names no row any more, and counts them',
  async (_, reply) => {
    const jobs = jobsAnswered(reply);
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

describe('an import that is lost with the connection', () => {
  const lose = async () => {
    const cutShort = createCutShort();
    const jobs = jobsAnswered(err({ type: 'ConnectionLost' }), cutShort);
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
