import { retentionClasses, type RetentionClass } from '../../../shared/kernel/event.ts';
import type { DaybookId } from '../../../shared/kernel/ids.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { Erasures } from './erasures.ts';
import { encodeSealHeader } from './headers.ts';
import { hmacSha256 } from './hmacSha256.ts';
import { PersonKeyDamaged, type Keyring } from './keyring.ts';
import type { KeyStore, Opening, SealHeader } from './KeyStore.ts';
import type { Sealing } from './sealing.ts';

export interface PersonalSealsParts {
  readonly daybook: DaybookId;
  readonly sealing: Sealing;
  readonly keyring: Pick<Keyring, 'locate' | 'sealingKey'>;
  readonly erasures: Erasures;
}

const deriveTag = Buffer.from('daybook-derive-1');
const derivedLength = 16;

/** A mistake here would write personal data that no erasure reaches: nothing about the header is taken on trust. */
const assertSealable = (header: SealHeader, { daybook, erasures }: PersonalSealsParts): void => {
  if (header.daybook !== daybook) throw new Error('the header is of another daybook');
  if ([header.event, header.stream, header.type].some((field) => field.includes('\n'))) {
    throw new Error('a header field holds a line break');
  }
  // The key may have been asked for before the erasure, and be used after it.
  if (erasures.isErased(header.person)) throw new Error('the person has been erased');
};

const openSealed = (
  header: SealHeader,
  sealed: Uint8Array,
  retention: RetentionClass | undefined,
  { daybook, sealing, keyring, erasures }: PersonalSealsParts,
): Opening => {
  const { key, person } = header;
  const located = keyring.locate(key);
  switch (located.type) {
    case 'unknown': {
      // A key may never have come here: made by another device, or after this copy of the file. A
      // tombstone for its class says that it is destroyed all the same, or one for every class.
      const buried =
        retention === undefined
          ? retentionClasses.every((any) => erasures.isDestroyed(person, any))
          : erasures.isDestroyed(person, retention);
      return buried ? { type: 'erased' } : { type: 'unknownKey', key };
    }
    case 'destroyed':
      // An event that borrows the key of somebody else who was erased is damage, not an erasure.
      return located.person === person ? { type: 'erased' } : { type: 'refused', key };
    case 'damaged':
      return { type: 'refused', key };
    case 'key': {
      if (located.person !== person || header.daybook !== daybook) return { type: 'refused', key };
      const bytes = sealing.open(encodeSealHeader(header), sealed, located.bytes);
      return bytes === null ? { type: 'refused', key } : { type: 'opened', bytes };
    }
  }
};

/** What is done with persons' keys: seal, open, derive. */
export const createPersonalSeals = (
  parts: PersonalSealsParts,
): Pick<KeyStore, 'seal' | 'open' | 'derive'> => {
  const { sealing, keyring } = parts;
  return {
    seal: (header, plaintext) => {
      assertSealable(header, parts);
      const located = keyring.locate(header.key);
      if (located.type !== 'key') throw new Error(`no key to seal with: ${located.type}`);
      if (located.person !== header.person) throw new Error('the key is of another person');
      return sealing.seal(encodeSealHeader(header), plaintext, located.bytes);
    },
    open: (header, sealed, retention) => openSealed(header, sealed, retention, parts),
    derive: (person, retention, text) => {
      const key = keyring.sealingKey(person, retention);
      if (!key.ok) return key;
      const located = keyring.locate(key.value);
      if (located.type !== 'key') throw new PersonKeyDamaged(key.value);
      const subkey = hmacSha256(located.bytes, deriveTag);
      const code = hmacSha256(subkey, Buffer.from(text, 'utf8'));
      subkey.fill(0);
      return ok(Uint8Array.from(code.subarray(0, derivedLength)));
    },
  };
};
