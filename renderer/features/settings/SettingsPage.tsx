import { Link, Outlet } from '@tanstack/react-router';
import { useText } from '../../text/useText.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import styles from './SettingsPage.module.css';

/** The settings, each section at an address of its own. */
export const SettingsPage = () => {
  const { t } = useText();
  const link = {
    className: styles['tab'] ?? '',
    activeProps: { 'aria-current': 'page' as const },
  };
  return (
    <div className={styles['page']}>
      <PageHead title={t('settings.title')} />
      <nav aria-label={t('settings.sections')} className={styles['tabs']}>
        <Link to="/settings/general" {...link}>
          {t('settings.general')}
        </Link>
        <Link to="/settings/security" {...link}>
          {t('settings.security')}
        </Link>
        <Link to="/settings/storage" {...link}>
          {t('settings.storage')}
        </Link>
        <Link to="/settings/about" {...link}>
          {t('settings.aboutTitle')}
        </Link>
      </nav>
      <Outlet />
    </div>
  );
};
