import { createContext, useContext } from 'react';
import type { DaybookApi } from './createDaybookApi.ts';

export const ApiContext = createContext<DaybookApi | null>(null);

/** The client, for every component below the application. */
export const useApi = (): DaybookApi => {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('there is no client above this component');
  return api;
};
