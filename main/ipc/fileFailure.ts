import type { Refusal } from '../../shared/protocol/refusal.ts';

const full = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const readOnly = ['EROFS', 'EACCES', 'EPERM'];

/** What the system says against writing a file, as a refusal; throws what is a bug. */
export const fileFailure = (thrown: unknown): Refusal => {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : null;
  if (code === null || !/^E[A-Z]/u.test(code) || code.startsWith('ERR_')) throw thrown;
  if (full.includes(code)) return { type: 'StorageFull' };
  if (readOnly.includes(code)) return { type: 'StorageReadOnly' };
  const failed = { type: 'StorageFailed', code } as const;
  return failed;
};
