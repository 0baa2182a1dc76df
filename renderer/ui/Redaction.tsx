import { useText } from '../text/useText.ts';
import styles from './marks.module.css';

interface RedactionProps {
  /** About as long as what stood there. **Units:** characters. */
  readonly length?: number;
}

/** A black bar where something personal stood. It is read out as what it is. */
export const Redaction = ({ length = 14 }: RedactionProps) => {
  const { t } = useText();
  return (
    <span
      className={styles['redaction']}
      style={{ width: `${length * 0.5}em` }}
      role="img"
      aria-label={t('common.erased')}
    />
  );
};
