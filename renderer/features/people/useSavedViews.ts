import { useEffect, useState } from 'react';
import { createListeners } from '../../api/createListeners.ts';
import { readSavedViews, writeSavedViews, type SavedView } from './savedViews.ts';

const changes = createListeners<null>();

/**
 * The saved views of a daybook, and what changes them. They are read anew for each change: another window,
 * or an undo from a list that has gone since, may have changed them too.
 */
export const useSavedViews = (daybookId: string) => {
  const [views, setViews] = useState(() => readSavedViews(localStorage, daybookId));
  useEffect(() => {
    const read = (): void => setViews(readSavedViews(localStorage, daybookId));
    window.addEventListener('storage', read);
    const end = changes.add(read);
    return () => {
      window.removeEventListener('storage', read);
      end();
    };
  }, [daybookId]);
  const change = (next: (before: readonly SavedView[]) => readonly SavedView[]): void => {
    writeSavedViews(localStorage, daybookId, next(readSavedViews(localStorage, daybookId)));
    changes.tell(null);
  };
  return { views, change };
};
