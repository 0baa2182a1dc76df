import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Message } from '../ui/Message.tsx';
import styles from './failure.module.css';

/** In the place of a page that could not be drawn. The error itself is on the console. */
export const ScreenFailed = () => {
  const { t } = useText();
  return (
    <div className={styles['failure']}>
      <Message
        actions={
          <Button size="small" onPress={() => window.location.reload()}>
            {t('failure.reload')}
          </Button>
        }
      >
        {t('failure.screen')}
      </Message>
    </div>
  );
};
