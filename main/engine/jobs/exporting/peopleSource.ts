import { formatDecimalAmount } from '../../../../shared/kernel/money.ts';
import { exchangePeople } from '../../../../shared/views/exchange-people.ts';
import { guardCell } from '../csv/formulaGuard.ts';
import { byteOrderMark, writeCsvRow } from '../csv/writeCsvRow.ts';
import type { ExportSource } from './ExportSource.ts';
import type { AskPages } from './pages.ts';
import { createReferences, type PersonRow } from './referencesOf.ts';

const numbered = (phones: number): readonly string[] =>
  Array.from({ length: phones }, (_, index) => `phone${index + 1}`);

const headOf = (phones: number): string =>
  byteOrderMark +
  writeCsvRow([
    'reference',
    'name',
    ...numbered(phones),
    'email',
    'address',
    'birthDate',
    'note',
    'limit',
  ]);

const cellsOf = (
  { details, limit }: PersonRow,
  reference: string,
  phones: number,
): readonly string[] => [
  guardCell(reference),
  guardCell(details?.name ?? ''),
  ...numbered(phones).map((_, index) => guardCell(details?.phones?.[index] ?? '')),
  guardCell(details?.email ?? ''),
  guardCell(details?.address ?? ''),
  details?.birthDate ?? '',
  guardCell(details?.note ?? ''),
  limit === null ? '' : formatDecimalAmount(limit),
];

/**
 * People as the import of people takes them, all of their limits as one. Left out are those of whom
 * nothing can be read: erased people.
 */
export const peopleSource = (ask: AskPages, total: number): ExportSource => {
  // How many columns there are must be known before the first row.
  const first = ask(exchangePeople.name, {});
  const second = ask(exchangePeople.name, {});
  const references = createReferences();
  let phones = 1;
  let isMeasured = false;
  let read = 0;
  let written = 0;
  let leftOut = 0;

  const measure = (): string => {
    const people = first.next() as readonly PersonRow[] | null;
    if (people === null) {
      isMeasured = true;
      return headOf(phones);
    }
    read += people.length;
    for (const { details } of people) phones = Math.max(phones, details?.phones?.length ?? 0);
    return '';
  };

  const write = (): string | null => {
    const people = second.next() as readonly PersonRow[] | null;
    if (people === null) return null;
    read += people.length;
    const rows = people.flatMap((person) => {
      const reference = references.add(person);
      return reference === null ? [] : [writeCsvRow(cellsOf(person, reference, phones))];
    });
    written += rows.length;
    leftOut += people.length - rows.length;
    return rows.join('');
  };

  return {
    position: first.position,
    isStale: () => first.isStale() || second.isStale(),
    next: () => (isMeasured ? write() : measure()),
    progress: () => ({ done: read, total: Math.max(2 * total, read) }),
    written: () => written,
    leftOut: () => leftOut,
  };
};
