import { useState, type ReactNode } from 'react';
import type { PersonDetails } from '../../../shared/records/person/details.ts';
import type { PersonPage } from '../../../shared/views/person-page.ts';
import { useDaybook } from '../../api/useHost.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { formatDay, formatMoment } from '../../text/when.ts';
import { Button } from '../../ui/Button.tsx';
import { Redaction } from '../../ui/Redaction.tsx';
import { nameState } from '../people/nameState.ts';
import { CorrectDetailsForm } from './CorrectDetailsForm.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import styles from './DetailsTab.module.css';
import { WholePerson } from './WholePerson.tsx';

const Detail = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => {
  const { t } = useText();
  const isEmpty = children === undefined || children === null || children === '';
  return (
    <div className={styles['detail']}>
      <dt>{label}</dt>
      <dd>{isEmpty ? <span className={styles['none']}>{t('common.none')}</span> : children}</dd>
    </div>
  );
};

const KnownDetails = ({ details }: { readonly details: PersonDetails }) => {
  const { t, language } = useText();
  const { name, reference, phones, email, address, birthDate, note } = details;
  return (
    <>
      <Detail label={t('details.name')}>{name}</Detail>
      <Detail label={t('details.reference')}>{reference}</Detail>
      <Detail label={t('details.phones')}>{phones?.join('\n')}</Detail>
      <Detail label={t('details.email')}>{email}</Detail>
      <Detail label={t('details.address')}>{address}</Detail>
      <Detail label={t('details.birthDate')}>
        {birthDate === undefined ? undefined : formatDay(birthDate, language)}
      </Detail>
      <Detail label={t('details.note')}>{note}</Detail>
    </>
  );
};

const ErasedDetails = () => {
  const { t } = useText();
  const lost = ['name', 'reference', 'phones', 'email', 'address', 'birthDate', 'note'] as const;
  return lost.map((field, index) => (
    <Detail key={field} label={t(`details.${field}`)}>
      <Redaction length={10 + ((index * 7) % 15)} />
    </Detail>
  ));
};

/** What is known of a person, and what corrects it. */
export const DetailsTab = ({ person }: { readonly person: PersonPage }) => {
  const { t, language } = useText();
  const { privateIndex } = useDaybook();
  const [correcting, setCorrecting] = useState(false);
  // Kept here, since the receipt is shown when the person is erased already.
  const [erasing, setErasing] = useState(false);
  const { details, erased } = person;
  if (correcting && details !== null)
    return (
      <div className={styles['tab']}>
        <CorrectDetailsForm
          personId={person.personId}
          details={details}
          onClose={() => setCorrecting(false)}
        />
      </div>
    );
  return (
    <div className={styles['tab']}>
      {erased ? <p className={styles['erased']}>{t('details.erasedText')}</p> : null}
      {nameState(person, privateIndex) === 'unreadable' ? (
        <RefusalMessage refusal={{ type: 'PersonalPartUnreadable' }} />
      ) : null}
      <dl className={styles['details']}>
        {erased ? <ErasedDetails /> : null}
        {details === null ? null : <KnownDetails details={details} />}
        <Detail label={t('details.registered')}>
          {formatMoment(person.registeredAt, language)}
        </Detail>
        <Detail label={t('details.id')}>
          <span className={styles['id']}>{person.personId}</span>
        </Detail>
      </dl>
      {details === null ? null : (
        <div>
          <Button look="primary" onPress={() => setCorrecting(true)}>
            {t('details.correct')}
          </Button>
        </div>
      )}
      {erased ? null : <WholePerson person={person} onErase={() => setErasing(true)} />}
      {erasing ? <EraseDialog person={person} onClose={() => setErasing(false)} /> : null}
    </div>
  );
};
