import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useSyncExternalStore } from 'react';
import type { ReadAs } from '../../../shared/imports/reading.ts';
import type { HandedFile } from '../../../shared/protocol/handed-files.ts';
import type { ImportPreview, ImportReport } from '../../../shared/protocol/importing.ts';
import type { JobRefusal } from '../../../shared/protocol/jobs.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { useApi } from '../../api/ApiContext.ts';
import { viewKey } from '../../api/createDaybookApi.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { useJob } from '../../api/useJob.ts';
import { reasonTable } from '../../text/importSentence.ts';
import { useText } from '../../text/useText.ts';
import { guessKind, guessMap } from './guessMap.ts';
import { headerMark, type InspectedFile } from './headerMark.ts';
import { sessionOf, type ImportRunKind, type ImportSession } from './importSession.ts';
import type { ImportKind } from './importFields.ts';
import { mapOf, type MapDraft } from './mapDraft.ts';
import {
  LAST_USED,
  readSavedMaps,
  recognise,
  savedDraft,
  saveMap,
  type SavedMap,
} from './savedMaps.ts';

export const useSession = (): ImportSession => sessionOf(useApi());

export const useSessionState = () => {
  const session = useSession();
  return useSyncExternalStore(session.onChange, session.state);
};

const refusalOf = (error: unknown): Refusal | null =>
  error instanceof RefusalError ? error.refusal : null;

interface Asked<Value> {
  readonly value: Value | null;
  readonly refusal: Refusal | null;
  readonly isBusy: boolean;
}

/** What the file seems to be. */
export const useInspection = (file: HandedFile, readAs: ReadAs): Asked<InspectedFile> => {
  const { bridge } = useApi();
  // Below the key of the views, since its cells must go when the daybook is locked.
  const { data, error, isFetching } = useQuery({
    queryKey: [...viewKey, 'file/inspect', file.id, readAs],
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const reply = await bridge.call('file/inspect', { file: file.id, readAs });
      if (!reply.ok) throw new RefusalError(reply.error);
      return { ...reply.value, mark: await headerMark(localStorage, reply.value.header) };
    },
  });
  const refusal = refusalOf(error);
  return { value: refusal === null ? (data ?? null) : null, refusal, isBusy: isFetching };
};

export interface Prepared {
  readonly kind: ImportKind;
  readonly draft: MapDraft;
  /** The map that was kept for such a file and is in use, as long as nothing was changed. */
  readonly recognised: SavedMap | null;
  /** Of the header, for maps that were kept. */
  readonly mark: string;
}

/** The map as it was set, else as it was kept for such a file, else as it is guessed. */
export const prepare = (
  inspection: InspectedFile,
  said: { readonly kind: ImportKind | null; readonly draft: MapDraft | null },
): Prepared => {
  const { header, mark } = inspection;
  const known = recognise(readSavedMaps(localStorage), mark);
  const kind = said.kind ?? known?.kind ?? guessKind(inspection);
  if (said.draft !== null) return { kind, draft: said.draft, recognised: null, mark };
  return known?.kind === kind
    ? { kind, draft: savedDraft(known, header), recognised: known, mark }
    : { kind, draft: guessMap(kind, inspection), recognised: null, mark };
};

/** What the first rows become. Asked only for a map in which nothing is missing. */
export const useImportPreview = (
  file: HandedFile,
  readAs: ReadAs,
  kind: ImportKind,
  draft: MapDraft,
  isComplete: boolean,
): Asked<ImportPreview> => {
  const { bridge } = useApi();
  const map = mapOf(kind, draft);
  const { data, error, isFetching } = useQuery({
    queryKey: [...viewKey, 'import/preview', file.id, readAs, kind, map],
    enabled: isComplete,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const reply = await bridge.call('import/preview', {
        file: file.id,
        readAs,
        import: kind,
        map,
      });
      if (!reply.ok) throw new RefusalError(reply.error);
      return reply.value;
    },
  });
  const refusal = refusalOf(error);
  return {
    value: isComplete && refusal === null ? (data ?? null) : null,
    refusal,
    isBusy: isFetching,
  };
};

/** So many refused rows are listed; the file of the refused rows has all. */
export const LISTED_ROWS = 1000;

export interface ImportWork {
  readonly running: ImportRunKind | null;
  readonly progress: {
    readonly done: number;
    readonly total: number;
    readonly remainingMs: number | null;
  } | null;
  readonly report: ImportReport | null;
  readonly refusal: JobRefusal | null;
  readonly start: (run: ImportRunKind, keepRefused: boolean) => Promise<void>;
  readonly cancel: () => void;
}

/** The long part of an import: its check, the import itself, and the file of the refused rows. */
export const useImportWork = (prepared: Prepared, inspection: InspectedFile): ImportWork => {
  const { bridge, cutShort } = useApi();
  const { t } = useText();
  const session = useSession();
  const { run } = useSessionState();
  const job = useJob('import');
  const { kind, draft } = prepared;
  const partial = job.refusal?.report;
  const ended = job.report ?? partial ?? null;

  /** A place is being asked for. Pressed twice, it would be asked for two, of which only one is written at. */
  const isPlacing = useRef(false);
  const start = async (next: ImportRunKind, keepRefused: boolean): Promise<void> => {
    const { file } = session.state();
    if (file === null || isPlacing.current) return;
    const base = file.name.replace(/\.[^.]*$/u, '');
    isPlacing.current = keepRefused;
    const wanted = keepRefused
      ? await bridge.files.place(`${base} - ${t('imports.report.fileName')}.csv`)
      : null;
    isPlacing.current = false;
    if (session.state().file !== file) {
      // The daybook was locked while the user was choosing.
      if (wanted?.ok === true && wanted.value !== null) bridge.files.release(wanted.value.id);
      cutShort.note('import');
      return;
    }
    if (wanted?.ok === false) {
      session.change({ refusal: wanted.error });
      return;
    }
    // A place that was asked for and not chosen: then nothing is begun.
    if (keepRefused && wanted?.value === null) return;
    const chosen = wanted?.value ?? null;
    // What was only checked may have been mapped wrongly.
    if (next === 'import') void saveMap(localStorage, LAST_USED, kind, inspection.header, draft);
    session.change({
      stage: 'run',
      run: next,
      begunWith: inspection,
      place: chosen,
      exported: null,
      refusal: null,
    });
    job.run({
      kind: 'import',
      import: kind,
      file: file.id,
      map: mapOf(kind, draft),
      dryRun: next !== 'import',
      readAs: inspection.readAs,
      nameAtMost: LISTED_ROWS,
      ...(chosen === null
        ? {}
        : {
            refusedFile: {
              file: chosen.id,
              headings: {
                line: t('imports.report.lineHeading'),
                reason: t('imports.report.reasonHeading'),
              },
              reasons: reasonTable(t),
            },
          }),
    });
  };

  return {
    running: job.running ? (run ?? 'import') : null,
    progress: job.progress,
    report: ended?.kind === 'import' ? ended : null,
    refusal: job.refusal,
    start,
    cancel: job.cancel,
  };
};
