import { existsSync } from 'node:fs';
import { err, ok } from '../../shared/kernel/result.ts';
import { markerOf } from '../engine/startEngine.ts';
import type { ContractService } from './createContractServer.ts';
import type { EngineSlot } from './createEngineSlot.ts';
import type { FileOwner, HandedFiles } from './HandedFiles.ts';

export interface ShowMethodsContext {
  readonly slot: Pick<EngineSlot, 'open'>;
  readonly files: HandedFiles;
  /** Shows a file among those beside it, by the system's own means; left out where there are none. */
  readonly showInFolder?: (file: string) => void;
}

/** What is shown where it lies. A window names the open daybook or an id, never a path. */
export const showMethods = (
  { slot, files, showInFolder }: ShowMethodsContext,
  owner: FileOwner,
): Pick<ContractService, 'daybook/show' | 'file/show'> => ({
  'daybook/show': () => {
    if (showInFolder === undefined) return Promise.resolve(err({ type: 'NotShownHere' }));
    const open = slot.open();
    if (open === null) return Promise.resolve(err({ type: 'NoDaybookOpen' }));
    const marker = markerOf(open.folder);
    showInFolder(existsSync(marker) ? marker : open.folder);
    return Promise.resolve(ok(null));
  },
  'file/show': async ({ id }) => {
    if (showInFolder === undefined) return err({ type: 'NotShownHere' });
    if (files.written(owner, id) === null) return err({ type: 'NoSuchFile' });
    return files.use(owner, id, 'write', (file) => {
      showInFolder(file);
      return Promise.resolve(null);
    });
  },
});
