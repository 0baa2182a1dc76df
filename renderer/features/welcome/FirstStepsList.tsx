import { Link } from '@tanstack/react-router';
import { useText } from '../../text/useText.ts';
import { keysOf } from '../../ui/shortcutKeys.ts';
import styles from './FirstStepsList.module.css';

/** What to do first in an empty daybook. */
export const FirstStepsList = () => {
  const { t } = useText();
  return (
    <ol className={styles['list']}>
      <li>{t('firstSteps.passphrase')}</li>
      <li>
        <Link to="/people/new">{t('firstSteps.person')}</Link>{' '}
        <Link to="/exchange">{t('firstSteps.import')}</Link>
      </li>
      <li>{t('firstSteps.keys', { keys: keysOf('palette') })}</li>
    </ol>
  );
};
