import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import {
  ArrowLeftRight,
  BookUser,
  Keyboard,
  Lock,
  NotebookText,
  ScrollText,
  Settings2,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useDaybook, useHostCall } from '../api/useHost.ts';
import { refusalSentence } from '../text/refusalSentence.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressLine } from '../ui/ProgressLine.tsx';
import { showToast } from '../ui/toasts.ts';
import { useShortcuts } from '../ui/useShortcuts.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { StatusNotices } from './StatusNotices.tsx';
import { useDraftsOfErased } from './useDraftsOfErased.ts';
import styles from './Shell.module.css';

const Places = () => {
  const { t } = useText();
  const link = {
    className: styles['place'] ?? '',
    activeProps: { 'aria-current': 'page' as const },
  };
  return (
    <nav aria-label={t('nav.main')} className={styles['places']}>
      <Link to="/people" {...link}>
        <BookUser aria-hidden="true" />
        {t('nav.people')}
      </Link>
      <Link to="/overview" {...link}>
        <NotebookText aria-hidden="true" />
        {t('nav.overview')}
      </Link>
      <Link to="/log" {...link}>
        <ScrollText aria-hidden="true" />
        {t('nav.log')}
      </Link>
      <Link to="/exchange" {...link}>
        <ArrowLeftRight aria-hidden="true" />
        {t('nav.exchange')}
      </Link>
      <Link to="/settings" {...link}>
        <Settings2 aria-hidden="true" />
        {t('nav.settings')}
      </Link>
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

/** The spine of the book: its name, its parts, and what puts it away. */
const Spine = ({ onKeys }: { readonly onKeys: () => void }) => {
  const { t, language } = useText();
  const { name, currency } = useDaybook();
  const callHost = useHostCall();
  const navigate = useNavigate();
  return (
    <aside className={styles['spine']}>
      <div className={styles['book']}>
        <p className={styles['name']}>{name}</p>
        <p className={styles['currency']}>{currency}</p>
      </div>
      <Places />
      <div className={styles['foot']}>
        <NamesLoading />
        <Button look="quiet" size="small" icon={<Keyboard aria-hidden="true" />} onPress={onKeys}>
          {t('nav.keys')}
        </Button>
        <Button
          look="quiet"
          size="small"
          icon={<Lock aria-hidden="true" />}
          onPress={() => {
            void (async () => {
              // The next daybook starts at its own list, not at a person of this one.
              await navigate({ to: '/people' });
              const refusal = await callHost('daybook/close', {});
              if (refusal !== null) showToast({ text: refusalSentence(refusal, t, language) });
            })();
          }}
        >
          {t('nav.close')}
        </Button>
      </div>
    </aside>
  );
};

/** Moves the focus onto the new page, so that a keyboard or a screen reader starts at its top. */
const useFocusOnArrival = () => {
  const page = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const lastPath = useRef<string | null>(null);
  useEffect(() => {
    if (path === undefined || lastPath.current === path) return;
    lastPath.current = path;
    const focused = document.activeElement;
    if (focused !== document.body && page.current?.contains(focused) === true) return;
    // A page may name what its work starts with, such as a list whose rows the arrow keys walk.
    const start = page.current?.querySelector<HTMLElement>('[data-arrival]') ?? page.current;
    start?.focus({ preventScroll: true });
  }, [path]);
  return page;
};

const searchField = () => document.querySelector<HTMLInputElement>('input[type="search"]');

/** What surrounds every screen of an open daybook. */
export const Shell = () => {
  const { t } = useText();
  const navigate = useNavigate();
  const page = useFocusOnArrival();
  useDraftsOfErased();
  const [keysShown, setKeysShown] = useState(false);
  useShortcuts({
    '?': () => setKeysShown(true),
    n: () => void navigate({ to: '/people/new', search: (search) => search }),
    '/': () => {
      void (async () => {
        if (searchField() === null) await navigate({ to: '/people' });
        searchField()?.focus();
      })();
    },
  });
  return (
    <div className={styles['shell']}>
      <a
        className={styles['skip']}
        href="#page"
        onClick={(event) => {
          event.preventDefault();
          page.current?.focus();
        }}
      >
        {t('nav.skip')}
      </a>
      <Spine onKeys={() => setKeysShown(true)} />
      <main className={styles['page']} ref={page} tabIndex={-1}>
        <StatusNotices />
        <Outlet />
      </main>
      {keysShown ? <KeysDialog onClose={() => setKeysShown(false)} /> : null}
    </div>
  );
};
