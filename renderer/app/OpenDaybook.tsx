import { RouterProvider } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { bulkWork } from '../features/people/bulkWork.ts';
import { forgetList } from '../features/people/lastList.ts';
import { searchWish } from '../features/people/searchWish.ts';
import { dropAllDrafts } from '../forms/drafts.ts';
import { keepQuiet, speakAgain } from '../ui/toasts.ts';
import { onEntered, onFreshStart } from '../window/freshStarts.ts';
import { askPeopleAhead } from './askPeopleAhead.ts';
import { forgetScroll } from './lastScroll.ts';
import { forgetPeople } from './palette/recentPeople.ts';
import { createDaybookRouter } from './router.tsx';
import { useTellStopped, type useStoppedByLock } from './useStoppedByLock.ts';

const router = createDaybookRouter();
// Who opens the daybook finds the screen of the address chosen.
void router.load();

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

interface OpenDaybookProps {
  readonly stopped: ReturnType<typeof useStoppedByLock>;
}

// A screen begins with what it finds, such as a name that was searched: nothing of the daybook before may be left.
onFreshStart((start) => {
  forgetList();
  forgetPeople();
  forgetScroll();
  if (start === 'another') dropAllDrafts();
  void router.navigate({ to: '/people', replace: true });
});

onEntered((api) => askPeopleAhead(api, router.parseLocation(router.history.location)));

/** Everything that is behind the passphrase. */
export const OpenDaybook = ({ stopped }: OpenDaybookProps) => {
  // What was said of one daybook, and its undo, must not stand over another, nor where none is open.
  useLayoutEffect(() => {
    speakAgain();
    return () => {
      keepQuiet();
      searchWish.forget();
      bulkWork.forget();
    };
  }, []);
  useTellStopped(stopped);
  return <RouterProvider router={router} />;
};
