import { Link } from '@tanstack/react-router';
import { useText } from '../text/useText.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Message } from '../ui/Message.tsx';
import {
  keysOf,
  printKeys,
  shortcutKeys,
  type ShortcutName,
  type ShortcutScope,
} from '../ui/shortcutKeys.ts';
import { usePreferences } from '../window/PreferencesProvider.tsx';
import styles from './KeysDialog.module.css';

type Line = readonly [keys: string, meaning: string];

interface KeysProps {
  readonly title: string;
  readonly lines: readonly Line[];
}

const Keys = ({ title, lines }: KeysProps) => (
  <section>
    <h3 className={styles['scope']}>{title}</h3>
    <dl className={styles['keys']}>
      {lines.map(([keys, meaning]) => (
        <div key={keys} className={styles['key']}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </section>
);

/** All keys that do something, by where they do it. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useText();
  const { preferences } = usePreferences();
  const bound = (scope: ShortcutScope): readonly Line[] =>
    (Object.keys(shortcutKeys) as ShortcutName[])
      .filter((name) => shortcutKeys[name].scope === scope)
      .map((name) => [keysOf(name), t(`keys.${name}`)]);
  return (
    <Dialog title={t('keys.title')} width="wide" onLeave={onClose}>
      {preferences.singleKeys ? null : (
        <Message
          look="note"
          actions={
            <Link to="/settings/general" onClick={onClose}>
              {t('keys.turnOn')}
            </Link>
          }
        >
          {t('keys.off')}
        </Message>
      )}
      <div className={styles['scopes']}>
        <Keys title={t('keys.everywhere')} lines={bound('everywhere')} />
        <Keys title={t('keys.person')} lines={bound('person')} />
        <Keys
          title={t('keys.list')}
          lines={[
            ['\u2191 \u2193', t('keys.rows')],
            ['Enter', t('keys.open')],
            ['Space', t('keys.choose')],
            [printKeys('shift+\u2191 \u2193'), t('keys.chooseRange')],
            [printKeys('mod+a'), t('keys.chooseAll')],
            ...bound('list'),
          ]}
        />
        <Keys
          title={t('keys.form')}
          lines={[
            [printKeys('mod+Enter'), t('keys.save')],
            ['Esc', t('keys.leave')],
          ]}
        />
      </div>
    </Dialog>
  );
};
