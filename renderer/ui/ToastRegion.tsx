import { X } from 'lucide-react';
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { useText } from '../text/useText.ts';
import { Button } from './Button.tsx';
import { toasts } from './toasts.ts';
import styles from './ToastRegion.module.css';

/** Where toasts appear. F6 leads there by keyboard. */
export const ToastRegion = () => {
  const { t } = useText();
  return (
    <AriaToastRegion
      queue={toasts}
      aria-label={t('common.messages')}
      className={styles['region'] ?? ''}
    >
      {({ toast }) => (
        <Toast toast={toast} className={styles['toast'] ?? ''}>
          <ToastContent className={styles['content'] ?? ''}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action === undefined ? null : (
            <Button
              size="small"
              onPress={() => {
                toast.content.action?.run();
                toasts.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button
            slot="close"
            look="quiet"
            size="small"
            aria-label={t('common.close')}
            icon={<X aria-hidden="true" />}
          />
        </Toast>
      )}
    </AriaToastRegion>
  );
};
