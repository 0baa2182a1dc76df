import { useText } from '../../text/useText.ts';
import { Redaction } from '../../ui/Redaction.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import type { LogRow } from './createHeldLines.ts';
import styles from './LogPage.module.css';

/** What became of the personal part of an event. Only what was erased looks like a bar. */
export const SealMark = ({ seal }: { readonly seal: LogRow['seal'] }) => {
  const { t } = useText();
  switch (seal) {
    case 'none':
      return <span className={styles['faint']}>–</span>;
    case 'opened':
      return <span className={styles['soft']}>{t('log.seals.opened')}</span>;
    case 'erased':
      return <Redaction length={10} />;
    case 'sealed':
      return <Stamp look="blue">{t('log.seals.sealed')}</Stamp>;
    case 'damaged':
      return <Stamp look="red">{t('log.seals.damaged')}</Stamp>;
  }
};
