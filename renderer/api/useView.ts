import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ViewInput, ViewName, ViewRow } from '../../shared/contract.ts';
import type { ViewRows } from '../../shared/kernel/view.ts';
import { useApi } from './ApiContext.ts';
import { viewKey } from './createDaybookApi.ts';
import { RefusalError } from './RefusalError.ts';

interface ViewOptions {
  /** While the answer to a changed question is awaited, the one before stays in sight. */
  readonly keepPrevious?: boolean;
  /** False while an answer is not needed yet; one that is known already is given all the same. */
  readonly isAsked?: boolean;
}

/** Asks a view and asks again whenever rows have changed. */
export const useView = <Name extends ViewName>(
  view: Name,
  input: ViewInput<Name>,
  { keepPrevious = false, isAsked = true }: ViewOptions = {},
): UseQueryResult<ViewRows<ViewRow<Name>>> => {
  const api = useApi();
  return useQuery({
    queryKey: [...viewKey, view, input],
    queryFn: async () => {
      const answer = await api.ask(view, input);
      if (!answer.ok) throw new RefusalError(answer.error);
      return answer.value;
    },
    enabled: isAsked,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
};
