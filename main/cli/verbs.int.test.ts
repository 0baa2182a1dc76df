import { describe, expect, test } from 'vitest';
import { daybook, readLines, startDaybook } from './testing/DaybookProcess.ts';
import { useFilledDaybook } from './testing/useFilledDaybook.ts';

const { scratch, folder } = useFilledDaybook();

describe('answers', () => {
  test('a view, with its cursor', async () => {
    const page = await daybook(['ask', folder(), 'person/list', '{"limit":15}']);
    const [answer] = readLines(page) as [{ rows: { name: string }[]; next: string }];
    expect([page.code, answer.rows.length]).toEqual([0, 15]);
    const rest = await daybook([
      'ask',
      folder(),
      'person/list',
      JSON.stringify({ limit: 15, after: answer.next }),
    ]);
    expect(readLines(rest)).toMatchObject([{ rows: [{}, {}, {}, {}, {}], next: null }]);
  });

  test('the log, from a position on, without anything personal', async () => {
    const whole = await daybook(['log', folder()]);
    const part = await daybook(['log', folder(), '--from', '18']);
    const events = readLines(whole) as { position: number }[];
    expect(events.map(({ position }) => position)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(readLines(part)).toEqual(events.slice(17));
    expect(readLines(await daybook(['log', folder(), '--from', '21']))).toEqual([]);
    expect(events[0]).toMatchObject({ specversion: '1.0', type: 'person.registered', data: {} });
    expect(whole.stdout).not.toContain('Wilhelmina');
  });

  test('verify and rebuild', async () => {
    const sound = await daybook(['verify', folder()]);
    expect([sound.code, readLines(sound)]).toEqual([
      0,
      [{ sound: true, events: 20, findings: [] }],
    ]);
    const rebuilt = await daybook(['rebuild', folder()]);
    expect([rebuilt.code, readLines(rebuilt)]).toMatchObject([0, [{ events: 20 }]]);
  });
});

describe('wrong usage', () => {
  test.each([
    [['ask', 'DAYBOOK', 'no/such-view']],
    [['ask', 'DAYBOOK', 'person/list', '{"filter":"nonsense"}']],
    [['ask', 'DAYBOOK', 'person/list', '{"after":"nonsense"}']],
    [['new', 'DAYBOOK', '--name', 'Again', '--currency', 'USD']],
    [['new', 'EMPTY', '--name', 'x', '--currency', 'dollars']],
    [['new', 'EMPTY', '--name', '', '--currency', 'USD']],
  ])('%j', async (args) => {
    const places: Record<string, string> = { DAYBOOK: folder(), EMPTY: scratch.at('empty') };
    const outcome = await daybook(args.map((arg) => places[arg] ?? arg));
    expect([outcome.code, outcome.stdout]).toEqual([2, '']);
    expect(outcome.stderr).not.toBe('');
  });

  test('no passphrase and no terminal to ask on', async () => {
    const { child, ended } = startDaybook(['ask', folder(), 'overview/totals'], {
      DAYBOOK_PASSPHRASE: '',
    });
    child.stdin.end();
    expect(await ended).toMatchObject({ code: 2, stdout: '' });
  });
});
