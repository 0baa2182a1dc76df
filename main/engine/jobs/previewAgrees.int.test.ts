import { expect, test } from 'vitest';
import type { ImportReport, PreviewRow } from '../../../shared/protocol/importing.ts';
import { preview, run } from './importOfWordsUnderTest.ts';

type Refused = ImportReport['refused'][number];
type Repeated = ImportReport['repeated'][number];
type Differing = ImportReport['differing'][number];

/** A report as far as a preview of the same rows can say it. */
const reportOf = (rows: readonly PreviewRow[]) => {
  const refused = rows.flatMap(({ line, error, more = [] }): readonly Refused[] =>
    error ? [{ line, error, ...(more.length === 0 ? {} : { more }) }] : [],
  );
  const repeated = rows.flatMap(({ line, firstLine }): readonly Repeated[] =>
    firstLine === undefined ? [] : [{ line, firstLine }],
  );
  const differing = rows.flatMap(({ line, differing: fields = [] }): readonly Differing[] =>
    fields.length === 0 ? [] : [{ line, fields }],
  );
  const count = (outcome: PreviewRow['outcome']) =>
    rows.filter((row) => row.outcome === outcome).length;
  return { added: count('added'), unchanged: count('unchanged'), refused, repeated, differing };
};

test.each([
  'yes',
  'again',
  'again yes',
  'no',
  'yes no yes',
  'nonsense',
  'all wrong',
  'here',
  'differs',
  'opened, differs',
  '1,2',
])('a preview says of a row and of one that repeats it what the import does: %s', async (row) => {
  const cell = row === '1,2' ? row : `"${row}"`;
  const content = `Words\n${cell}\nas line 2\nas line 3\nyes\n`;
  const tried = await preview(content);
  if (!tried.ok) throw new Error(tried.error.type);
  expect(await run(content)).toMatchObject(reportOf(tried.value.rows));
});

test('a preview is refused where the import would be stopped', async () => {
  const stop = { ok: false, error: { type: 'ReadOnly' } } as const;
  expect(await preview('Words\nyes\nstop\n', stop)).toEqual({ ok: false, error: stop.error });
});
