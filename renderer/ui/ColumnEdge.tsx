import { useEffect, useId, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import {
  boundWidth,
  NARROWEST,
  WIDEST,
  widthProperty,
  type ColumnWidths,
  type GridWidths,
} from './columnWidths.ts';
import styles from './ColumnEdge.module.css';

/** What an arrow key moves an edge by. **Units:** CSS pixels. */
const STEP = 16;

interface ColumnEdgeProps {
  readonly column: string;
  readonly headingId: string;
  /** The first stands for all of them where the Tab key goes through the page; up and down lead to the others. */
  readonly isFirst: boolean;
  readonly widths: GridWidths;
}

/** An edge that is being dragged. **Units:** CSS pixels. */
interface Drag {
  readonly from: number;
  readonly width: number;
  readonly before: ColumnWidths;
  /** Null until it has been moved. */
  readonly moved: number | null;
}

const widthOf = (edge: HTMLElement): number => edge.parentElement?.offsetWidth ?? 0;

/** Edges of columns that are left out in a narrow window have no box, and are passed by. */
const focusOther = (edge: HTMLElement, by: -1 | 1): void => {
  const edges = [
    ...(edge.closest('[role="row"]')?.querySelectorAll<HTMLElement>('[role="separator"]') ?? []),
  ].filter((each) => each.offsetWidth > 0);
  edges[edges.indexOf(edge) + by]?.focus();
};

/**
 * The columns before an edge, as wide as they are. They are given these widths with it: one of them may
 * have taken the room that was left, and would give way to the edge, which then ran from the pointer.
 */
const columnsBefore = (edge: HTMLElement): ColumnWidths => {
  const before: Record<string, number> = {};
  let heading = edge.parentElement?.previousElementSibling;
  while (heading instanceof HTMLElement) {
    const { column } = heading.dataset;
    if (column !== undefined && heading.offsetWidth > 0) before[column] = heading.offsetWidth;
    heading = heading.previousElementSibling;
  }
  return before;
};

/** Tells the width of the column past React: it changes with the window and with each move of a drag. */
const useToldWidth = () => {
  const edge = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = edge.current;
    if (element?.parentElement === null || element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const width = widthOf(element);
      element.setAttribute('aria-valuenow', String(width));
      element.setAttribute('aria-valuemax', String(Math.max(WIDEST, width)));
    });
    observer.observe(element.parentElement);
    return () => observer.disconnect();
  }, []);
  return edge;
};

/** Takes an edge along with the pointer. Nothing is chosen before it is let go. */
const useDrag = (column: string, widths: GridWidths) => {
  const drag = useRef<Drag | null>(null);
  const show = (edge: HTMLElement, shown: Readonly<Record<string, number | undefined>>): void => {
    const list = edge.closest<HTMLElement>('[role="grid"]');
    for (const [name, width] of Object.entries(shown))
      if (width === undefined) list?.style.removeProperty(widthProperty(name));
      else list?.style.setProperty(widthProperty(name), `${width}px`);
  };
  return {
    isUnderWay: (): boolean => drag.current !== null,
    begin: (event: PointerEvent<HTMLDivElement>): void => {
      if (event.button !== 0) return;
      const { currentTarget, clientX, pointerId } = event;
      currentTarget.setPointerCapture(pointerId);
      drag.current = {
        from: clientX,
        width: widthOf(currentTarget),
        before: columnsBefore(currentTarget),
        moved: null,
      };
    },
    move: ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>): void => {
      if (drag.current === null) return;
      const { from, width, before, moved } = drag.current;
      const next = boundWidth(width + clientX - from, width);
      if (next === moved || (moved === null && next === width)) return;
      show(currentTarget, moved === null ? { ...before, [column]: next } : { [column]: next });
      drag.current = { ...drag.current, moved: next };
    },
    end: (): void => {
      if (drag.current === null) return;
      const { before, moved } = drag.current;
      drag.current = null;
      if (moved !== null) widths.onChoose({ ...before, [column]: moved });
    },
    leave: (edge: HTMLElement): void => {
      if (drag.current === null) return;
      const names = [...Object.keys(drag.current.before), column];
      show(edge, Object.fromEntries(names.map((name) => [name, widths.chosen[name]])));
      drag.current = null;
    },
  };
};

/**
 * The right edge of a column. While it is dragged only custom properties of the list change, which no row
 * is rendered for; what it is let go at is chosen. Arrow keys do the same, Enter and a double click give the
 * usual width back.
 */
export const ColumnEdge = ({ column, headingId, isFirst, widths }: ColumnEdgeProps) => {
  const edge = useToldWidth();
  const drag = useDrag(column, widths);
  const id = useId();

  const choose = (element: HTMLElement, width: number): void =>
    widths.onChoose({ ...columnsBefore(element), [column]: boundWidth(width, widthOf(element)) });
  const forget = (): void => widths.onChoose({ [column]: null });

  const keys: Readonly<Record<string, (element: HTMLElement) => void>> = {
    ArrowLeft: (element) => choose(element, widthOf(element) - STEP),
    ArrowRight: (element) => choose(element, widthOf(element) + STEP),
    Home: (element) => choose(element, NARROWEST),
    End: (element) => choose(element, WIDEST),
    Enter: forget,
    ArrowUp: (element) => focusOther(element, -1),
    ArrowDown: (element) => focusOther(element, 1),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape' && drag.isUnderWay()) drag.leave(event.currentTarget);
    else if (keys[event.key] !== undefined) keys[event.key]?.(event.currentTarget);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={edge}
      id={id}
      role="separator"
      aria-orientation="vertical"
      aria-label={widths.label}
      aria-labelledby={`${id} ${headingId}`}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      // Always the same to React, which so leaves alone what is told past it.
      aria-valuenow={NARROWEST}
      title={widths.hint}
      tabIndex={isFirst ? 0 : -1}
      className={styles['edge']}
      onPointerDown={drag.begin}
      onPointerMove={drag.move}
      onPointerUp={drag.end}
      onPointerCancel={({ currentTarget }) => drag.leave(currentTarget)}
      onDoubleClick={forget}
      onKeyDown={onKeyDown}
    />
  );
};
