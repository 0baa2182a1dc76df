import type { DaybookStatus } from '../../../shared/protocol/daybook-status.ts';

/** What a list knows of whom a row is about. */
export interface Named {
  readonly name: string | null;
  readonly erased: boolean;
}

/**
 * Why a name stands there or does not. Only what was erased may look so: a damaged part is neither
 * erased nor on its way, and whoever keeps the book has to know.
 */
export const nameState = (
  { name, erased }: Named,
  { done, total }: DaybookStatus['privateIndex'],
): 'erased' | 'known' | 'loading' | 'unreadable' => {
  if (erased) return 'erased';
  if (name !== null) return 'known';
  return done < total ? 'loading' : 'unreadable';
};
