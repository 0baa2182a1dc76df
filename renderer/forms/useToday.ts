import { useSyncExternalStore } from 'react';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { todayHere } from '../text/when.ts';

const LOOK_EVERY_MS = 60_000;

const onLook = (look: () => void): (() => void) => {
  const timer = setInterval(look, LOOK_EVERY_MS);
  // A machine that slept over night has not counted its minutes.
  window.addEventListener('focus', look);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', look);
  };
};

/** Today, also in a window that stays open over midnight. */
export const useToday = (): LocalDate => useSyncExternalStore(onLook, todayHere);
