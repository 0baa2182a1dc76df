import { useState, type ReactNode } from 'react';
import type { ExportOrder } from '../../../shared/protocol/exporting.ts';
import { useExport } from '../../api/useExport.ts';
import { useDaybook } from '../../api/useHost.ts';
import { useOtherJob } from '../../api/useOtherJob.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Section } from '../../ui/Section.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import styles from './ExchangePage.module.css';

interface OfferProps {
  readonly what: 'people' | 'entries' | 'log';
  readonly text: string;
  readonly order: ExportOrder;
  readonly file: string;
  readonly children?: ReactNode;
}

/** Something that can be written into a file. */
const Offer = ({ what, text, order, file, children }: OfferProps) => {
  const { t } = useText();
  const { name } = useDaybook();
  const { running, run } = useExport();
  const other = useOtherJob('export');
  return (
    <div className={styles['offer']} role="group" aria-label={t(`exchange.${what}`)}>
      <h3 className={styles['what']}>{t(`exchange.${what}`)}</h3>
      <div className={styles['about']}>
        <p>{text}</p>
        {children}
        <div>
          <Button
            isDisabled={running || other !== null}
            onPress={() => void run(order, `${name} ${file}`)}
          >
            {t(`exchange.export.${what}`)}
          </Button>
        </div>
      </div>
    </div>
  );
};

const contents = ['without', 'with'] as const;

const LogOffer = () => {
  const { t } = useText();
  const [content, setContent] = useState<(typeof contents)[number]>('without');
  return (
    <Offer
      what="log"
      text={t('exchange.logText')}
      order={{ what: 'log', personal: content === 'with' }}
      file={`${t('exchange.logFile')}.ndjson`}
    >
      <div className={styles['choice']}>
        <span aria-hidden="true">{t('exchange.personal')}</span>
        <Segments
          label={t('exchange.personal')}
          options={contents.map((value) => ({ value, label: t(`exchange.${value}`) }))}
          value={content}
          onChange={setContent}
        />
      </div>
      {content === 'with' ? <Message>{t('exchange.logWarning')}</Message> : null}
    </Offer>
  );
};

/** What goes out of the daybook into files. */
export const ExportPart = () => {
  const { t } = useText();
  return (
    <Section isWide title={t('exchange.exportTitle')} text={t('exchange.exportText')}>
      <ExportProgress />
      <Offer
        what="people"
        text={t('exchange.peopleText')}
        order={{ what: 'people' }}
        file={`${t('exchange.peopleFile')}.csv`}
      />
      <Offer
        what="entries"
        text={t('exchange.entriesText')}
        order={{
          what: 'entries',
          approvals: { approved: t('exchange.approved'), earlier: t('exchange.earlierLimit') },
        }}
        file={`${t('exchange.entriesFile')}.csv`}
      />
      <LogOffer />
    </Section>
  );
};
