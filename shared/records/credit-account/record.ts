import { defineRecord } from '../../kernel/record.ts';
import { changeLimit } from './change-limit.ts';
import { charge } from './charge.ts';
import { close } from './close.ts';
import { creditAccountEvents } from './events.ts';
import { open } from './open.ts';
import { pay } from './pay.ts';
import { projectCreditAccount } from './project.ts';
import { reopen } from './reopen.ts';
import { reverseEntry } from './reverse-entry.ts';
import { evolveCreditAccount, unopenedAccount } from './state.ts';
import { upcastCreditAccount } from './upcast.ts';

export const creditAccountCommands = [
  open,
  changeLimit,
  charge,
  pay,
  reverseEntry,
  close,
  reopen,
] as const;

/** What a person may buy on credit, has bought, and has paid. */
export const creditAccount = defineRecord({
  name: 'credit-account',
  events: creditAccountEvents,
  initialState: unopenedAccount,
  evolve: evolveCreditAccount,
  subject: (_streamId, account) => (account.status === 'new' ? null : account.personId),
  commands: creditAccountCommands,
  upcasts: upcastCreditAccount,
  projection: projectCreditAccount,
  views: [],
});
