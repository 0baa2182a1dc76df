import type { PersonPage } from '../../../shared/views/person-page.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { useView } from '../../api/useView.ts';

interface FoundPerson {
  readonly person: PersonPage | undefined;
  /** There is nobody at this address. */
  readonly isMissing: boolean;
  readonly refusal: Refusal | null;
}

/** The person whom an address names. An id that can be nobody's is missing like one that nobody has. */
export const usePerson = (personId: string): FoundPerson => {
  const { data, error } = useView('person/page', { personId });
  const refusal = error instanceof RefusalError ? error.refusal : null;
  const isNoId = refusal?.type === 'InputInvalid';
  return {
    person: data?.rows[0],
    isMissing: isNoId || data?.rows.length === 0,
    refusal: isNoId ? null : refusal,
  };
};
