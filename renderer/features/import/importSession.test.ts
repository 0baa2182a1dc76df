import { describe, expect, it } from 'vitest';
import { hostKey, viewKey } from '../../api/createDaybookApi.ts';
import { openWindow, stateOf } from '../../api/windowUnderTest.ts';
import { sessionOf } from './importSession.ts';

/** A window in which daybook `a` is open, with rows on its screen and a file that is to be brought in. */
const openImport = () => {
  const { queries, api, released, hear } = openWindow();
  const session = sessionOf(api);
  queries.setQueryData(hostKey, stateOf('a'));
  queries.setQueryData([...viewKey, 'people'], ['Ada']);
  session.change({ file: { id: 'f', name: 'people.csv', bytes: 1 } });
  return {
    queries,
    session,
    released,
    hear,
    rows: () => queries.getQueryData([...viewKey, 'people']),
  };
};

it.each([
  ['it is locked', null],
  ['another is open', 'b'],
] as const)('nothing of a daybook stays when %s, by a notice or by asking again', (_, open) => {
  const told = openImport();
  told.hear({ type: 'host', state: stateOf(open) });
  const asked = openImport();
  asked.queries.setQueryData(hostKey, stateOf(open));
  for (const window of [told, asked]) {
    expect(window.rows()).toBeUndefined();
    expect(window.session.state().file).toBeNull();
    expect(window.released).toEqual(['f']);
  }
});

it('everything stays as long as the daybook does', () => {
  const { queries, session, released, rows } = openImport();
  queries.setQueryData(hostKey, { ...stateOf('a'), restarts: 1 });
  expect(rows()).toEqual(['Ada']);
  expect(session.state().file).not.toBeNull();
  expect(released).toEqual([]);
});

describe('a file that is handed over', () => {
  const handOf = async (content: string) => {
    const { api, released } = openWindow();
    const session = sessionOf(api);
    await session.hand(new File([content], 'people.csv'));
    return { ...session.state(), released };
  };

  it('is kept when all of it has arrived', async () => {
    expect(await handOf('x')).toMatchObject({ file: { id: 'f' }, refusal: null, released: [] });
  });

  it('is not taken in when there is nothing in it', async () => {
    expect(await handOf('')).toMatchObject({ file: null, refusal: { type: 'FileEmpty' } });
  });

  // The program of this window says of every file that one byte of it has arrived.
  it('is let go when less of it has arrived than was chosen', async () => {
    expect(await handOf('xx')).toMatchObject({
      file: null,
      refusal: { type: 'FileCutOff' },
      released: ['f'],
    });
  });
});
