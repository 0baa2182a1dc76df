import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { begin, exportTo, register } from './exportingUnderTest.ts';

interface Line {
  readonly type: string;
  readonly position?: number;
  readonly personalpart?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const readLog = (file: string): readonly Line[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

test('the log without personal data says what the engine says of it, and ends with a line of its own', async () => {
  const { open, file } = await begin();
  await register(open, { name: '김철수' }, 'Flour');
  const report = await exportTo(open, file, { what: 'log', personal: false });
  expect(report).toMatchObject({ written: 3, position: 3 });
  const lines = readLog(file);
  expect(lines.slice(0, -1)).toEqual(await open.engine.readLog(0, 10));
  expect(lines.at(-1)).toMatchObject({
    specversion: '1.0',
    type: 'daybook.exported',
    data: { events: 3, position: 3, personal: false },
  });
  expect(readFileSync(file, 'utf8')).not.toMatch(/김철수|Flour/u);
});

test('the log with personal data has it opened, and says of whom it was erased', async () => {
  const { open, file } = await begin();
  await register(open, { name: '김철수' }, 'Flour');
  const { personId } = await register(open, { name: 'Gone', reference: 'G' });
  await open.run('person/erase', { personId, ground: 'request', confirm: 'G' });
  await exportTo(open, file, { what: 'log', personal: true });
  const lines = readLog(file);
  expect(lines.map(({ personalpart }) => personalpart)).toEqual([
    'opened',
    'none',
    'opened',
    'erased',
    'none',
    'none',
    'none',
    undefined,
  ]);
  expect(lines[0]?.data['personal']).toEqual({ name: '김철수' });
  expect(lines[2]?.data['personal']).toEqual({ memo: 'Flour' });
  expect(readFileSync(file, 'utf8')).not.toContain('Gone');
});

test('the log goes on while events are written, up to where it began', async () => {
  const { daybook, open, file } = await begin();
  for (let number = 0; number < 4499; number += 1)
    void open.engine.execute({
      command: 'person/register',
      input: { details: { name: `Person ${number}` } },
    });
  await open.run('person/register', { details: { name: 'Last' } });
  daybook.world.eachLookTakes(7);
  open.engine.onNotice((notice) => {
    if (notice.type !== 'progress') return;
    void open.engine.execute({ command: 'person/register', input: { details: { name: 'New' } } });
  });
  const report = await exportTo(open, file, { what: 'log', personal: true });
  expect(report).toMatchObject({ written: 4500, position: 4500 });
  expect(open.parts.reader.position()).toBeGreaterThan(4500);
  expect(readLog(file)).toHaveLength(4501);
});

test('the log of a damaged daybook can still be written', async () => {
  const { daybook, open, file } = await begin();
  await register(open, { name: 'Ada' });
  await open.close();
  writeFileSync(daybook.file('heads'), 'damaged');
  const damaged = await daybook.open();
  expect((await exportTo(damaged, file, { what: 'log', personal: true })).written).toBe(3);
  expect(existsSync(file)).toBe(true);
});
