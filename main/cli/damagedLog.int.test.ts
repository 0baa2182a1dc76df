import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tamper } from '../engine/eventlog/tamper.ts';
import { createScratch, daybook, makeDaybook, readLines } from './testing/DaybookProcess.ts';

const scratch = createScratch();
afterAll(scratch.remove);

const personId = randomUUID();
let folder = '';
beforeAll(async () => {
  folder = await makeDaybook(scratch.at('daybook'));
  const ids = [personId, ...Array.from({ length: 1299 }, () => randomUUID())];
  const commands = ids.map((id) =>
    JSON.stringify({
      command: 'person/register',
      input: { personId: id, details: { name: 'Ada' } },
    }),
  );
  const made = await daybook(['do', folder], commands.join('\n'));
  if (made.code !== 0) throw new Error(made.stderr);
});

const copy = (name: string): string => {
  cpSync(folder, scratch.at(name), { recursive: true });
  return scratch.at(name);
};

test('a personal part that does not open is damage, not wrong usage', async () => {
  const place = copy('sealed');
  tamper(place, (log) =>
    log.execute('UPDATE event SET sealed = zeroblob(length(sealed)) WHERE position = 1'),
  );
  const asked = await daybook(['ask', place, 'person/history', JSON.stringify({ personId })]);
  expect([asked.code, asked.stdout]).toEqual([3, '']);
  expect(asked.stderr).not.toContain('PersonalPartUnreadable');
});

test('of a log with a hole every event that is left is written once', async () => {
  const place = copy('hole');
  tamper(place, (log) => log.execute('DELETE FROM event WHERE position BETWEEN 101 AND 1100'));
  const written = await daybook(['log', place]);
  const positions = (readLines(written) as { position: number }[]).map(({ position }) => position);
  expect(positions.length).toBe(300);
  expect(new Set(positions).size).toBe(300);
});
