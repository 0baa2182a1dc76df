import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result.ts';
import {
  parseTemplate,
  type MapNamesUnknownColumn,
  type MapTemplateInvalid,
  type Template,
} from './template.ts';

/** A template as it stands in a map. */
export const template = z.string().max(2000);

/** A map in which every template has been read. */
export type Compiled<Map> = Map extends string
  ? Template
  : { readonly [Name in keyof Map]: Compiled<Map[Name]> };

type Refusal = MapNamesUnknownColumn | MapTemplateInvalid;

/** Reads every template of a map. **Errors:** the first one that cannot be read. */
export const compileTemplates = <Map extends object>(
  map: Map,
  header: readonly string[],
): Result<Compiled<Map>, Refusal> => {
  const refusals: Refusal[] = [];
  const compile = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const parsed = parseTemplate(value, header);
      if (parsed.ok) return parsed.value;
      refusals.push(parsed.error);
      return [];
    }
    if (Array.isArray(value)) return value.map(compile);
    return Object.fromEntries(
      Object.entries(value as object).map(([name, part]) => [name, compile(part)]),
    );
  };
  const compiled = compile(map) as Compiled<Map>;
  const [refusal] = refusals;
  return refusal ? err(refusal) : ok(compiled);
};
