import { Link } from '@tanstack/react-router';
import { useApi } from '../../api/ApiContext.ts';
import { useView } from '../../api/useView.ts';
import { refusalSentence } from '../../text/refusalSentence.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { bulkWork, undoBulkWork, useBulkState } from './bulkWork.ts';
import type { BulkState, Refused } from './createBulkWork.ts';
import { PersonName } from './PersonName.tsx';
import { useOwing } from './useOwing.ts';
import styles from './PeoplePage.module.css';

/** As many names as anybody reads; the others are counted. */
const NAMED = 20;

const RefusedPerson = ({ personId, refusal }: Refused) => {
  const { t, language } = useText();
  // Asked for now: who has been erased since has no name in a report either.
  const { data } = useView('person/page', { personId });
  const person = data?.rows[0];
  return (
    <li>
      <Link to="/person/$personId" params={{ personId }} search={{}}>
        {person === undefined ? personId : <PersonName person={person} />}
      </Link>
      <span>
        {refusal.type === 'PersonErased' ? t('bulk.erased') : refusalSentence(refusal, t, language)}
      </span>
    </li>
  );
};

const nobody: BulkState['changed'] = [];

const Ended = ({ state }: { readonly state: BulkState }) => {
  const { t } = useText();
  const api = useApi();
  const { deed, changed, already, refused, isCancelled } = state;
  const owing = useOwing(deed === 'archive' ? changed : nobody) ?? 0;
  const sentences = [
    t(`bulk.done.${deed}`, { count: changed.length }),
    ...(owing > 0 ? [t('bulk.owing', { count: owing })] : []),
    ...(already > 0 ? [t(`bulk.already.${deed}`, { count: already })] : []),
    ...(refused.length > 0 ? [t('bulk.refused', { count: refused.length })] : []),
    ...(isCancelled ? [t('bulk.cancelled')] : []),
  ];
  return (
    <Message
      look="note"
      actions={
        <>
          {changed.length === 0 ? null : (
            <Button size="small" onPress={() => undoBulkWork(api, state)}>
              {t('common.undo')}
            </Button>
          )}
          <Button look="quiet" size="small" onPress={bulkWork.forget}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <p role="status">{sentences.join(' ')}</p>
      {refused.length === 0 ? null : (
        <ul className={styles['reasons']}>
          {refused.slice(0, NAMED).map((one) => (
            <RefusedPerson key={one.personId} {...one} />
          ))}
          {refused.length > NAMED ? (
            <li>{t('bulk.moreRefused', { count: refused.length - NAMED })}</li>
          ) : null}
        </ul>
      )}
    </Message>
  );
};

/** How far work on many people has come, why it halts, and what came of it. */
export const BulkReport = () => {
  const { t, language } = useText();
  const state = useBulkState();
  if (state === null) return null;
  const cancel = (
    <Button look="quiet" size="small" onPress={bulkWork.cancel}>
      {t('common.cancel')}
    </Button>
  );
  return (
    <div className={styles['work']}>
      {state.phase === 'running' ? (
        <ProgressLine
          label={t(`bulk.doing.${state.deed}`)}
          done={state.done}
          total={state.total}
          aside={cancel}
        />
      ) : null}
      {state.phase === 'halted' && state.halt !== null ? (
        <Message
          actions={
            <>
              <Button size="small" onPress={bulkWork.goOn}>
                {t('bulk.goOn')}
              </Button>
              {cancel}
            </>
          }
        >
          {t('bulk.halted', { done: state.done, total: state.total })}{' '}
          {refusalSentence(state.halt, t, language)}
        </Message>
      ) : null}
      {state.phase === 'ended' ? <Ended state={state} /> : null}
    </div>
  );
};
