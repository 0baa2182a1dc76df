import { useText } from '../../text/useText.ts';
import { Facts } from './Facts.tsx';
import { fieldLines } from './fieldLines.ts';
import styles from './EventPanel.module.css';

/** The fields of an event by the names that they have in the log. */
export const FieldValues = ({ fields }: { readonly fields: object }) => {
  const { t, language } = useText();
  const lines = fieldLines(fields, language);
  return lines.length === 0 ? (
    <p className={styles['seal']}>{t('common.none')}</p>
  ) : (
    <Facts facts={lines.map(({ name, text }) => ({ name, value: text }))} />
  );
};
