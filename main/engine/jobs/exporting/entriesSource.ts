import { formatDecimalAmount } from '../../../../shared/kernel/money.ts';
import { exportedEntryColumns } from '../../../../shared/protocol/exporting.ts';
import { exchangeEntries } from '../../../../shared/views/exchange-entries.ts';
import { exchangePeople } from '../../../../shared/views/exchange-people.ts';
import { createStandings } from '../../../../shared/views/exchange-standings.ts';
import { guardCell } from '../csv/formulaGuard.ts';
import { byteOrderMark, writeCsvRow } from '../csv/writeCsvRow.ts';
import type { ExportSource } from './ExportSource.ts';
import type { AskPages } from './pages.ts';
import { createReferences, type PersonRow } from './referencesOf.ts';

type EntryRow = ReturnType<typeof exchangeEntries.row>;

const head = byteOrderMark + writeCsvRow(exportedEntryColumns);

const rowOf = (entry: EntryRow, person: string, approval: string): string =>
  writeCsvRow([
    guardCell(person),
    entry.entryId,
    entry.kind === 'payment' ? 'pay' : 'charge',
    formatDecimalAmount(entry.amount),
    entry.occurredOn,
    guardCell(entry.memo ?? ''),
    guardCell(approval),
  ]);

/** Where the order names no others. */
const plainApprovals = {
  approved: 'approved',
  earlier: 'within the limit of its time',
} as const;

/**
 * Entries as the import of entries takes them, with the reason of each charge that passes the limit or was
 * approved without passing it; so that an import after that of the people gives the same balances. Left out
 * are what was taken back and what took it back, which come to nothing together, and entries of people who
 * are left out themselves.
 */
export const entriesSource = (
  ask: AskPages,
  totals: { readonly people: number; readonly entries: number },
  approvals: { readonly approved: string; readonly earlier: string } = plainApprovals,
): ExportSource => {
  const people = ask(exchangePeople.name, {});
  const entries = ask(exchangeEntries.name, {});
  const references = createReferences();
  const standings = createStandings();
  const total = totals.people + totals.entries;
  let hasPeople = false;
  let read = 0;
  let written = 0;
  let leftOut = 0;

  const learn = (): string => {
    const page = people.next() as readonly PersonRow[] | null;
    if (page === null) {
      hasPeople = true;
      return head;
    }
    read += page.length;
    for (const person of page) {
      references.add(person);
      standings.learn(person);
    }
    return '';
  };

  const approvalOf = (entry: EntryRow): string => {
    const isOver = standings.enter(entry);
    if (entry.approvalReason !== null) return entry.approvalReason;
    if (entry.approved) return approvals.approved;
    return isOver ? approvals.earlier : '';
  };

  const write = (): string | null => {
    const page = entries.next() as readonly EntryRow[] | null;
    if (page === null) return null;
    read += page.length;
    const rows = page.flatMap((entry) => {
      const person = references.of(entry.personId);
      const isCarried = person !== null && !entry.reversed && entry.kind !== 'reversal';
      return isCarried ? [rowOf(entry, person, approvalOf(entry))] : [];
    });
    written += rows.length;
    leftOut += page.length - rows.length;
    return rows.join('');
  };

  return {
    position: people.position,
    isStale: () => people.isStale() || entries.isStale(),
    next: () => (hasPeople ? write() : learn()),
    progress: () => ({ done: read, total: Math.max(total, read) }),
    written: () => written,
    leftOut: () => leftOut,
  };
};
