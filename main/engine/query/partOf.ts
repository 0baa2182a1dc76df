import type { PersonalPart } from '../../../shared/kernel/view.ts';
import type { StoredEvent } from '../eventlog/EventLog.ts';
import { openPersonal, sealHeaderOf } from '../eventlog/openPersonal.ts';
import type { QueryContext } from './QueryContext.ts';

/**
 * What became of the personal part of an event. **Errors:** throws `PersonalPartDamaged` for one that should
 * open and does not.
 */
export const partOf = (
  stored: StoredEvent,
  { catalog, keys, log }: Pick<QueryContext, 'catalog' | 'keys' | 'log'>,
): PersonalPart => {
  const kind = catalog.kind(stored.type);
  if (kind && stored.schema <= kind.definition.schema)
    return openPersonal(stored, kind, keys, log.daybook);
  const header = sealHeaderOf(stored, log.daybook.id);
  if (!header || !stored.sealed) return { type: 'none' };
  return { type: keys.open(header, stored.sealed).type === 'erased' ? 'erased' : 'missing' };
};
