import { exampleFile, type ExampleKind } from '../../shared/imports/example-file.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Language } from '../../shared/languages.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { liesInDaybook, openFileDraft, type FileDraft } from '../engine/startEngine.ts';
import { fileFailure } from './fileFailure.ts';

/**
 * Writes an example of a file to bring in: the whole of it, or nothing. **Errors:** `FileOfDaybook`, and
 * those of the disk.
 */
export const writeExample = async (
  place: string,
  kind: ExampleKind,
  language: Language,
): Promise<Result<null, Refusal>> => {
  if (liesInDaybook(place)) return err({ type: 'FileOfDaybook' });
  let draft: FileDraft | null = null;
  try {
    draft = await openFileDraft(place);
    await draft.handle.appendFile(exampleFile(kind, language));
    await draft.finish();
    return ok(null);
  } catch (thrown) {
    return err(fileFailure(thrown));
  } finally {
    await draft?.end();
  }
};
