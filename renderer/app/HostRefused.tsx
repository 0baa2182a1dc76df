import { useHostRefusal } from '../api/useHost.ts';
import { RefusalMessage } from '../text/RefusalMessage.tsx';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import styles from './failure.module.css';

/** Nothing until the program has said what it has open; where it has refused to, why. */
export const HostRefused = () => {
  const { t } = useText();
  const refused = useHostRefusal();
  if (refused === null) return null;
  return (
    <main className={styles['failure']}>
      <RefusalMessage
        refusal={refused.refusal}
        actions={
          <Button size="small" onPress={refused.again}>
            {t('failure.again')}
          </Button>
        }
      />
    </main>
  );
};
