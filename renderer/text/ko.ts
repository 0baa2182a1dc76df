import type { en, Translated } from './en.ts';
import { koAccount } from './ko/account.ts';
import { koExchange } from './ko/exchange.ts';
import { koBegin } from './ko/begin.ts';
import { koFindings } from './ko/findings.ts';
import { koLog } from './ko/log.ts';
import { koActivity } from './ko/activity.ts';
import { koLists } from './ko/lists.ts';
import { koImports } from './ko/imports.ts';
import { koPeople } from './ko/people.ts';
import { koPerson } from './ko/person.ts';
import { koRefusedRows } from './ko/refusedRows.ts';
import { koRefusals } from './ko/refusals.ts';
import { koStatement } from './ko/statement.ts';
import { koSettings } from './ko/settings.ts';
import { koWindow } from './ko/window.ts';

/** Every text of the window in Korean. Particles after a variable are marked; see `particles.ts`. */
export const ko: Translated<typeof en> = {
  ...koWindow,
  ...koPeople,
  ...koPerson,
  ...koStatement,
  ...koLists,
  ...koActivity,
  ...koAccount,
  ...koExchange,
  ...koLog,
  imports: { ...koImports, ...koRefusedRows },
  ...koBegin,
  ...koSettings,
  refusal: koRefusals,
  finding: koFindings,
};
