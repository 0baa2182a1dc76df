import { Link } from '@tanstack/react-router';
import { Copy, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import type { ViewRow } from '../../../shared/contract.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { useDaybook } from '../../api/useHost.ts';
import { useView } from '../../api/useView.ts';
import { eventSentence } from '../../text/eventSentence.ts';
import { UnansweredMessage } from '../../text/UnansweredMessage.tsx';
import { useText } from '../../text/useText.ts';
import { formatSecond } from '../../text/when.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { Message } from '../../ui/Message.tsx';
import { Redaction } from '../../ui/Redaction.tsx';
import { showToast } from '../../ui/toasts.ts';
import { PersonName } from '../people/PersonName.tsx';
import { deviceName } from './deviceName.ts';
import { kindName } from './eventKinds.ts';
import { FieldValues } from './FieldValues.tsx';
import { Facts } from './Facts.tsx';
import { SealMark } from './SealMark.tsx';
import styles from './EventPanel.module.css';

type WholeEvent = ViewRow<'log/event'>;

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={styles['part']}>
    <h3 className={styles['partTitle']}>{title}</h3>
    {children}
  </section>
);

const ACCOUNT = 'credit-account';

/** Whom and what it is about, with the ways there. */
const About = ({ event }: { readonly event: WholeEvent }) => {
  const { t, language } = useText();
  const { device } = useDaybook();
  const { person, record, recordId } = event;
  return (
    <Facts
      facts={[
        { name: t('log.recorded'), value: formatSecond(event.recordedAt, language) },
        {
          name: t('log.event.person'),
          value:
            person === null ? null : (
              <Link to="/person/$personId" params={{ personId: person.personId }}>
                <PersonName person={person} />
              </Link>
            ),
        },
        {
          name: t('log.event.account'),
          value:
            person === null || record !== ACCOUNT ? null : (
              <Link
                to="/person/$personId"
                params={{ personId: person.personId }}
                search={{ account: recordId }}
              >
                {t('log.event.toAccount')}
              </Link>
            ),
        },
        { name: t('log.event.device'), value: deviceName(event.device, device, t) },
      ]}
    />
  );
};

const Personal = ({ event: { type, seal, personal } }: { readonly event: WholeEvent }) => {
  const { t } = useText();
  return (
    <Part title={t('log.event.personal')}>
      <p className={styles['seal']}>
        {seal === 'none' || seal === 'erased' ? null : <SealMark seal={seal} />}
        {t(`log.event.seals.${seal}`)}
      </p>
      {seal === 'erased' ? <Redaction length={32} /> : null}
      {personal === null ? null : <FieldValues type={type} fields={personal} />}
    </Part>
  );
};

const holding = (holds: boolean | null) => {
  if (holds === null) return 'unproven';
  return holds ? 'holds' : 'broken';
};

const Proof = ({ event: { chain } }: { readonly event: WholeEvent }) => {
  const { t } = useText();
  const state = holding(chain.holds);
  return (
    <Part title={t('log.event.proof')}>
      <p className={styles['proof']} data-state={state}>
        {t(`log.event.${state}`)}
      </p>
      <Facts
        isCode
        facts={[
          { name: t('log.event.previous'), value: chain.previous },
          { name: t('log.event.hash'), value: chain.hash },
        ]}
      />
    </Part>
  );
};

const Place = ({ event }: { readonly event: WholeEvent }) => {
  const { t } = useText();
  const { schema, currentSchema } = event;
  return (
    <Part title={t('log.event.place')}>
      <Facts
        isCode
        facts={[
          { name: t('log.event.id'), value: event.eventId },
          { name: t('log.event.type'), value: event.type },
          {
            name: t('log.event.schema'),
            value:
              currentSchema === null || currentSchema === schema
                ? `${schema}`
                : t('log.event.schemaRead', { stored: schema, current: currentSchema }),
          },
          { name: t('log.event.stream'), value: `${event.record} ${event.recordId}`.trim() },
          { name: t('log.event.version'), value: `${event.version}` },
          {
            name: t('log.event.clock'),
            value: t('log.event.clockValue', {
              instant: new Date(event.recordedAt).toISOString(),
              counter: event.counter,
            }),
          },
          { name: t('log.event.device'), value: event.device },
          { name: t('log.event.seq'), value: `${event.seq}` },
          { name: t('log.event.actor'), value: event.actor },
          { name: t('log.event.command'), value: event.command },
          { name: t('log.event.cause'), value: event.cause },
        ]}
      />
    </Part>
  );
};

const OpenFormat = ({ event }: { readonly event: WholeEvent }) => {
  const { t } = useText();
  const text = JSON.stringify(event.openFormat, null, 2);
  const shown = useRef<HTMLPreElement>(null);
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(text, shown.current);
    showToast({ text: t(isCopied ? 'log.event.copied' : 'log.event.notCopied') });
  };
  return (
    <Part title={t('log.event.open')}>
      <pre ref={shown} className={styles['json']}>
        {text}
      </pre>
      <Button size="small" icon={<Copy aria-hidden="true" />} onPress={() => void copy()}>
        {t('log.event.copy')}
      </Button>
    </Part>
  );
};

const Whole = ({ event }: { readonly event: WholeEvent }) => {
  const { t, language } = useText();
  const isReadable = event.currentSchema !== null;
  return (
    <>
      <p className={styles['sentence']}>
        {isReadable ? eventSentence(event, t, language) : kindName(event.type, t)}
      </p>
      <About event={event} />
      <Personal event={event} />
      <Part title={t('log.event.clear')}>
        {isReadable ? (
          <FieldValues type={event.type} fields={event.data} />
        ) : (
          <p className={styles['seal']}>{t('log.event.unreadable')}</p>
        )}
      </Part>
      <Proof event={event} />
      <Place event={event} />
      <OpenFormat event={event} />
    </>
  );
};

interface EventPanelProps {
  readonly position: number;
  readonly onClose: () => void;
}

/** One event whole, beside the list that the arrow keys go on walking. */
export const EventPanel = ({ position, onClose }: EventPanelProps) => {
  const { t } = useText();
  const { data, error, isPlaceholderData } = useView(
    'log/event',
    { position },
    { keepPrevious: true },
  );
  const event = data?.rows[0];
  return (
    <aside className={styles['panel']} aria-label={t('log.event.title', { position })}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{t('log.event.title', { position })}</h2>
        <Button
          look="quiet"
          size="small"
          icon={<X aria-hidden="true" />}
          aria-label={t('log.event.close')}
          onPress={onClose}
        />
      </header>
      <div
        className={styles['body']}
        aria-busy={data === undefined || isPlaceholderData}
        // What is still shown is another entry than the title says: nobody is led by it, nor copies it.
        inert={isPlaceholderData}
      >
        {error instanceof RefusalError ? <UnansweredMessage refusal={error.refusal} /> : null}
        {data !== undefined && event === undefined && !isPlaceholderData ? (
          <Message>{t('log.event.missing', { position })}</Message>
        ) : null}
        {event === undefined ? null : <Whole event={event} />}
      </div>
    </aside>
  );
};
