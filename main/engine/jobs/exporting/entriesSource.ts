import { formatDecimalAmount } from '../../../../shared/kernel/money.ts';
import { exchangeEntries } from '../../../../shared/views/exchange-entries.ts';
import { exchangePeople } from '../../../../shared/views/exchange-people.ts';
import { guardCell } from '../csv/formulaGuard.ts';
import { byteOrderMark, writeCsvRow } from '../csv/writeCsvRow.ts';
import type { ExportSource } from './ExportSource.ts';
import type { AskPages } from './pages.ts';
import { createReferences, type PersonRow } from './referencesOf.ts';

type EntryRow = ReturnType<typeof exchangeEntries.row>;

const head =
  byteOrderMark + writeCsvRow(['person', 'reference', 'kind', 'amount', 'occurredOn', 'memo']);

const rowOf = (entry: EntryRow, person: string): string =>
  writeCsvRow([
    guardCell(person),
    entry.entryId,
    entry.kind === 'payment' ? 'pay' : 'charge',
    formatDecimalAmount(entry.amount),
    entry.occurredOn,
    guardCell(entry.memo ?? ''),
  ]);

/**
 * Entries as the import of entries takes them. Left out are what was taken back and what took it back,
 * which come to nothing together, and entries of people who are left out themselves.
 */
export const entriesSource = (
  ask: AskPages,
  totals: { readonly people: number; readonly entries: number },
): ExportSource => {
  const people = ask(exchangePeople.name, {});
  const entries = ask(exchangeEntries.name, {});
  const references = createReferences();
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
    for (const person of page) references.add(person);
    return '';
  };

  const write = (): string | null => {
    const page = entries.next() as readonly EntryRow[] | null;
    if (page === null) return null;
    read += page.length;
    const rows = page.flatMap((entry) => {
      const person = references.of(entry.personId);
      const isCarried = person !== null && !entry.reversed && entry.kind !== 'reversal';
      return isCarried ? [rowOf(entry, person)] : [];
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
