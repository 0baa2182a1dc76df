import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useDaybook } from '../api/useHost.ts';
import { bulkWork } from '../features/people/bulkWork.ts';
import { forgetList } from '../features/people/lastList.ts';
import { toasts } from '../ui/toasts.ts';
import { enterDaybook, isAnother } from './lastDaybook.ts';
import { forgetPeople } from './palette/recentPeople.ts';
import { createDaybookRouter } from './router.tsx';
import { useTellStopped, type useStoppedByLock } from './useStoppedByLock.ts';

const router = createDaybookRouter();

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

interface OpenDaybookProps {
  readonly stopped: ReturnType<typeof useStoppedByLock>;
}

/**
 * After a lock somebody goes on where they were; in another daybook nothing of the last one waits. To be
 * done before the first screen is drawn: it begins with what it finds, such as a name that was searched.
 */
const arriveIn = (id: string): void => {
  const another = isAnother(id);
  enterDaybook();
  if (!another) return;
  forgetList();
  forgetPeople();
  void router.navigate({ to: '/people', replace: true });
};

/** Everything that is behind the passphrase. */
export const OpenDaybook = ({ stopped }: OpenDaybookProps) => {
  const { id } = useDaybook();
  useState(() => arriveIn(id));
  // What was said of one daybook, and its undo, must not stand over another, nor where none is open.
  useEffect(
    () => () => {
      toasts.clear();
      bulkWork.forget();
    },
    [],
  );
  useTellStopped(stopped);
  return <RouterProvider router={router} />;
};
