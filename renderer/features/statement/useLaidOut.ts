import { useQuery } from '@tanstack/react-query';
import type { ViewInput, ViewRow } from '../../../shared/contract.ts';
import { useApi } from '../../api/ApiContext.ts';
import { viewKey, type DaybookApi } from '../../api/createDaybookApi.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { MOST_ENTRIES, type Period } from './period.ts';

/** As many as the program gives at a time. */
const PAGE_SIZE = 1_000;

export interface LaidOut {
  readonly sums: ViewRow<'credit-account/period'>;
  /** Null where there are more than can be laid out. */
  readonly entries: readonly ViewRow<'credit-account/period-entries'>[] | null;
}

const askSums = async (api: DaybookApi, question: object & { accountId: string }) => {
  const answer = await api.ask('credit-account/period', question);
  if (!answer.ok) throw new RefusalError(answer.error);
  const [sums] = answer.value.rows;
  if (sums === undefined) throw new Error('a period always adds up to something');
  return sums;
};

const askPage = (api: DaybookApi, input: ViewInput<'credit-account/period-entries'>) =>
  api.ask('credit-account/period-entries', input);

const askEntries = async (api: DaybookApi, question: object & { accountId: string }) => {
  const entries: ViewRow<'credit-account/period-entries'>[] = [];
  let after: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof askPage>> = await askPage(api, {
      ...question,
      limit: PAGE_SIZE,
      ...(after === null ? {} : { after }),
    });
    if (!answer.ok) throw new RefusalError(answer.error);
    entries.push(...answer.value.rows);
    after = answer.value.next;
  } while (after !== null);
  return entries;
};

/** A whole period of an account, page by page, as a printer needs all of it; anew whenever rows have changed. */
export const useLaidOut = (accountId: string, { from, to }: Period) => {
  const api = useApi();
  const question = {
    accountId,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  return useQuery({
    queryKey: [...viewKey, 'credit-account/period', 'whole', question],
    queryFn: async (): Promise<LaidOut> => {
      const sums = await askSums(api, question);
      return {
        sums,
        entries: sums.entries > MOST_ENTRIES ? null : await askEntries(api, question),
      };
    },
  });
};
