import { Link, useRouterState } from '@tanstack/react-router';
import { Keyboard, Lock, LogOut, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Focusable } from 'react-aria-components';
import { useDaybook, useHost } from '../api/useHost.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressLine } from '../ui/ProgressLine.tsx';
import { keysOf } from '../ui/shortcutKeys.ts';
import { Stamp } from '../ui/Stamp.tsx';
import { Tip } from '../ui/Tip.tsx';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import { usePutAway } from '../window/putAway.ts';
import { isAt, places } from './places.ts';
import styles from './Spine.module.css';

/** Where the stylesheet leaves icons without words. */
const NARROW = '(max-width: 36rem), (max-width: 64rem) and (max-height: 36rem)';

const Places = ({ isNarrow }: { readonly isNarrow: boolean }) => {
  const { t } = useText();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <nav aria-label={t('nav.main')} className={styles['places']}>
      {places.map((place) => (
        <Tip key={place.to} text={t(place.text)} isNeeded={isNarrow}>
          <Focusable>
            <Link
              to={place.to}
              className={styles['place'] ?? ''}
              {...(isAt(place, path) ? { 'aria-current': 'page' as const } : {})}
            >
              <place.icon aria-hidden="true" />
              <span className={styles['word']}>{t(place.text)}</span>
            </Link>
          </Focusable>
        </Tip>
      ))}
    </nav>
  );
};

/** Names come in after a daybook was opened; until then lists and searches lack some. */
const NamesLoading = () => {
  const { t } = useText();
  const { privateIndex } = useDaybook();
  if (privateIndex.done >= privateIndex.total) return null;
  return (
    <div className={styles['names']}>
      <ProgressLine label={t('host.names')} done={privateIndex.done} total={privateIndex.total} />
    </div>
  );
};

interface SpineButtonProps {
  readonly label: string;
  readonly keys?: string;
  readonly icon: ReactNode;
  readonly isNarrow: boolean;
  readonly onPress: () => void;
}

const SpineButton = ({ label, keys, icon, isNarrow, onPress }: SpineButtonProps) => (
  <Tip text={keys === undefined ? label : `${label} (${keys})`} isNeeded={isNarrow}>
    <Button look="quiet" size="small" icon={icon} onPress={onPress}>
      <span className={styles['word']}>{label}</span>
    </Button>
  </Tip>
);

/** True while the daybook that is open is made up. */
const useIsSample = (): boolean => {
  const host = useHost();
  return host?.daybooks.find(({ folder }) => folder === host.openFolder)?.isSample === true;
};

interface SpineProps {
  readonly onKeys: () => void;
  readonly onPalette: () => void;
}

/** The spine of the book: its name, its parts, and what puts it away. */
export const Spine = ({ onKeys, onPalette }: SpineProps) => {
  const { t } = useText();
  const { name, currency } = useDaybook();
  const isNarrow = useMediaQuery(NARROW);
  const isSample = useIsSample();
  const putAway = usePutAway();
  return (
    <aside className={styles['spine']}>
      <div className={styles['book']}>
        <p className={styles['name']}>{name}</p>
        <p className={styles['currency']}>{currency}</p>
        {isSample ? <Stamp look="red">{t('sample.mark')}</Stamp> : null}
      </div>
      <Places isNarrow={isNarrow} />
      <div className={styles['foot']}>
        <NamesLoading />
        <SpineButton
          label={t('nav.find')}
          keys={keysOf('palette')}
          icon={<Search aria-hidden="true" />}
          isNarrow={isNarrow}
          onPress={onPalette}
        />
        <SpineButton
          label={t('nav.keys')}
          keys={keysOf('help')}
          icon={<Keyboard aria-hidden="true" />}
          isNarrow={isNarrow}
          onPress={onKeys}
        />
        <SpineButton
          label={t('nav.lock')}
          keys={keysOf('lock')}
          icon={<Lock aria-hidden="true" />}
          isNarrow={isNarrow}
          onPress={() => putAway('lock')}
        />
        <SpineButton
          label={t('nav.close')}
          icon={<LogOut aria-hidden="true" />}
          isNarrow={isNarrow}
          onPress={() => putAway('close')}
        />
      </div>
    </aside>
  );
};
