import { enAccount } from './en/account.ts';
import { enBegin } from './en/begin.ts';
import { enFindings } from './en/findings.ts';
import { enPeople } from './en/people.ts';
import { enRefusals } from './en/refusals.ts';
import { enSettings } from './en/settings.ts';
import { enWindow } from './en/window.ts';

/** Every text of the window in English. The other languages have the same keys: the compiler sees to it. */
export const en = {
  ...enWindow,
  ...enPeople,
  ...enAccount,
  ...enBegin,
  ...enSettings,
  refusal: enRefusals,
  finding: enFindings,
} as const;

/** The same keys, in another language. */
export type Translated<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Translated<Texts[Key]>;
};
