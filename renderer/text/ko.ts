import type { en, Translated } from './en.ts';
import { koAccount } from './ko/account.ts';
import { koExchange } from './ko/exchange.ts';
import { koFindings } from './ko/findings.ts';
import { koLog } from './ko/log.ts';
import { koPeople } from './ko/people.ts';
import { koPerson } from './ko/person.ts';
import { koRefusals } from './ko/refusals.ts';
import { koWindow } from './ko/window.ts';

/** Every text of the window in Korean. Particles after a variable are marked; see `particles.ts`. */
export const ko: Translated<typeof en> = {
  ...koWindow,
  ...koPeople,
  ...koPerson,
  ...koAccount,
  ...koExchange,
  ...koLog,
  refusal: koRefusals,
  finding: koFindings,
};
