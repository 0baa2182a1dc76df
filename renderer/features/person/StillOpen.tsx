import type { PersonPage } from '../../../shared/views/person-page.ts';
import { formatMoney } from '../../text/amountText.ts';
import { useText } from '../../text/useText.ts';
import { Message } from '../../ui/Message.tsx';
import { openSums } from './openSums.ts';

/** Says what is still open with somebody who is about to be erased: nobody could be asked for it after. */
export const StillOpen = ({ person }: { readonly person: PersonPage }) => {
  const { t, language } = useText();
  const { owed, paidAhead } = openSums(person.accounts);
  if (owed === null && paidAhead === null) return null;
  return (
    <Message look="note">
      {owed === null ? null : <p>{t('erase.owed', { sum: formatMoney(owed, language) })}</p>}
      {paidAhead === null ? null : (
        <p>{t('erase.paidAhead', { sum: formatMoney(paidAhead, language) })}</p>
      )}
    </Message>
  );
};
