import { useEffect } from 'react';

/**
 * Names the window after its page. Never after a person: the title goes into the browser's history and
 * onto the taskbar.
 */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} \u2013 Daybook`;
  }, [title]);
};
