import { useEffect, useState } from 'react';
import { lineOfText } from '../../../shared/kernel/written-text.ts';
import { useView } from '../../api/useView.ts';
import { useText } from '../../text/useText.ts';
import { Message } from '../../ui/Message.tsx';
import type { ToldOfReference } from './useReferenceCheck.ts';

/** As long as a pause in typing. */
const PAUSE_MS = 300;

const spelling = lineOfText(100);

interface SameReferenceProps {
  readonly reference: string;
  /** Whom the form is about; null for somebody new. */
  readonly personId: string | null;
  /** What the form was not sent for the first time. */
  readonly told: ToldOfReference | null;
}

const Others = ({ reference, personId }: Omit<SameReferenceProps, 'told'>) => {
  const { t } = useText();
  const { data } = useView('person/by-reference', { reference });
  const other = data?.rows.find((row) => row.personId !== personId);
  if (other === undefined) return null;
  return (
    <Message look="note">
      {t('details.sameReference', { name: other.name ?? t('people.unnamed') })}
    </Message>
  );
};

/**
 * Says when another person has the reference that is typed: after a pause in typing, and when the form is
 * sent faster than that. Nothing forbids it, but it is seldom meant.
 */
export const SameReference = ({ reference, personId, told }: SameReferenceProps) => {
  const { t } = useText();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(reference), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [reference]);
  if (told !== null && spelling.safeParse(reference).data === told.reference)
    return (
      <Message>
        {t('sameReference.ask', {
          name: told.name ?? t('people.unnamed'),
          button: personId === null ? t('register.submit') : t('details.submit'),
        })}
      </Message>
    );
  const spelt = spelling.safeParse(asked).data ?? '';
  // What is said of the text before is not true of the one that stands there now.
  return spelt === '' || asked !== reference ? null : (
    <Others reference={spelt} personId={personId} />
  );
};
