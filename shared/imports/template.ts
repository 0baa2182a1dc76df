import type { Cells } from '../kernel/import.ts';
import { err, ok, type Result } from '../kernel/result.ts';

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cell'; readonly column: string };

/** Text with places for cells, `{FirstName} {LastName}`. Doubled braces stand for themselves. */
export type Template = readonly Piece[];

/** A brace that is opened and not closed, or closed and not opened. */
export interface MapTemplateInvalid {
  readonly type: 'MapTemplateInvalid';
  readonly template: string;
}

/** The map speaks of a column that the file does not have. */
export interface MapNamesUnknownColumn {
  readonly type: 'MapNamesUnknownColumn';
  readonly column: string;
}

const token = /\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/gu;

/** Reads a template and finds its columns in the header. */
export const parseTemplate = (
  template: string,
  header: readonly string[],
): Result<Template, MapTemplateInvalid | MapNamesUnknownColumn> => {
  const pieces: Piece[] = [];
  for (const [found, name] of template.matchAll(token)) {
    if (name !== undefined) {
      const column = name.trim();
      if (!header.includes(column)) return err({ type: 'MapNamesUnknownColumn', column });
      pieces.push({ kind: 'cell', column });
    } else if (found === '{' || found === '}') return err({ type: 'MapTemplateInvalid', template });
    else {
      const text = found === '{{' ? '{' : found === '}}' ? '}' : found;
      pieces.push({ kind: 'text', text });
    }
  }
  return ok(pieces);
};

/** Nothing but what stands between two values. */
const isSeparator = (text: string): boolean => /^[\s,;/|·]*$/u.test(text);

/** What stays of the texts around an empty cell: of two separators the one that says more. */
const joinTexts = (left: string, right: string): string => {
  if (!isSeparator(left) || !isSeparator(right))
    return /^\s/u.test(right) ? left.trimEnd() + right : left + right;
  return left.trim() === '' && right.trim() !== '' ? right : left;
};

/**
 * Fills the places with the row's cells, trimmed. Where a cell is empty its separator goes too, so that
 * an address without a postal code has no hole; the cells themselves are never changed. Empty when all
 * of its cells are.
 */
export const fillTemplate = (template: Template, cells: Cells): string => {
  let filled = '';
  /** The text since the last cell that was not empty, and whether an empty one was the last thing seen. */
  let gap = '';
  let afterEmptyCell = false;
  let isFirst = true;
  for (const piece of template) {
    if (piece.kind === 'text') {
      gap = afterEmptyCell ? joinTexts(gap, piece.text) : gap + piece.text;
      afterEmptyCell = false;
      continue;
    }
    const value = (cells[piece.column] ?? '').trim();
    afterEmptyCell = value === '';
    if (afterEmptyCell) continue;
    filled += (isFirst && isSeparator(gap) ? '' : gap) + value;
    gap = '';
    isFirst = false;
  }
  const hasCells = template.some(({ kind }) => kind === 'cell');
  if (hasCells && isFirst) return '';
  return (isSeparator(gap) ? filled : filled + gap).trim();
};
