import type { EngineFigures } from '../Engine.ts';
import { measureDaybook } from '../folder/measureDaybook.ts';
import type { OpenedParts } from '../folder/openParts.ts';

/** How large the files are, and which library reads them. */
export const readFigures = ({ folder, state }: OpenedParts): EngineFigures => {
  const row = state.read<{ version: string }>('SELECT sqlite_version() AS version').get();
  return { sqlite: row?.version ?? 'unknown', size: measureDaybook(folder) };
};
