import {
  deviceIdSchema,
  memberIdSchema,
  type DeviceId,
  type MemberId,
} from '../../../shared/kernel/ids.ts';
import type { ReadHandle, WriteHandle } from '../sqlite/handle.ts';
import type { Vault } from './vault.ts';

/** Who writes here: this installation, and the member who works with it. */
export interface Installation {
  readonly device: DeviceId;
  readonly member: MemberId;
}

/** The vault as it stands in the file; null when its row is gone. */
export const readVault = (handle: ReadHandle): Vault | null =>
  handle.read<Vault>('SELECT daybook, n, r, p, salt, wrapped, checksum FROM vault').get() ?? null;

export const insertVault = (handle: WriteHandle, vault: Vault): void => {
  const { daybook, n, r, p, salt, wrapped, checksum } = vault;
  handle
    .write(
      `INSERT INTO vault (only, daybook, kdf, n, r, p, salt, wrapped, checksum)
       VALUES (1, ?, 'scrypt', ?, ?, ?, ?, ?, ?)`,
    )
    .run(daybook, n, r, p, salt, wrapped, checksum);
};

/** Puts a vault in the place of the one that was read. False when another has taken it meanwhile. */
export const replaceVault = (handle: WriteHandle, read: Vault, vault: Vault): boolean => {
  const { n, r, p, salt, wrapped, checksum } = vault;
  const changed = handle
    .write(
      'UPDATE vault SET n = ?, r = ?, p = ?, salt = ?, wrapped = ?, checksum = ? WHERE checksum = ?',
    )
    .run(n, r, p, salt, wrapped, checksum, read.checksum);
  return changed === 1;
};

/** Null when the row is gone or holds no ids. */
export const readInstallation = (handle: ReadHandle): Installation | null => {
  const row = handle
    .read<{ device: string; member: string }>('SELECT device, member FROM installation')
    .get();
  const device = deviceIdSchema.safeParse(row?.device);
  const member = memberIdSchema.safeParse(row?.member);
  return device.success && member.success ? { device: device.data, member: member.data } : null;
};

export const insertInstallation = (
  handle: WriteHandle,
  { device, member }: Installation,
  createdAt: number,
): void => {
  handle
    .write('INSERT INTO installation (only, device, member, created_at) VALUES (1, ?, ?, ?)')
    .run(device, member, createdAt);
};
