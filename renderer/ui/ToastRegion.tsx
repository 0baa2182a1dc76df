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

/** What a list at the foot of the window leaves free for it, so that its last rows are not covered. */
const ROOM = '--toast-room';

/** Tells the page how tall a toast is, for as long as it is there. */
const makeRoom = (toast: HTMLElement | null): (() => void) | undefined => {
  if (toast === null) return undefined;
  const page = document.documentElement;
  const observer = new ResizeObserver(() =>
    page.style.setProperty(ROOM, `calc(${toast.offsetHeight}px + 0.4rem)`),
  );
  observer.observe(toast);
  return () => {
    observer.disconnect();
    page.style.removeProperty(ROOM);
  };
};

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
        <Toast ref={makeRoom} toast={toast} className={styles['toast'] ?? ''}>
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
