import { expect, test } from 'vitest';
import { createDaybookUnderTest, idOf } from './daybookUnderTest.ts';

test('the figures count the events that rows and consumers have not taken in, and brings nothing up to date', async () => {
  const { engine } = await (await createDaybookUnderTest()).open();
  const lagOf = async () => (await engine.figures()).lag;
  const names = [
    { kind: 'rows', name: 'person' },
    { kind: 'rows', name: 'credit-account' },
    { kind: 'consumer', name: 'erasures' },
    { kind: 'consumer', name: 'unknown-events' },
  ];
  expect(await lagOf()).toEqual(names.map((name) => ({ ...name, events: 0 })));
  await engine.executeAll([
    { command: 'person/register', input: { personId: idOf(1), details: { name: 'Ann' } } },
    { command: 'person/register', input: { personId: idOf(2), details: { name: 'Bo' } } },
  ]);
  // Rows wait until somebody asks for them, or for some milliseconds, which have not passed.
  expect(await lagOf()).toEqual(names.map((name) => ({ ...name, events: 2 })));
  await engine.status();
  expect(await lagOf()).toEqual(names.map((name) => ({ ...name, events: 0 })));
  expect((await engine.figures()).sqlite).toMatch(/^3\.\d+\.\d+$/u);
});
