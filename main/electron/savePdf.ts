import { writeFile } from 'node:fs/promises';
import type { WebContents } from 'electron';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { KnownDaybook } from '../../shared/protocol/host-state.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { liesInDaybook } from '../engine/startEngine.ts';
import { folderNameFor } from '../ipc/folderName.ts';

export interface SavePdfDependencies {
  readonly contents: Pick<WebContents, 'printToPDF' | 'getURL'>;
  /** The daybook that is open: another object once it was closed, also when it is the same one again. */
  readonly openDaybook: () => KnownDaybook | null;
  readonly choosePlace: (name: string) => Promise<string | null>;
}

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';

/**
 * Writes what the window prints to a place that the user chooses. Their dialog may stand open for long, and
 * printing takes its time: what is no longer the page for which it was asked is not written.
 *
 * **Errors:** `NoDaybookOpen`, `PageLeft`, `FileOfDaybook`, `StorageFailed`.
 */
export const savePdf = async (
  { contents, openDaybook, choosePlace }: SavePdfDependencies,
  name: string,
): Promise<Result<{ readonly saved: boolean }, Refusal>> => {
  const [daybook, page] = [openDaybook(), contents.getURL()];
  const whyNot = (): Refusal | null => {
    if (daybook === null || openDaybook() !== daybook) return { type: 'NoDaybookOpen' };
    return contents.getURL() === page ? null : { type: 'PageLeft' };
  };
  const before = whyNot();
  if (before !== null) return err(before);
  const place = await choosePlace(`${folderNameFor(name, [])}.pdf`);
  if (place === null) return ok({ saved: false });
  const meanwhile = whyNot();
  if (meanwhile !== null) return err(meanwhile);
  if (liesInDaybook(place)) return err({ type: 'FileOfDaybook' });
  try {
    const bytes = await contents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    });
    const printed = whyNot();
    if (printed !== null) return err(printed);
    // It names people, as an export does: its user only may read it.
    await writeFile(place, bytes, { mode: 0o600 });
    return ok({ saved: true });
  } catch (thrown) {
    const refusal: Refusal & { readonly code: string } = {
      type: 'StorageFailed',
      code: codeOf(thrown),
    };
    return err(refusal);
  }
};
