import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useApi } from '../api/ApiContext.ts';
import { hostKey } from '../api/createDaybookApi.ts';
import { useDaybook } from '../api/useHost.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { keysOf } from '../ui/shortcutKeys.ts';
import styles from './FirstSteps.module.css';

const shownAt: readonly string[] = ['/people', '/overview'];

/** What to do first in an empty daybook. It goes by itself with the first event, or when somebody hides it. */
export const FirstSteps = () => {
  const { t } = useText();
  const api = useApi();
  const queries = useQueryClient();
  const { events } = useDaybook();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [isHidden, setIsHidden] = useState(false);
  const isShown = events === 0 && !isHidden && shownAt.includes(path);
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
        <ol className={styles['list']}>
          <li>{t('firstSteps.passphrase')}</li>
          <li>
            <Link to="/people/new">{t('firstSteps.person')}</Link>
          </li>
          <li>
            <Link to="/exchange">{t('firstSteps.import')}</Link>
          </li>
          <li>{t('firstSteps.keys', { keys: keysOf('palette') })}</li>
        </ol>
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
