import { useDaybook } from '../../api/useHost.ts';
import { useText } from '../../text/useText.ts';
import { Select } from '../../ui/Select.tsx';
import { DayFilter } from './DayFilter.tsx';
import { deviceName } from './deviceName.ts';
import { GoToField } from './GoToField.tsx';
import styles from './LogFilters.module.css';
import type { LogSearch } from './logSearch.ts';
import { PersonFilter } from './PersonFilter.tsx';
import { TypeFilter } from './TypeFilter.tsx';

interface LogFiltersProps {
  readonly search: LogSearch;
  readonly devices: readonly string[];
  readonly types: readonly string[];
  /** Position of the last event. */
  readonly last: number;
  readonly onAsk: (change: LogSearch) => void;
  readonly onGo: (position: number) => void;
}

/** What narrows the log. Which device is asked only where there is more than one. */
export const LogFilters = ({ search, devices, types, last, onAsk, onGo }: LogFiltersProps) => {
  const { t } = useText();
  const { device: here } = useDaybook();
  const { type = [], person, device, from, to } = search;
  const all = [...new Set([...devices, ...(device === undefined ? [] : [device])])];
  return (
    <div className={styles['filters']} role="group" aria-label={t('log.filters')}>
      <div className={styles['wide']}>
        <TypeFilter
          value={type}
          met={types}
          onChange={(chosen) => onAsk({ type: chosen.length === 0 ? undefined : [...chosen] })}
        />
      </div>
      <div className={styles['wide']}>
        <PersonFilter personId={person} onChange={(chosen) => onAsk({ person: chosen })} />
      </div>
      {all.length > 1 || device !== undefined ? (
        <div className={styles['narrow']}>
          <Select
            label={t('log.device')}
            value={device ?? ''}
            onChange={(chosen) => onAsk({ device: chosen === '' ? undefined : chosen })}
            options={[
              { value: '', label: t('log.allDevices') },
              ...all.map((value) => ({ value, label: deviceName(value, here, t) })),
            ]}
          />
        </div>
      ) : null}
      <div className={styles['narrow']}>
        <DayFilter label={t('log.from')} value={from} onChange={(day) => onAsk({ from: day })} />
      </div>
      <div className={styles['narrow']}>
        <DayFilter label={t('log.to')} value={to} onChange={(day) => onAsk({ to: day })} />
      </div>
      <div className={styles['narrow']}>
        <GoToField last={last} onGo={onGo} />
      </div>
    </div>
  );
};
