import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../text/useText.ts';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** Asked to leave, by Escape or the cross. A form that would lose something asks first. */
  readonly onLeave: () => void;
  readonly width?: 'narrow' | 'wide';
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}

/** A sheet laid on the page. Only what is on it can be used until it is put away. */
export const Dialog = ({
  title,
  onLeave,
  width = 'narrow',
  role = 'dialog',
  children,
}: DialogProps) => {
  const { t } = useText();
  return (
    <ModalOverlay
      className={styles['shade'] ?? ''}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onLeave();
      }}
    >
      <Modal className={`${styles['sheet']} ${styles[width]}`}>
        <AriaDialog className={styles['dialog'] ?? ''} role={role}>
          <header className={styles['head']}>
            <Heading slot="title" className={styles['title'] ?? ''}>
              {title}
            </Heading>
            <Button
              look="quiet"
              aria-label={t('common.close')}
              icon={<X aria-hidden="true" />}
              onPress={onLeave}
            />
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
