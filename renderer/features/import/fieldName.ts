import type { Say } from '../../text/useText.ts';
import type { ImportField, ImportKind } from './importFields.ts';

/** What a field is called; the reference of an entry is another thing than that of a person. */
export const fieldName = (kind: ImportKind, field: ImportField, say: Say): string =>
  kind === 'entries' && field === 'reference'
    ? say('imports.fields.entryReference')
    : say(`imports.fields.${field}`);
