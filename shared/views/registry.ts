import type { View } from '../kernel/view.ts';
import { creditAccountEntriesOfDay } from './credit-account-entries-of-day.ts';
import { creditAccountEntry } from './credit-account-entry.ts';
import { creditAccountEntryPlace } from './credit-account-entry-place.ts';
import { creditAccountExhausted } from './credit-account-exhausted.ts';
import { creditAccountPeriod, creditAccountPeriodEntries } from './credit-account-period.ts';
import { creditAccountStatement } from './credit-account-statement.ts';
import { overviewActivity } from './overview-activity.ts';
import { logEvent } from './log-event.ts';
import { logEvents } from './log-events.ts';
import { exchangeEntries } from './exchange-entries.ts';
import { exchangePeople } from './exchange-people.ts';
import { overviewTotals } from './overview-totals.ts';
import { personHistory } from './person-history.ts';
import { personCount, personList } from './person-list.ts';
import { personOwing } from './person-owing.ts';
import { personByReference, personPage } from './person-page.ts';
import { personReference } from './person-reference.ts';

/** Every question that Daybook answers: one line each. */
export const views = [
  personList,
  personCount,
  personOwing,
  personPage,
  personByReference,
  personReference,
  personHistory,
  creditAccountStatement,
  creditAccountPeriod,
  creditAccountPeriodEntries,
  creditAccountEntry,
  creditAccountEntryPlace,
  creditAccountExhausted,
  creditAccountEntriesOfDay,
  overviewTotals,
  overviewActivity,
  logEvents,
  logEvent,
  exchangePeople,
  exchangeEntries,
] as const satisfies readonly View[];
