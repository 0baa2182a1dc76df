import { expect, test } from 'vitest';
import { beginnings, charge } from './command/groupsUnderTest.ts';
import { createDaybookUnderTest } from './daybookUnderTest.ts';

const DAY = 86_400_000;

test('a clock that was ahead is told of once it was put right, and at the next opening', async () => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open();
  let told = 0;
  open.engine.onNotice(({ type }) => (told += type === 'status' ? 1 : 0));
  daybook.world.advance(3 * DAY);
  const wrong = daybook.world.nowMs();
  await open.engine.executeAll(beginnings);
  expect(await open.status()).toMatchObject({ clockAhead: null });
  expect(told).toBe(0);

  daybook.world.advance(-3 * DAY);
  await open.engine.execute(charge(1));
  expect(await open.status()).toMatchObject({ clockAhead: wrong });
  expect(told).toBe(1);
  // What is written meanwhile is recorded no earlier.
  const last = open.parts.reader.readAt([open.parts.reader.position()])[0];
  expect(last?.clock).toMatchObject({ ms: wrong });
  await open.close();

  const again = await daybook.open();
  expect(again.engine.opened).toMatchObject({ clockAhead: wrong });
  daybook.world.advance(4 * DAY);
  await again.engine.execute(charge(1));
  expect(await again.status()).toMatchObject({ clockAhead: null });
});
