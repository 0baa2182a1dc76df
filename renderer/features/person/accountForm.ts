import { draftAbout } from '../../forms/drafts.ts';
import type { AccountProps } from './accountProps.ts';

/**
 * Names a form of an account. One of somebody who has been erased holds nothing personal and does not
 * bear their id: else what it has sent would be given up as theirs.
 */
export const accountForm = (
  { personId, isErased }: Pick<AccountProps, 'personId' | 'isErased'>,
  form: string,
): string => (isErased ? form : draftAbout(personId, form));

/** One name, wherever it is opened from: what was sent there and not answered is not sent anew here. */
export const openAccountForm = (personId: string): string => draftAbout(personId, 'open-account');
