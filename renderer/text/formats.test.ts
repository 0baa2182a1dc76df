import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { momentFormat } from './formats.ts';

const july = Date.UTC(2026, 6, 1, 12);
const options = { timeStyle: 'short', hourCycle: 'h23' } as const;

/** Goes from zone to zone, as only a process of its own can, and past how long a zone is kept in mind. */
const writtenIn = (zones: readonly string[]): unknown => {
  const script = `
    import { momentFormat } from './formats.ts';
    let now = 0;
    performance.now = () => (now += 1000);
    const written = ${JSON.stringify(zones)}.map((zone) => {
      process.env.TZ = zone;
      return momentFormat('en', ${JSON.stringify(options)}).format(${july});
    });
    console.log(JSON.stringify(written));
  `;
  const node = ['--input-type=module', '--eval', script];
  return JSON.parse(
    execFileSync(process.execPath, node, {
      cwd: path.resolve(import.meta.dirname),
      encoding: 'utf8',
    }),
  );
};

it('a moment is written in the zone of the machine, also where another agrees with it in winter', () => {
  expect(writtenIn(['Europe/Berlin', 'Africa/Lagos', 'Asia/Seoul'])).toEqual([
    '14:00',
    '13:00',
    '21:00',
  ]);
});

it('the zone is asked for once while a list is drawn', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  momentFormat('en', options);
  const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions');
  for (let row = 0; row < 40; row += 1) momentFormat('en', options).format(july);
  expect(asked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  momentFormat('en', options);
  expect(asked).toHaveBeenCalledOnce();
  asked.mockRestore();
  vi.useRealTimers();
});
