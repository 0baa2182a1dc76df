import type { FieldProblem } from '../../forms/createFormResolver.ts';
import { passphraseStrength } from './passphraseStrength.ts';

/** Why a passphrase that was typed twice cannot be taken, told at the fields of these names. */
export const newPassphraseProblems = <Name extends string>(
  first: readonly [name: Name, text: string],
  again: readonly [name: Name, text: string],
): readonly FieldProblem<Name>[] => [
  ...(passphraseStrength(first[1]) === 'tooShort'
    ? [{ field: first[0], code: 'passphraseTooShort' }]
    : []),
  ...(first[1] === again[1] ? [] : [{ field: again[0], code: 'passphraseDiffers' }]),
];
