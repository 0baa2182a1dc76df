import type { PersonPage } from '../../../shared/views/person-page.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useDaybook } from '../../api/useHost.ts';
import { draftAbout } from '../../forms/drafts.ts';
import { formatMoney } from '../../text/amountText.ts';
import { RefusalMessage } from '../../text/RefusalMessage.tsx';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './DetailsTab.module.css';
import { useUndoToast } from './useUndoToast.ts';

interface WholePersonProps {
  readonly person: PersonPage;
  readonly onErase: () => void;
}

/** Archives and takes back into the list, either of which the other takes back. */
const useArchive = ({ personId, name: known, accounts }: PersonPage) => {
  const { t, language } = useText();
  const { currency } = useDaybook();
  const archiving = useCommand('person/archive');
  const restoring = useCommand('person/restore');
  const { show, counter } = useUndoToast(draftAbout(personId, 'archive'));
  const name = known ?? '';
  /** Who is archived owes what they owed, and is seldom looked at again. */
  const done = (): string => {
    const minor = accounts.reduce((sum, { balance }) => sum + Math.max(0, balance.minor), 0);
    return minor === 0
      ? t('details.archiveDone', { name })
      : t('details.archiveDoneOwing', { name, sum: formatMoney({ currency, minor }, language) });
  };
  return {
    refusal: archiving.refusal ?? restoring.refusal,
    archive: async (): Promise<void> => {
      const archived = await archiving.run({ personId });
      if (archived.ok)
        show(done(), () =>
          counter(
            'person/restore',
            { personId, undoes: archived.value.eventId },
            t('undoing.archived', { name }),
          ),
        );
    },
    restore: async (): Promise<void> => {
      const restored = await restoring.run({ personId });
      if (restored.ok)
        show(t('details.restoreDone', { name }), () =>
          counter(
            'person/archive',
            { personId, undoes: restored.value.eventId },
            t('undoing.restored', { name }),
          ),
        );
    },
  };
};

/** Archive, take back, erase: what is done to a person as a whole. */
export const WholePerson = ({ person, onErase }: WholePersonProps) => {
  const { t } = useText();
  const { refusal, archive, restore } = useArchive(person);
  return (
    <section className={styles['whole']} aria-label={t('details.put')}>
      <h2 className={styles['wholeTitle']}>{t('details.put')}</h2>
      <div className={styles['wholeActions']}>
        {person.archived ? (
          <Button onToggle={() => void restore()}>{t('details.restore')}</Button>
        ) : (
          <Button onToggle={() => void archive()}>{t('details.archive')}</Button>
        )}
        {person.archived ? null : <p className={styles['hint']}>{t('details.archiveHint')}</p>}
      </div>
      <div className={styles['wholeActions']}>
        <Button look="danger" onPress={onErase}>
          {t('erase.button')}
        </Button>
        <p className={styles['hint']}>{t('details.eraseHint')}</p>
      </div>
      <RefusalMessage refusal={refusal} />
    </section>
  );
};
