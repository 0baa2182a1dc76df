import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { searchWish } from '../features/people/searchWish.ts';
import { useText } from '../text/useText.ts';
import { useShortcuts } from '../ui/useShortcuts.ts';
import { useOpening } from '../window/freshStarts.ts';
import { PutAwayContext } from '../window/putAway.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { Palette } from './palette/Palette.tsx';
import { notePerson } from './palette/recentPeople.ts';
import { Spine } from './Spine.tsx';
import { StatusNotices } from './StatusNotices.tsx';
import { StopDialog } from './StopDialog.tsx';
import { useActivity } from './useActivity.ts';
import { useDraftsOfErased } from './useDraftsOfErased.ts';
import { useScrollAfterLock } from './useScrollAfterLock.ts';
import styles from './Shell.module.css';
import { usePuttingAway } from './usePuttingAway.ts';

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

/** Runs what was chosen in the palette once it is gone, and has given the focus back. */
const usePalette = () => {
  const [isShown, setIsShown] = useState(false);
  return {
    isShown,
    show: () => setIsShown(true),
    close: (run: (() => void) | null) => {
      setIsShown(false);
      if (run === null) return;
      // The focus goes back with the next frame: what is chosen may move it on.
      requestAnimationFrame(() => requestAnimationFrame(run));
    },
  };
};

/** Notes who is looked at, for the palette. */
const useRecentPeople = (): void => {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    const [, personId] = /^\/person\/([^/]+)/.exec(path) ?? [];
    if (personId !== undefined) notePerson(personId);
  }, [path]);
};

/** What surrounds every screen of an open daybook. */
export const Shell = () => {
  const { t } = useText();
  const navigate = useNavigate();
  const { putAway, asking } = usePuttingAway();
  const page = useFocusOnArrival();
  useScrollAfterLock(page, useOpening());
  useDraftsOfErased();
  useActivity();
  useRecentPeople();
  const [keysShown, setKeysShown] = useState(false);
  const palette = usePalette();
  useShortcuts({
    'mod+k': palette.show,
    'mod+shift+l': () => putAway('lock'),
    '?': () => setKeysShown(true),
    n: () => void navigate({ to: '/people/new', search: (search) => search }),
    '/': () => {
      const field = searchField();
      if (field !== null) {
        field.focus();
        return;
      }
      searchWish.make();
      void navigate({ to: '/people' });
    },
  });
  return (
    <PutAwayContext value={putAway}>
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
        <Spine onKeys={() => setKeysShown(true)} onPalette={palette.show} />
        <main className={styles['page']} ref={page} tabIndex={-1}>
          <StatusNotices />
          <FirstSteps />
          <Outlet />
        </main>
        {keysShown ? <KeysDialog onClose={() => setKeysShown(false)} /> : null}
        {palette.isShown ? <Palette onClose={palette.close} /> : null}
        {asking === null ? null : <StopDialog {...asking} />}
      </div>
    </PutAwayContext>
  );
};
