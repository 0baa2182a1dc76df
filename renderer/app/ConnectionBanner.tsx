import { Unplug } from 'lucide-react';
import { useBridgeStatus } from '../api/useHost.ts';
import { useText } from '../text/useText.ts';
import styles from './ConnectionBanner.module.css';

/** Says that the program cannot be reached, and what to do. */
export const ConnectionBanner = () => {
  const { t } = useText();
  const status = useBridgeStatus();
  return (
    <div role="status">
      {status === 'down' ? (
        <p className={styles['banner']}>
          <Unplug aria-hidden="true" size={16} />
          {t('connection.down')}
        </p>
      ) : null}
    </div>
  );
};
