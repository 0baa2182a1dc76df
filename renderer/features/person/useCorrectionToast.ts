import type { DetailChanges, PersonDetails } from '../../../shared/records/person/details.ts';
import { useApi } from '../../api/ApiContext.ts';
import { draftAbout } from '../../forms/drafts.ts';
import { useText } from '../../text/useText.ts';
import { isAsCorrected, undoneChanges } from './undoneChanges.ts';
import { useUndoToast } from './useUndoToast.ts';

/**
 * Says that details were corrected, and offers to bring the old ones back. Not where they have been
 * corrected once more since: an undo must not take back what somebody else has written.
 */
export const useCorrectionToast = (personId: string) => {
  const { t } = useText();
  const api = useApi();
  const { show, counter } = useUndoToast(draftAbout(personId, 'corrected'));
  return (before: PersonDetails, changes: DetailChanges): void =>
    show(t('details.done'), async () => {
      const page = await api.ask('person/page', { personId });
      const now = page.ok ? page.value.rows[0]?.details : undefined;
      if (now && !isAsCorrected(now, changes)) return t('undoing.correctedElsewhere');
      return counter(
        'person/correct-details',
        { personId, changes: undoneChanges(before, changes), reason: t('undoing.reason') },
        t('undoing.corrected'),
      );
    });
};
