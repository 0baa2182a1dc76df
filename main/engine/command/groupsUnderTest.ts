import type { CommandReply } from '../../../shared/protocol/envelopes.ts';
import { createDaybookUnderTest, idOf, usd } from '../daybookUnderTest.ts';
import type { StreamAppend } from '../eventlog/EventLog.ts';
import type { OpenedParts } from '../folder/openParts.ts';

/** Puts something before each append of the log. */
export const beforeAppend =
  (look: (appends: readonly StreamAppend[]) => void) =>
  (parts: OpenedParts): OpenedParts => ({
    ...parts,
    log: parts.log && {
      ...parts.log,
      append: (appends) => {
        look(appends);
        if (!parts.log) throw new Error('closed');
        return parts.log.append(appends);
      },
    },
  });

/** An open daybook, and how many streams each of its commits has appended to. */
export const withCounter = async () => {
  const daybook = await createDaybookUnderTest();
  const commits: number[] = [];
  const open = await daybook.open({
    parts: beforeAppend((appends) => commits.push(appends.length)),
  });
  return { daybook, open, commits };
};

/** The ids of somebody and of their account. */
export const ann = idOf(1);
export const account = idOf(2);
export const register = (number: number) => ({
  command: 'person/register',
  input: { personId: idOf(number), details: { name: `Person ${number}` } },
});
export const charge = (minor: number, more: object = {}) => ({
  command: 'credit-account/charge',
  input: { accountId: account, amount: usd(minor), occurredOn: '2026-11-23', ...more },
});
/** Registers somebody and opens their account, with a limit of ten. */
export const beginnings = [
  register(1),
  {
    command: 'credit-account/open',
    input: { accountId: account, personId: ann, limit: usd(1000) },
  },
];

/** Why each was refused; null where it was not. */
export const errors = (replies: readonly CommandReply[]) =>
  replies.map((reply) => (reply.ok ? null : reply.error.type));
