import { hash } from 'node:crypto';
import type { DaybookId, DeviceId } from '../../../shared/kernel/ids.ts';
import type { DeviceHead } from './EventLog.ts';

/**
 * # `heads`, format 1
 *
 * What the log must at least contain: the last event of each device. It is written after each commit of
 * `log.db` and not synced, so it may lag behind the log but never lead. A log that lost its tail, or an
 * older one put in its place, is behind it.
 *
 * Two slots of 32,768 bytes, written in turns. A crash of the program tears one at most; a power cut may
 * take both back to what was there before, or tear both, and then they are damaged, which is a finding.
 * The valid slot with the greater number counts. A slot holds ASCII lines, each ended by a line feed, then zeros or older bytes:
 *
 *     daybook-heads-1
 *     <number of this writing, decimal>
 *     <the daybook's id>
 *     <count of devices, decimal>
 *     <device> <seq> <hash in hex>      one line a device, the one with the newest event first
 *     <SHA-256 in hex of all bytes before this line>
 *
 * Only the 250 devices with the newest events are listed.
 */
export const headsSlotSize = 32_768;
const mostDevices = 250;

export interface Heads {
  readonly number: number;
  readonly daybook: DaybookId;
  readonly devices: readonly DeviceHead[];
}

/** One slot, as long as its text. */
export const encodeHeads = ({ number, daybook, devices }: Heads): Buffer => {
  const listed = devices.slice(0, mostDevices);
  let text = `daybook-heads-1\n${number}\n${daybook}\n${listed.length}\n`;
  for (const { device, seq, hash } of listed) {
    text += `${device} ${seq} ${Buffer.from(hash).toString('hex')}\n`;
  }
  return Buffer.from(`${text}${hash('sha256', text, 'hex')}\n`, 'latin1');
};

const headLine = /^([0-9a-f-]{36}) ([1-9][0-9]{0,15}) ([0-9a-f]{64})$/;

/** Reads one slot; null when it has never been written or its checksum is wrong. */
export const decodeHeads = (slot: Buffer): Heads | null => {
  const lines = slot.toString('latin1').split('\n', mostDevices + 6);
  const [tag, number, daybook, count] = lines;
  if (tag !== 'daybook-heads-1' || count === undefined || !/^[0-9]{1,3}$/.test(count)) return null;
  const end = 4 + Number(count);
  const checksum = lines[end];
  const text = `${lines.slice(0, end).join('\n')}\n`;
  if (checksum === undefined || hash('sha256', Buffer.from(text, 'latin1'), 'hex') !== checksum) {
    return null;
  }
  const devices: DeviceHead[] = [];
  for (const line of lines.slice(4, end)) {
    const [, device, seq, hash] = headLine.exec(line) ?? [];
    if (device === undefined || seq === undefined || hash === undefined) return null;
    devices.push({ device: device as DeviceId, seq: Number(seq), hash: Buffer.from(hash, 'hex') });
  }
  return { number: Number(number), daybook: daybook as DaybookId, devices };
};
