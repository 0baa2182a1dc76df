import type { ImportDefinition, ImportRun } from '../../../shared/kernel/import.ts';
import { inputInvalid, type InputInvalid } from '../../../shared/kernel/input-invalid.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { openCsv, type CsvFile, type CsvOptions } from './csv/openCsv.ts';

/** The map is not of the shape that this kind of file needs. */
export interface MapInvalid {
  readonly type: 'MapInvalid';
  readonly issues: InputInvalid['issues'];
}

/** A file that is open, and a run over its rows that is begun. Whoever has it closes the file. */
export interface MappedFile {
  readonly csv: CsvFile;
  readonly run: ImportRun;
}

/**
 * Opens a file under a map, which is as it came from outside.
 *
 * **Errors:** `MapInvalid`, what the definition says against the map, and everything that keeps a
 * file from being opened.
 */
export const openMappedFile = async <Map>(
  definition: ImportDefinition<Map>,
  { file, map: said }: { readonly file: string; readonly map: unknown },
  options: CsvOptions,
): Promise<Result<MappedFile, Refusal>> => {
  const map = definition.map.safeParse(said);
  if (!map.success)
    return err({ ...inputInvalid(map.error.issues), type: 'MapInvalid' } satisfies MapInvalid);
  const csv = await openCsv(file, options);
  if (!csv.ok) return csv;
  const run = definition.begin(map.data, csv.value.header);
  if (run.ok) return ok({ csv: csv.value, run: run.value });
  await csv.value.close();
  return run;
};
