import { useEffect, useId, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { boundWidth, NARROWEST, WIDEST, widthProperty, type GridWidths } from './columnWidths.ts';
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

/** Tells the width of the column past React: it changes with the window and with each move of a drag. */
const useToldWidth = () => {
  const edge = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = edge.current;
    if (element?.parentElement === null || element === null) return undefined;
    const observer = new ResizeObserver(() =>
      element.setAttribute('aria-valuenow', String(widthOf(element))),
    );
    observer.observe(element.parentElement);
    return () => observer.disconnect();
  }, []);
  return edge;
};

/**
 * The right edge of a column. While it is dragged only a custom property of the list changes, which no row
 * is rendered for; what it is let go at is chosen. Arrow keys do the same, Enter and a double click give the
 * usual width back.
 */
export const ColumnEdge = ({ column, headingId, isFirst, widths }: ColumnEdgeProps) => {
  const edge = useToldWidth();
  const drag = useRef<Drag | null>(null);
  const id = useId();
  const show = (width: number | undefined): void => {
    const list = edge.current?.closest<HTMLElement>('[role="grid"]');
    if (width === undefined) list?.style.removeProperty(widthProperty(column));
    else list?.style.setProperty(widthProperty(column), `${width}px`);
  };
  const leave = (): void => {
    if (drag.current !== null) show(widths.chosen[column]);
    drag.current = null;
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: event.clientX, width: widthOf(event.currentTarget), moved: null };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag.current === null) return;
    const moved = boundWidth(drag.current.width + event.clientX - drag.current.from);
    if (moved === drag.current.moved) return;
    drag.current = { ...drag.current, moved };
    show(moved);
  };
  const onPointerUp = (): void => {
    const moved = drag.current?.moved ?? null;
    drag.current = null;
    if (moved !== null) widths.onChoose(column, moved);
  };

  const keys: Readonly<Record<string, (element: HTMLElement) => void>> = {
    ArrowLeft: (element) => widths.onChoose(column, boundWidth(widthOf(element) - STEP)),
    ArrowRight: (element) => widths.onChoose(column, boundWidth(widthOf(element) + STEP)),
    Home: () => widths.onChoose(column, NARROWEST),
    End: () => widths.onChoose(column, WIDEST),
    Enter: () => widths.onChoose(column, null),
    ArrowUp: (element) => focusOther(element, -1),
    ArrowDown: (element) => focusOther(element, 1),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape' && drag.current !== null) leave();
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
      aria-valuenow={widths.chosen[column] ?? NARROWEST}
      title={widths.hint}
      tabIndex={isFirst ? 0 : -1}
      className={styles['edge']}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={leave}
      onDoubleClick={() => widths.onChoose(column, null)}
      onKeyDown={onKeyDown}
    />
  );
};
