import { useText } from '../../text/useText.ts';
import { Facts } from './Facts.tsx';
import { fieldLines } from './fieldLines.ts';
import styles from './EventPanel.module.css';

interface FieldValuesProps {
  /** Of the event that they are of. */
  readonly type: string;
  readonly fields: object;
}

/** The fields of an event in words. As the log has them they stand in the open format. */
export const FieldValues = ({ type, fields }: FieldValuesProps) => {
  const { t, language } = useText();
  const lines = fieldLines(type, fields, t, language);
  return lines.length === 0 ? (
    <p className={styles['seal']}>{t('common.none')}</p>
  ) : (
    <Facts facts={lines.map(({ name, text }) => ({ name, value: text }))} />
  );
};
