import { useEffect } from 'react';
import { useApi } from '../api/ApiContext.ts';
import { usePreferences } from '../window/PreferencesProvider.tsx';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Somebody at work is told of no more often than this. **Units:** milliseconds. */
const EVERY_MS = 10_000;

/** Tells the program that somebody is at work in this window, so that it locks the daybook when nobody is. */
export const useActivity = (): void => {
  const { bridge } = useApi();
  const {
    preferences: { lockAfter },
  } = usePreferences();
  useEffect(() => {
    const tell = (): void => {
      const lockAfterMinutes = lockAfter === 0 ? null : lockAfter;
      void bridge.call('daybook/active', { lockAfterMinutes });
    };
    let lastMs = Date.now();
    const onSign = (): void => {
      // A clock that was put back must not hold it up.
      if (Math.abs(Date.now() - lastMs) < EVERY_MS) return;
      lastMs = Date.now();
      tell();
    };
    tell();
    for (const sign of signs)
      window.addEventListener(sign, onSign, { passive: true, capture: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true });
    };
  }, [bridge, lockAfter]);
};
