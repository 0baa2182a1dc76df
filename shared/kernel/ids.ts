import { z } from 'zod';

/** A UUID in lower case. Upper case from outside is accepted and lowered, so that one id has one spelling. */
const uuid = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'a UUID');

export const personIdSchema = uuid.brand<'PersonId'>();
/** Names a person and says nothing about them. Also the id of the person's stream. */
export type PersonId = z.infer<typeof personIdSchema>;

export const accountIdSchema = uuid.brand<'AccountId'>();
export type AccountId = z.infer<typeof accountIdSchema>;

export const eventIdSchema = uuid.brand<'EventId'>();
/** A UUIDv7, unique in every daybook. An entry of an account is named by the event that made it. */
export type EventId = z.infer<typeof eventIdSchema>;

export const commandIdSchema = uuid.brand<'CommandId'>();
/** The same command id is answered with the first receipt, for ever. */
export type CommandId = z.infer<typeof commandIdSchema>;

export const deviceIdSchema = uuid.brand<'DeviceId'>();
/** One installation of Daybook on one daybook. */
export type DeviceId = z.infer<typeof deviceIdSchema>;

export const memberIdSchema = uuid.brand<'MemberId'>();
/** A person who works with the program, as opposed to one the records are about. */
export type MemberId = z.infer<typeof memberIdSchema>;

export const keyIdSchema = uuid.brand<'KeyId'>();
/** Names a key; safe to store anywhere, as it is random and says nothing of the key. */
export type KeyId = z.infer<typeof keyIdSchema>;

export const daybookIdSchema = uuid.brand<'DaybookId'>();
export type DaybookId = z.infer<typeof daybookIdSchema>;
