import type { JobRefusal } from '../../shared/protocol/jobs.ts';
import { RefusalMessage } from '../text/RefusalMessage.tsx';
import { useText } from '../text/useText.ts';
import { Message } from './Message.tsx';

/** Why nothing came out of long work; one that somebody has cancelled is no fault. */
export const JobRefusalMessage = ({ refusal }: { readonly refusal: JobRefusal | null }) => {
  const { t } = useText();
  return refusal?.type === 'Cancelled' ? (
    <Message look="note">{t('refusal.Cancelled')}</Message>
  ) : (
    <RefusalMessage refusal={refusal} />
  );
};
