import { describe, expect, test } from 'vitest';
import { createDaybookUnderTest, idOf } from '../daybookUnderTest.ts';
import { withBeginning } from '../historiesUnderTest.ts';

const { open } = await withBeginning();

describe('a question that makes no sense is refused', () => {
  const ask = (view: string, input: object) => open.engine.ask(view, input);
  const error = async (view: string, input: object) => {
    const answer = await ask(view, input);
    return answer.ok ? answer.value : answer.error.type;
  };
  const cursor = (values: unknown) =>
    Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');

  test('an unknown view', async () => {
    for (const name of ['person/lists', '', '__proto__', 'toString'])
      expect(await error(name, {})).toBe('ViewUnknown');
  });

  test('an input that does not fit', async () => {
    expect(await ask('person/list', { sort: 'shoe-size', limit: 0 })).toMatchObject({
      error: { type: 'InputInvalid', issues: [{ path: 'sort' }, { path: 'limit' }] },
    });
    expect(await error('person/page', { personId: "' OR 1=1 --" })).toBe('InputInvalid');
    expect(await error('person/list', { limit: 10_001 })).toBe('InputInvalid');
    expect(await error('person/list', { limit: 1.5 })).toBe('InputInvalid');
  });

  test('a cursor that this view did not give', async () => {
    const first = await ask('person/list', { limit: 1 });
    const next = first.ok ? first.value.next : null;
    expect(next).toEqual(expect.any(String));
    const junk = [
      '',
      'x',
      '%%%',
      'null',
      cursor({}),
      cursor([]),
      cursor([1, 2]),
      cursor([{}, 1, 2]),
    ];
    for (const after of junk) {
      expect(await error('person/list', { after })).toBe('CursorInvalid');
      expect(await error('person/history', { personId: idOf(1), after })).toBe('CursorInvalid');
    }
    // A cursor of another sort or another view means another place.
    expect(await error('person/list', { sort: '-name', after: next })).toBe('CursorInvalid');
    expect(await error('person/list', { sort: 'balance', after: next })).toBe('CursorInvalid');
    expect(await error('person/list', { search: 'a', after: next })).toBe('CursorInvalid');
    expect(await error('credit-account/exhausted', { after: next })).toBe('CursorInvalid');
    expect(await error('person/history', { personId: idOf(1), after: next })).toBe('CursorInvalid');
  });

  test('but more rows than a page may have are given in pages', async () => {
    await open.engine.executeAll(
      Array.from({ length: 1100 }, (_, index) => ({
        command: 'person/register',
        input: { details: { name: `Row ${index}` } },
      })),
    );
    const answer = await ask('person/list', { limit: 10_000 });
    expect(answer).toMatchObject({ ok: true, value: { next: expect.any(String) as string } });
    expect(answer.ok && answer.value.rows.length).toBe(1000);
  });
});

test('damage that a view meets is refused by its own name, and the rest goes on', async () => {
  const other = await createDaybookUnderTest();
  const damaged = await other.open({
    parts: (parts) => ({
      ...parts,
      keys: { ...parts.keys, open: (header) => ({ type: 'refused', key: header.key }) },
    }),
  });
  const { personId } = await damaged.run('person/register', { details: { name: 'Ann' } });
  expect(await damaged.engine.ask('person/history', { personId })).toEqual({
    ok: false,
    error: { type: 'PersonalPartUnreadable', position: 1 },
  });
  expect(await damaged.rows('person/list', {})).toMatchObject([{ personId, name: null }]);
  expect((await damaged.status()).poison).toEqual([
    { consumer: 'private-index', position: 1, error: 'refused: personal part' },
  ]);
});
