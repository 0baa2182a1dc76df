import { createContext, useContext } from 'react';

/** Locked, windows keep their place in the daybook; closed, they do not. */
export type PuttingAway = 'lock' | 'close';

export const PutAwayContext = createContext<(how: PuttingAway) => void>(() => {});

/** Puts the daybook away by hand; while long work runs it asks first. */
export const usePutAway = (): ((how: PuttingAway) => void) => useContext(PutAwayContext);
