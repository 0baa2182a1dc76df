import { useText } from '../text/useText.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './KeysDialog.module.css';

/** All keys that do something by themselves. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useText();
  const keys: readonly (readonly [string, string])[] = [
    ['/', t('keys.search')],
    ['N', t('keys.newPerson')],
    ['\u2191 \u2193', t('keys.rows')],
    ['Enter', t('keys.open')],
    ['C', t('keys.charge')],
    ['P', t('keys.pay')],
    ['B', t('keys.toList')],
    ['Ctrl Enter', t('keys.save')],
    ['Esc', t('keys.leave')],
    ['?', t('keys.help')],
  ];
  return (
    <Dialog title={t('keys.title')} onLeave={onClose}>
      <dl className={styles['keys']}>
        {keys.map(([key, meaning]) => (
          <div key={key} className={styles['key']}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
