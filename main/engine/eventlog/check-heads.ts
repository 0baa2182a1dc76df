import type { ReadHandle } from '../sqlite/handle.ts';
import { sameBytes } from './chain.ts';
import type { DaybookIdentity, DeviceHead, LogFinding } from './EventLog.ts';
import type { HeadsRead } from './heads-file.ts';

/** The log must hold every head, at its place and with its hash. It may hold more. */
const checkHead = (handle: ReadHandle, { device, seq, hash }: DeviceHead): LogFinding | null => {
  const found = handle
    .read<{ hash: Uint8Array }>('SELECT hash FROM event WHERE device = ? AND seq = ?')
    .get(device, seq);
  if (found === undefined) {
    return { type: 'LogBehindHeads', device, seq, detail: 'the event is not in the log' };
  }
  return sameBytes(hash, found.hash)
    ? null
    : { type: 'LogBehindHeads', device, seq, detail: 'another event is in its place' };
};

/** Compares the log with what the heads file says that it has had. */
export const checkHeads = (
  handle: ReadHandle,
  daybook: DaybookIdentity,
  read: HeadsRead,
): LogFinding[] => {
  switch (read.type) {
    case 'missing':
      return [{ type: 'HeadsMissing', detail: 'there is no heads file' }];
    case 'damaged':
      return [{ type: 'HeadsDamaged', detail: 'neither slot can be read' }];
    case 'read': {
      const { heads } = read;
      if (heads.daybook !== daybook.id) {
        return [{ type: 'IdentityChanged', detail: `the heads are of daybook ${heads.daybook}` }];
      }
      return heads.devices
        .map((head) => checkHead(handle, head))
        .filter((finding) => finding !== null);
    }
  }
};
