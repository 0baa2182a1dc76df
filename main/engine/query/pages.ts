import { hash } from 'node:crypto';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { SqlValue } from '../../../shared/kernel/sql.ts';
import type { View } from '../../../shared/kernel/view.ts';

/** The place to go on from is none that this view gave. */
export interface CursorInvalid {
  readonly type: 'CursorInvalid';
}

/** Rows of a page, whatever the input says. */
export const MAX_PAGE = 1000;

/** What the input of any view may hold. */
export interface Page {
  readonly after?: string;
  readonly skip?: number;
  readonly limit?: number;
}

/** Tells the cursors of one question from those of another: a place in one order is none in another. */
export const questionMark = (view: View, input: object & Page): string => {
  const { after: _after, skip: _skip, limit: _limit, ...question } = input;
  return hash('sha256', `${view.name}\n${JSON.stringify(question)}`, 'base64url').slice(0, 8);
};

export const writeCursor = (mark: string, values: readonly SqlValue[]): string =>
  Buffer.from(JSON.stringify([mark, ...values]), 'utf8').toString('base64url');

export const readCursor = <Value extends SqlValue>(
  text: string,
  mark: string,
  length: number,
  isValue: (value: unknown) => value is Value,
): Result<readonly Value[], CursorInvalid> => {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(read)) {
      const [itsMark, ...values] = read as unknown[];
      if (itsMark === mark && values.length === length && values.every(isValue)) return ok(values);
    }
  } catch {
    // Not JSON: no cursor of ours, which the error below says.
  }
  return err({ type: 'CursorInvalid' });
};

/** For cursors that hold a place in the log. */
export const isPosition = (value: unknown): value is number => Number.isSafeInteger(value);

/** Rows that a page may have; null for a view that answers whole. */
export const pageLimit = (page: Page, pageSize: number | undefined): number | null => {
  const size = page.limit ?? pageSize;
  return size === undefined ? null : Math.min(size, MAX_PAGE);
};
