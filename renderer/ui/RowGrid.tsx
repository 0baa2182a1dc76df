import { elementScroll, observeElementOffset, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from './composition.ts';
import { scaleScroll } from './scaledScroll.ts';
import { stepRow } from './stepRow.ts';
import styles from './RowGrid.module.css';

/** **Units:** CSS pixels. */
export const ROW_HEIGHT = 32;

export interface GridColumn<Row> {
  readonly id: string;
  readonly heading: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand on the right. */
  readonly figures?: boolean;
  /** Left out where the page is narrow. */
  readonly wideOnly?: boolean;
  readonly sorted?: 'ascending' | 'descending' | 'none';
}

interface RowGridProps<Row> {
  readonly label: string;
  /** What the rows answer. When it changes, the grid scrolls to the active row. */
  readonly question: string;
  /** True while the rows are not yet those of the question. */
  readonly isBusy: boolean;
  readonly columns: readonly GridColumn<Row>[];
  readonly count: number;
  /** Null while nobody knows how many there are. */
  readonly total: number | null;
  readonly rowAt: (index: number) => Row | undefined;
  /** Told whenever other rows come into sight: which exist now, and which of them is the uppermost in sight. */
  readonly onShow: (first: number, last: number, top: number) => void;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onOpen: (row: Row) => void;
  readonly className: string;
}

interface GridRowProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly row: Row | undefined;
  readonly columns: readonly GridColumn<Row>[];
  readonly isActive: boolean;
  readonly onPress: () => void;
}

/** A row that is on its way: one faint line, so that a fast scroll does not flicker. */
const Waiting = ({ isFirst }: { readonly isFirst: boolean }) =>
  isFirst ? <span className={styles['waiting']} /> : null;

const GridRow = <Row,>({ id, index, top, row, columns, isActive, onPress }: GridRowProps<Row>) => (
  <div
    role="row"
    id={id}
    aria-rowindex={index + 2}
    aria-selected={isActive}
    aria-busy={row === undefined}
    className={styles['row']}
    style={{ transform: `translateY(${top}px)` }}
    onClick={onPress}
  >
    {columns.map((column, place) => (
      <div
        key={column.id}
        role="gridcell"
        className={styles['cell']}
        data-figures={column.figures}
        data-wide-only={column.wideOnly}
      >
        {row === undefined ? <Waiting isFirst={place === 0} /> : column.cell(row)}
      </div>
    ))}
  </div>
);

const GridHead = <Row,>({ columns }: { readonly columns: readonly GridColumn<Row>[] }) => (
  <div role="rowgroup" className={styles['head']}>
    <div role="row" aria-rowindex={1} className={styles['headRow']}>
      {columns.map((column) => (
        <div
          key={column.id}
          role="columnheader"
          className={styles['heading']}
          data-figures={column.figures}
          data-wide-only={column.wideOnly}
          aria-sort={column.sorted}
        >
          {column.heading}
        </div>
      ))}
    </div>
  </div>
);

/**
 * A list of rows of one height, as long as it may be: only what is in sight exists. Arrow keys, Page
 * and Home and End move the active row; Enter opens it. The grid keeps the focus and names the row.
 */
export const RowGrid = <Row,>(props: RowGridProps<Row>) => {
  const {
    label,
    question,
    isBusy,
    columns,
    count,
    total,
    rowAt,
    onShow,
    active,
    onActive,
    onOpen,
    className,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  /** Made anew for each use, as the height in sight changes without a render. */
  const scaled = () =>
    scaleScroll(count * ROW_HEIGHT, (scroller.current?.clientHeight ?? 0) - ROW_HEIGHT);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    observeElementOffset: (instance, tell) =>
      observeElementOffset(instance, (offset, isScrolling) =>
        tell(scaled().toList(offset), isScrolling),
      ),
    scrollToFn: (offset, options, instance) =>
      elementScroll(scaled().toScrolled(offset), options, instance),
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const top = virtual.range?.startIndex ?? 0;
  useEffect(() => onShow(first, last, top), [first, last, top, onShow]);
  const { bodyHeight, toScrolled } = scaled();
  const offset = virtual.scrollOffset ?? 0;
  /** How far rows stand above their place in the list, so that they come into sight with the scroll bar. */
  const lag = offset - toScrolled(offset);

  const scrolledFor = useRef<string | null>(null);
  useEffect(() => {
    if (scrolledFor.current === question || active >= count) return;
    scrolledFor.current = question;
    virtual.scrollToIndex(active, { align: active === 0 ? 'start' : 'center' });
  }, [question, active, count, virtual]);

  const open = (index: number): void => {
    const row = rowAt(index);
    if (row !== undefined) onOpen(row);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (isComposing(event.nativeEvent) || event.target !== event.currentTarget) return;
    if (event.key === 'Enter') {
      open(active);
      return;
    }
    const pageRows = Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2;
    const next = stepRow(event.key, active, count, Math.max(1, pageRows));
    if (next === null) return;
    event.preventDefault();
    onActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const rowId = (index: number): string => `${gridId}-${index}`;
  const isActiveInSight = active >= first && active <= last && count > 0;

  return (
    <div
      ref={scroller}
      role="grid"
      aria-busy={isBusy || items.some(({ index }) => rowAt(index) === undefined)}
      aria-label={label}
      aria-rowcount={total === null ? -1 : total + 1}
      aria-activedescendant={isActiveInSight ? rowId(active) : undefined}
      tabIndex={0}
      data-arrival
      className={`${styles['grid']} ${className}`}
      onKeyDown={onKeyDown}
    >
      <GridHead columns={columns} />
      <div role="rowgroup" className={styles['body']} style={{ height: `${bodyHeight}px` }}>
        {items.map(({ index, start }) => (
          <GridRow
            key={index}
            id={rowId(index)}
            index={index}
            top={start - ROW_HEIGHT - lag}
            row={rowAt(index)}
            columns={columns}
            isActive={index === active}
            onPress={() => {
              onActive(index);
              open(index);
            }}
          />
        ))}
      </div>
    </div>
  );
};
