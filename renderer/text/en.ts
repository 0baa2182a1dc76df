import { enAccount } from './en/account.ts';
import { enExchange } from './en/exchange.ts';
import { enBegin } from './en/begin.ts';
import { enFindings } from './en/findings.ts';
import { enLog } from './en/log.ts';
import { enActivity } from './en/activity.ts';
import { enLists } from './en/lists.ts';
import { enImports } from './en/imports.ts';
import { enPeople } from './en/people.ts';
import { enPerson } from './en/person.ts';
import { enRefusedRows } from './en/refusedRows.ts';
import { enRefusals } from './en/refusals.ts';
import { enStatement } from './en/statement.ts';
import { enSettings } from './en/settings.ts';
import { enWindow } from './en/window.ts';

/** Every text of the window in English. The other languages have the same keys: the compiler sees to it. */
export const en = {
  ...enWindow,
  ...enPeople,
  ...enPerson,
  ...enStatement,
  ...enLists,
  ...enActivity,
  ...enAccount,
  ...enExchange,
  ...enLog,
  imports: { ...enImports, ...enRefusedRows },
  ...enBegin,
  ...enSettings,
  refusal: enRefusals,
  finding: enFindings,
} as const;

/** The same keys, in another language. */
export type Translated<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Translated<Texts[Key]>;
};
