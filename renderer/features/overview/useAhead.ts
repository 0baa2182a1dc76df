import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { useView } from '../../api/useView.ts';
import { useToday } from '../../forms/useToday.ts';
import { dayAfter } from '../../text/when.ts';
import type { Day } from './daysOf.ts';

/** Older books, and imports of them, may have entries further ahead than can be entered today. */
const lastDay = '9999-12-31' as LocalDate;

/** The days after today that have entries, oldest first; undefined until they are known. */
export const useAhead = (): {
  readonly rows: readonly Day[] | undefined;
  readonly refusal: Refusal | null;
} => {
  const from = dayAfter(useToday(), 1);
  const { data, error } = useView('overview/activity', { from, to: lastDay });
  return {
    rows: data?.rows,
    refusal: error instanceof RefusalError ? error.refusal : null,
  };
};
