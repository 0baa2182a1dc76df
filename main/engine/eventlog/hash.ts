import { hash } from 'node:crypto';
import { clockToInteger } from '../../../shared/kernel/hybrid-clock.ts';
import type { DaybookIdentity, ForeignEvent } from './EventLog.ts';

/** Sixteen lines of visible ASCII. A line feed in a field would let two events have one input. */
const hashInput = /^[!-~]+(?:\n[!-~]+){15}$/;

/**
 * The hash of an event after another of its device. See schema.ts, "Hash".
 *
 * **Errors:** throws when a field of the header holds anything but visible ASCII.
 */
export const eventHash = (previous: Uint8Array, event: Omit<ForeignEvent, 'hash'>): Uint8Array => {
  const input =
    `daybook-event-1\n${Buffer.from(previous).toString('hex')}\n${event.id}\n${event.device}\n` +
    `${event.seq}\n${clockToInteger(event.clock)}\n${event.stream}\n${event.type}\n` +
    `${event.schema}\n${event.command}\n${event.cause ?? '-'}\n${event.actor}\n` +
    `${event.subject ?? '-'}\n${event.key ?? '-'}\n${hash('sha256', event.data, 'hex')}\n` +
    (event.sealed === null ? '-' : hash('sha256', event.sealed, 'hex'));
  if (!hashInput.test(input)) throw new Error(`a field of event ${event.id} is not visible ASCII`);
  return hash('sha256', input, 'buffer');
};

/** What stands for the previous hash in a device's first event: binds its chain to this daybook. */
export const genesisHash = (daybook: DaybookIdentity, device: string): Uint8Array =>
  hash(
    'sha256',
    `daybook-genesis-1\n${daybook.id}\n${daybook.name}\n${daybook.currency}\n` +
      `${daybook.createdAt}\n${device}`,
    'buffer',
  );
