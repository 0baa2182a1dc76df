import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { DaybookId } from '../../../shared/kernel/ids.ts';
import { cheapKdf } from './cheapKdf.ts';
import { daybook, uuidOf } from './idsUnderTest.ts';
import { standardKdf } from './passphraseKey.ts';
import { createSealing } from './sealing.ts';
import { createSecret } from './Secret.ts';
import { checksumOfVault, lockVault, unlockVault, type Vault, type VaultTools } from './vault.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const tools: VaultTools = {
  sealing: createSealing(random),
  randomBytes: random,
  policy: cheapKdf,
};
const vaultKey = random(32);
const passphrase = createSecret('correct horse');

const newVault = async (): Promise<Vault> => {
  const locked = await lockVault(vaultKey, passphrase, daybook, tools);
  if (!locked.ok) throw new Error(locked.error.type);
  return locked.value;
};

/** The vault key, or why there is none. */
const unlocked = async (
  vault: Vault,
  secret = passphrase,
  of: DaybookId = daybook,
  changes: Partial<VaultTools> = {},
) => {
  const target = new Uint8Array(32);
  const result = await unlockVault(vault, { passphrase: secret }, of, target, {
    ...tools,
    ...changes,
  });
  return result.ok ? target : result.error;
};

/** What an attacker does, who can write a checksum as well as we can. */
const withChecksum = (vault: Vault): Vault => ({ ...vault, checksum: checksumOfVault(vault) });

test('opens with its passphrase and with no other', async () => {
  const vault = await newVault();
  expect(await unlocked(vault)).toEqual(vaultKey);
  expect(await unlocked(vault, createSecret('Correct horse'))).toEqual({ type: 'WrongPassphrase' });
  expect(await unlocked(vault, createSecret(''))).toEqual({ type: 'WrongPassphrase' });
});

describe('the key that a passphrase was made into', () => {
  const open = (vault: Vault, keptKey: Uint8Array) =>
    unlockVault(vault, { keptKey }, daybook, new Uint8Array(32), tools);
  const kept = async (vault: Vault, secret = passphrase): Promise<Uint8Array> => {
    const keepKeyIn = new Uint8Array(32);
    await unlockVault(vault, { passphrase: secret, keepKeyIn }, daybook, new Uint8Array(32), tools);
    return keepKeyIn;
  };

  test('opens the vault again, and is still there for the time after', async () => {
    const vault = await newVault();
    const keptKey = await kept(vault);
    const target = new Uint8Array(32);
    expect(await unlockVault(vault, { keptKey }, daybook, target, tools)).toMatchObject({
      ok: true,
    });
    expect(target).toEqual(vaultKey);
    expect(await open(vault, keptKey)).toMatchObject({ ok: true });
  });

  test('is not kept when it opens nothing', async () => {
    expect(await kept(await newVault(), createSecret('wrong'))).toEqual(new Uint8Array(32));
  });

  test('opens no other vault of the same passphrase, and nothing once it was overwritten', async () => {
    const [vault, other] = [await newVault(), await newVault()];
    const wrong = { ok: false, error: { type: 'WrongPassphrase' } };
    expect(await open(other, await kept(vault))).toEqual(wrong);
    expect(await open(vault, new Uint8Array(32))).toEqual(wrong);
  });

  test('opens nothing that is damaged', async () => {
    const vault = await newVault();
    const keptKey = await kept(vault);
    const damaged = { ...vault, wrapped: vault.wrapped.map((byte) => byte ^ 1) };
    expect(await open(damaged, keptKey)).toMatchObject({ error: { type: 'KeysDamaged' } });
  });
});

test('is another one each time', async () => {
  const [first, second] = [await newVault(), await newVault()];
  expect(first.salt).not.toEqual(second.salt);
  expect(first.wrapped).not.toEqual(second.wrapped);
});

test('is not made under an empty passphrase', async () => {
  expect(await lockVault(vaultKey, createSecret(''), daybook, tools)).toEqual({
    ok: false,
    error: { type: 'PassphraseEmpty' },
  });
});

describe('damage', () => {
  test.each(['salt', 'wrapped', 'checksum'] as const)(
    'of any byte of %s is told from a wrong passphrase',
    async (column) => {
      const vault = await newVault();
      for (let at = 0; at < vault[column].length; at += 1) {
        const bytes = Uint8Array.from(vault[column]);
        bytes[at] = (bytes[at] ?? 0) ^ 0x10;
        const found = await unlocked({ ...vault, [column]: bytes });
        expect({ at, found }).toEqual({ at, found: { type: 'KeysDamaged', part: 'vault' } });
      }
    },
  );

  test.each(['n', 'r', 'p'] as const)('of %s as well', async (column) => {
    const vault = await newVault();
    const found = await unlocked({ ...vault, [column]: vault[column] * 2 });
    expect(found).toEqual({ type: 'KeysDamaged', part: 'vault' });
  });

  test('of the daybook id as well', async () => {
    const vault = await newVault();
    for (let at = 0; at < vault.daybook.length; at += 1) {
      const id = `${vault.daybook.slice(0, at)}~${vault.daybook.slice(at + 1)}`;
      const found = await unlocked({ ...vault, daybook: id });
      expect(found).toEqual({ type: 'KeysDamaged', part: 'vault' });
    }
  });

  test('planted fault: without the checksum it would pass for a wrong passphrase', async () => {
    const vault = await newVault();
    const salt = Uint8Array.from(vault.salt, (byte) => byte ^ 1);
    expect(await unlocked(withChecksum({ ...vault, salt }))).toEqual({ type: 'WrongPassphrase' });
  });
});

describe('tampering', () => {
  test('a cost below the floor is refused, though the checksum is right', async () => {
    const vault = withChecksum({ ...(await newVault()), n: 2 ** 14, r: 8, p: 1 });
    const found = await unlocked(vault, passphrase, daybook, { policy: standardKdf });
    expect(found).toEqual({ type: 'KdfOutOfBounds', n: 2 ** 14, r: 8, p: 1 });
  });

  test('a cost above the ceiling is refused before any memory is taken', async () => {
    const vault = withChecksum({ ...(await newVault()), n: 2 ** 40, r: 8, p: 1 });
    expect(await unlocked(vault)).toEqual({ type: 'KdfOutOfBounds', n: 2 ** 40, r: 8, p: 1 });
  });

  test('a changed cost within bounds opens nothing', async () => {
    const vault = withChecksum({ ...(await newVault()), n: 4 });
    expect(await unlocked(vault)).toEqual({ type: 'WrongPassphrase' });
  });

  test('the vault of another daybook is named as that', async () => {
    const other = uuidOf(0xffff) as DaybookId;
    expect(await unlocked(await newVault(), passphrase, other)).toEqual({
      type: 'KeysOfAnotherDaybook',
      daybook,
    });
    const renamed = withChecksum({ ...(await newVault()), daybook: other });
    expect(await unlocked(renamed, passphrase, other)).toEqual({ type: 'WrongPassphrase' });
  });
});
