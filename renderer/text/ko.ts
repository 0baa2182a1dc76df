import type { en, Translated } from './en.ts';
import { koAccount } from './ko/account.ts';
import { koBegin } from './ko/begin.ts';
import { koFindings } from './ko/findings.ts';
import { koPeople } from './ko/people.ts';
import { koRefusals } from './ko/refusals.ts';
import { koSettings } from './ko/settings.ts';
import { koWindow } from './ko/window.ts';

/** Every text of the window in Korean. Particles after a variable are marked; see `particles.ts`. */
export const ko: Translated<typeof en> = {
  ...koWindow,
  ...koPeople,
  ...koAccount,
  ...koBegin,
  ...koSettings,
  refusal: koRefusals,
  finding: koFindings,
};
