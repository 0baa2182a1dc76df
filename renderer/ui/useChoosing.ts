import { useRef, type KeyboardEvent, type MouseEvent } from 'react';

/** Rows that can be chosen, by the box before each, by Space, with Shift a range, and all at once. */
export interface GridSelection<Row> {
  readonly isSelected: (row: Row) => boolean;
  /** What the box of a row is called, and that of all rows. */
  /** The same function while the texts are the same: rows are drawn anew with another. */
  readonly labelOf: (row: Row) => string;
  readonly labelOfAll: string;
  readonly extent: 'none' | 'some' | 'all';
  readonly onToggle: (index: number) => void;
  /** From the one row to the other, both of them too. */
  readonly onRange: (from: number, to: number) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

/** What keys and clicks do to a selection. False where they mean something else. */
export const useChoosing = <Row>({
  selection,
  isBusy,
  active,
  count,
}: {
  readonly selection?: GridSelection<Row>;
  /** The rows are not yet those that are asked for: none of them can be chosen. */
  readonly isBusy: boolean;
  readonly active: number;
  readonly count: number;
}) => {
  /** Where a range begins: the row that was last chosen by itself. */
  const anchor = useRef(0);
  const startWhereNobodyIsChosen = (): void => {
    if (selection?.extent === 'none') anchor.current = active;
  };
  const chooseRange = (to: number): void => {
    startWhereNobodyIsChosen();
    if (!isBusy) selection?.onRange(anchor.current, to);
  };
  const chooseOne = (index: number): void => {
    anchor.current = index;
    if (!isBusy) selection?.onToggle(index);
  };
  return {
    byKey: (event: KeyboardEvent, next: number | null): boolean => {
      if (selection === undefined || count === 0) return false;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') selection.onAll();
      else if (event.key === 'Escape' && selection.extent !== 'none') selection.onNone();
      else if (event.key === ' ' && event.shiftKey) chooseRange(active);
      else if (event.key === ' ') chooseOne(active);
      else if (next !== null && event.shiftKey) {
        chooseRange(next);
        return false;
      } else return false;
      event.preventDefault();
      return true;
    },
    byClick: (event: MouseEvent, index: number): boolean => {
      if (selection === undefined) return false;
      const isBox = event.target instanceof Element && event.target.closest('[data-box]') !== null;
      if (event.shiftKey) chooseRange(index);
      else if (isBox || event.ctrlKey || event.metaKey) chooseOne(index);
      else return false;
      return true;
    },
  };
};
