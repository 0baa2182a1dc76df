import type { View } from '../kernel/view.ts';
import { creditAccountExhausted } from './credit-account-exhausted.ts';
import { creditAccountStatement } from './credit-account-statement.ts';
import { overviewTotals } from './overview-totals.ts';
import { personHistory } from './person-history.ts';
import { personList } from './person-list.ts';
import { personByReference, personPage } from './person-page.ts';
import { personReference } from './person-reference.ts';

/** Every question that Daybook answers: one line each. */
export const views = [
  personList,
  personPage,
  personByReference,
  personReference,
  personHistory,
  creditAccountStatement,
  creditAccountExhausted,
  overviewTotals,
] as const satisfies readonly View[];
