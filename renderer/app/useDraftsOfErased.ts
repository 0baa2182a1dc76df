import { useEffect } from 'react';
import { useApi } from '../api/ApiContext.ts';
import { dropDraftsOfErased } from './dropDraftsOfErased.ts';

/** Drops the drafts about anybody who is erased, in this window or in another, or while it was locked. */
export const useDraftsOfErased = (): void => {
  const api = useApi();
  useEffect(() => dropDraftsOfErased(api), [api]);
};
