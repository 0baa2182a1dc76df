import { useSyncExternalStore } from 'react';
import type { ViewInput, ViewRow } from '../../../shared/contract.ts';
import type { ViewRows } from '../../../shared/kernel/view.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import type { DaybookApi } from '../../api/createDaybookApi.ts';
import { dropAttempt, formsWithAttempts } from '../../api/attempts.ts';
import { newCommandId } from '../../api/newCommandId.ts';
import { createBulkWork, type BulkState, type Deed } from './createBulkWork.ts';
import { chosenAmong, type Selection } from './selection.ts';

/** Every attempt of such work is called so, whomever it is about. */
const ATTEMPTS = 'bulk/';

/** Whether a person was changed is not asked any more once the work is over. */
const dropAttempts = (): void => {
  for (const form of formsWithAttempts()) if (form.startsWith(ATTEMPTS)) dropAttempt(form);
};

/** The window's only work on many people: it goes on while other screens are shown. */
export const bulkWork = createBulkWork();
bulkWork.onChange(() => {
  const phase = bulkWork.state()?.phase;
  if (phase !== 'running' && phase !== 'halted') dropAttempts();
});

export const useBulkState = (): BulkState | null =>
  useSyncExternalStore(bulkWork.onChange, bulkWork.state);

type Batches = AsyncGenerator<Result<readonly string[], Refusal>, undefined>;

/** As many ids at a time as a page may have. */
const READ_AT_ONCE = 1000;

/**
 * Everybody whom a question finds, but for some, page by page. Their order makes no difference to what is
 * done; by name the rows of one person follow each other, so that nobody comes twice.
 */
async function* everybodyBut(
  api: DaybookApi,
  question: ViewInput<'person/list'>,
  left: ReadonlySet<string>,
): Batches {
  let after: string | null = null;
  let last = '';
  for (;;) {
    const input: ViewInput<'person/list'> = { ...question, sort: 'name', limit: READ_AT_ONCE };
    const answer: Result<ViewRows<ViewRow<'person/list'>>, Refusal> = await api.ask(
      'person/list',
      after === null ? input : { ...input, after },
    );
    if (!answer.ok) {
      // The same page is asked for once more when the work goes on.
      yield err(answer.error);
      continue;
    }
    const ids: string[] = [];
    for (const { personId } of answer.value.rows) {
      if (personId !== last && !left.has(personId)) ids.push(personId);
      last = personId;
    }
    yield ok(ids);
    after = answer.value.next;
    if (after === null) return undefined;
  }
}

async function* these(ids: readonly string[]): Batches {
  yield await Promise.resolve(ok(ids));
  return undefined;
}

interface BulkOrder {
  readonly api: DaybookApi;
  readonly deed: Deed;
  readonly selection: Selection;
  /** What the list answers, where all of it is chosen. */
  readonly question: ViewInput<'person/list'>;
  readonly total: number;
  /** What is to be taken back, by person: nobody is changed back whom somebody has changed since. */
  readonly undoes?: ReadonlyMap<string, string>;
}

/** Archives the chosen people, or takes them back into the list. */
export const startBulkWork = ({
  api,
  deed,
  selection,
  question,
  total,
  undoes,
}: BulkOrder): void => {
  const run = newCommandId();
  bulkWork.start({
    deed,
    total,
    chosen: () =>
      selection.type === 'some'
        ? these([...selection.ids])
        : everybodyBut(api, chosenAmong(selection, question), selection.ids),
    // One attempt for each person: sent again, it is the same command.
    send: (personId) => {
      const undone = undoes?.get(personId);
      const input = undone === undefined ? { personId } : { personId, undoes: undone };
      return api.execute(`person/${deed}`, input, `${ATTEMPTS}${run}/${personId}`);
    },
  });
};

/** Changes back whom the work has changed, and nobody else, nor who was changed again since. */
export const undoBulkWork = (api: DaybookApi, { deed, changed }: BulkState): void => {
  bulkWork.forget();
  const undoes = new Map(changed.map(({ personId, eventId }) => [personId, eventId]));
  startBulkWork({
    api,
    deed: deed === 'archive' ? 'restore' : 'archive',
    selection: { type: 'some', ids: new Set(undoes.keys()) },
    question: {},
    total: undoes.size,
    undoes,
  });
};
