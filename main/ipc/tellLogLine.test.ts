import { describe, expect, test } from 'vitest';
import { tellLogLine } from './tellLogLine.ts';

const at = '2026-11-23T09:00:00.000Z';
const tell = (entry: object) => tellLogLine(JSON.stringify({ at, ...entry }));

describe('a line of the log', () => {
  test('is told with what it says', () => {
    expect(tell({ event: 'job', job: 'verify', ms: 12 })).toEqual([
      `${at} info job job=verify ms=12`,
    ]);
    expect(tell({ event: 'open', level: 'warning', ms: 3, refusal: 'WrongPassphrase' })).toEqual([
      `${at} warning open refusal=WrongPassphrase ms=3`,
    ]);
  });

  test('is told with where a defect came from, by the last two parts of each path', () => {
    const frames = [
      'at Object.run (/home/ada lovelace/daybook/dist/main/worker.cjs:10:3)',
      'at async C:\\Users\\Ada Lovelace\\Daybook\\dist\\main\\worker.cjs:11:4',
      'at new Database (node:internal/modules/run:1:2)',
    ];
    const told = [
      `${at} error incident method=view/ask incident=0a-1b defect=TypeError code=ENOENT`,
      '    at Object.run main/worker.cjs:10:3',
      '    at main/worker.cjs:11:4',
      '    at Database modules/run:1:2',
    ];
    const entry = { event: 'incident', level: 'error', incidentId: '0a-1b', method: 'view/ask' };
    expect(tell({ ...entry, defect: { name: 'TypeError', code: 'ENOENT', frames } })).toEqual(told);
    const { name, code } = { name: 'TypeError', code: 'ENOENT' };
    expect(
      tell({ ...entry, defect: { name, code, frames: [] }, trace: frames.join('\n') }),
    ).toEqual(told.slice(0, 1));
    expect(tell({ event: 'engineDefect', trace: `TypeError\n${frames.join('\n')}` })).toEqual([
      `${at} info engineDefect`,
      ...told.slice(1),
    ]);
  });

  test.each([
    ['no JSON', 'Ada Lovelace'],
    ['an event in words', JSON.stringify({ at, event: 'Ada Lovelace' })],
    ['another time', JSON.stringify({ at: 'Ada', event: 'open' })],
    ['a defect by another name', JSON.stringify({ at, event: 'a', defect: { name: 'Ada L.' } })],
    ['an incident of another form', JSON.stringify({ at, event: 'a', incidentId: 'Ada' })],
  ])('with %s is not told', (_, line) => {
    expect(tellLogLine(line)).toBeNull();
  });

  test('does not pass on words that are not the program’s own', () => {
    const told = tell({
      event: 'open',
      method: 'Ada/method',
      job: 'Ada',
      refusal: 'Ada',
      other: 'Ada',
      defect: {
        name: 'Error',
        code: null,
        frames: [
          'Ada Lovelace',
          'at Ada Lovelace (/Ada Lovelace/Ada Lovelace:1:2)',
          'at Object.run [as Ada] (/a/b:1:2)',
        ],
      },
    });
    expect(told?.join('\n')).not.toContain('Ada');
    expect(told).toEqual([
      `${at} info open method=other job=other refusal=other defect=Error`,
      '    at …/…:1:2',
      '    at Object.run a/b:1:2',
    ]);
  });
});
