import { Archive, ArchiveRestore } from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import type { ExportOrder } from '../../../shared/protocol/exporting.ts';
import type { PersonListFilter } from '../../../shared/views/person-list.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ExportButton } from '../exchange/ExportButton.tsx';
import type { Deed } from './createBulkWork.ts';
import styles from './PeoplePage.module.css';

interface BulkBarProps {
  /** Null while nobody knows how many there are. */
  readonly count: number | null;
  /** How many people can be chosen at once; null while nobody knows. */
  readonly people: number | null;
  readonly filter: PersonListFilter | undefined;
  readonly isBusy: boolean;
  /** Writes the rows of the chosen people. */
  readonly order: ExportOrder;
  readonly onDo: (deed: Deed) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

/** What can be done with a row's person depends on the list: nobody is archived in the usual one. */
const deedsOf = (filter: PersonListFilter | undefined): readonly Deed[] => {
  if (filter === undefined) return ['archive'];
  if (filter === 'archived') return ['restore'];
  return filter === 'erased' ? [] : ['archive', 'restore'];
};

/** What can be done with the people who are chosen. */
export const BulkBar = (props: BulkBarProps) => {
  const { count, people, filter, isBusy, order, onDo, onAll, onNone } = props;
  const { t } = useText();
  const deeds = deedsOf(filter);
  return (
    <Toolbar aria-label={t('bulk.bar')} className={styles['bulk'] ?? ''}>
      <span className={styles['bulkCount']} role="status">
        {count === null ? t('bulk.allChosen') : t('bulk.chosen', { count })}
      </span>
      {people === null || count === null || count >= people ? null : (
        <Button look="quiet" size="small" onPress={onAll}>
          {t('bulk.chooseAll', { count: people })}
        </Button>
      )}
      {deeds.includes('archive') ? (
        <Button
          size="small"
          icon={<Archive aria-hidden="true" />}
          isDisabled={isBusy || count === null}
          onPress={() => onDo('archive')}
        >
          {t('bulk.archive')}
        </Button>
      ) : null}
      {deeds.includes('restore') ? (
        <Button
          size="small"
          icon={<ArchiveRestore aria-hidden="true" />}
          isDisabled={isBusy || count === null}
          onPress={() => onDo('restore')}
        >
          {t('bulk.restore')}
        </Button>
      ) : null}
      <ExportButton size="small" order={order} label={t('bulk.export')} />
      <span className={styles['bulkEnd']}>
        <Button look="quiet" size="small" onPress={onNone}>
          {t('bulk.none')}
        </Button>
      </span>
    </Toolbar>
  );
};
