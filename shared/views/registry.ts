import type { View } from '../kernel/view.ts';
import { creditAccountEntriesOfDay } from './credit-account-entries-of-day.ts';
import { creditAccountExhausted } from './credit-account-exhausted.ts';
import { creditAccountStatement } from './credit-account-statement.ts';
import { overviewActivity } from './overview-activity.ts';
import { logEvent } from './log-event.ts';
import { logEvents } from './log-events.ts';
import { overviewTotals } from './overview-totals.ts';
import { personHistory } from './person-history.ts';
import { personCount, personList } from './person-list.ts';
import { personByReference, personPage } from './person-page.ts';
import { personReference } from './person-reference.ts';

/** Every question that Daybook answers: one line each. */
export const views = [
  personList,
  personCount,
  personPage,
  personByReference,
  personReference,
  personHistory,
  creditAccountStatement,
  creditAccountExhausted,
  creditAccountEntriesOfDay,
  overviewTotals,
  overviewActivity,
  logEvents,
  logEvent,
] as const satisfies readonly View[];
