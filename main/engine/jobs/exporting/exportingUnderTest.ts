import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ExportOrder, ExportReport } from '../../../../shared/protocol/exporting.ts';
import {
  createDaybookUnderTest,
  scratchFolder,
  usd,
  type OpenDaybook,
} from '../../daybookUnderTest.ts';

/* A daybook to export from, and the tools to read what came out. For tests only. */

export const job = (file: string, order: ExportOrder) =>
  ({ kind: 'export', export: order, file }) as const;

export const exportTo = async (
  open: OpenDaybook,
  file: string,
  order: ExportOrder,
): Promise<ExportReport> => {
  const outcome = await open.engine.runJob('an export', job(file, order));
  if (!outcome.ok)
    throw new Error(`refused: ${JSON.stringify(outcome.error)}`, { cause: open.defects.at(-1) });
  if (outcome.value.kind !== 'export') throw new Error('another job was run');
  return outcome.value;
};

export const readRows = (file: string): readonly (readonly string[])[] =>
  parse(readFileSync(file), { bom: true });

/** Somebody with a charge. */
export const register = async (
  daybook: OpenDaybook,
  details: { name: string; reference?: string; phones?: string[]; note?: string; address?: string },
  memo?: string,
) => {
  const { personId } = await daybook.run('person/register', { details });
  const { accountId } = await daybook.run('credit-account/open', { personId, limit: usd(5000) });
  const { entryId } = await daybook.run('credit-account/charge', {
    accountId,
    amount: usd(1234),
    occurredOn: '2026-11-20',
    ...(memo === undefined ? {} : { memo }),
  });
  return { personId, accountId, entryId };
};

export const odd = [
  { name: '김철수', reference: 'K1' },
  { name: 'Ada, "the first"\n', reference: 'A,1' },
  { name: '=HYPERLINK("http://evil.example")', reference: '+82' },
  { name: "'=quoted", reference: "'-7" },
  { name: '@SUM(A1)', reference: '-1' },
];

export const begin = async () => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open();
  const folder = scratchFolder();
  return { daybook, open, folder, file: path.join(folder, 'list.csv') };
};
