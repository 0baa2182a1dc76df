import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useApi } from '../api/ApiContext.ts';
import { hostKey } from '../api/createDaybookApi.ts';
import { useDaybook } from '../api/useHost.ts';
import { FirstStepsList } from '../features/welcome/FirstStepsList.tsx';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import styles from './FirstSteps.module.css';

/** The list of people shows them itself, in the place of its rows. */
const shownAt = '/overview';

/** What to do first in an empty daybook. It goes by itself with the first event, or when somebody hides it. */
export const FirstSteps = () => {
  const { t } = useText();
  const api = useApi();
  const queries = useQueryClient();
  const { events } = useDaybook();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [isHidden, setIsHidden] = useState(false);
  const isShown = events === 0 && !isHidden && path === shownAt;
  useEffect(() => {
    if (events > 0) return undefined;
    // The program tells that rows have changed, not how many events there are then.
    return api.onRowsChanged(() => void queries.invalidateQueries({ queryKey: hostKey }));
  }, [api, queries, events]);
  if (!isShown) return null;
  return (
    <section aria-labelledby="first-steps" className={styles['steps']}>
      <div>
        <h2 id="first-steps" className={styles['title']}>
          {t('firstSteps.title')}
        </h2>
        <FirstStepsList />
      </div>
      <Button
        look="quiet"
        size="small"
        aria-label={t('firstSteps.dismiss')}
        icon={<X aria-hidden="true" />}
        onPress={() => setIsHidden(true)}
      />
    </section>
  );
};
