import { useCallback, useLayoutEffect, useRef } from 'react';

/** Says, when an answer comes, whether what has asked for it is still on the screen: nobody is led away who has left it. */
export const useStillShown = (): (() => boolean) => {
  const isShown = useRef(false);
  useLayoutEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return useCallback(() => isShown.current, []);
};
