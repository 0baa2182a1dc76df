import { elementScroll, observeElementOffset, useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useId, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import awaited from './Awaited.module.css';
import { AwaitedRows } from './AwaitedRows.tsx';
import check from './CheckBox.module.css';
import { columnProperties, type GridWidths } from './columnWidths.ts';
import { isComposing } from './composition.ts';
import type { GridColumn } from './GridColumn.ts';
import { GridHead } from './GridHead.tsx';
import { scaleScroll } from './scaledScroll.ts';
import { stepRow } from './stepRow.ts';
import { useChoosing, type GridSelection } from './useChoosing.ts';
import styles from './RowGrid.module.css';

/** **Units:** CSS pixels. */
export const ROW_HEIGHT = 32;

interface RowGridProps<Row> {
  readonly label: string;
  /** What the rows answer. When it changes, the grid scrolls to the active row. */
  readonly question: string;
  /** True while the rows are not yet those of the question: what is pressed on them does nothing. */
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
  /** Follows the link in a row; where it is left out, a link leads where its row does. */
  readonly onLink?: (row: Row) => void;
  readonly className: string;
  /** It ends where the window does: what is said at the foot must not cover its last rows. */
  readonly isAtFoot?: true;
  readonly selection?: GridSelection<Row>;
  /** Where it is given, the edges of the columns can be moved. */
  readonly widths?: GridWidths;
}

interface GridRowProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly row: Row | undefined;
  readonly columns: readonly GridColumn<Row>[];
  readonly isActive: boolean;
  /** Null where rows cannot be chosen. */
  readonly isSelected: boolean | null;
  /** Where rows can be chosen. The same function while the texts are the same, or all rows are drawn anew. */
  readonly labelOf: ((row: Row) => string) | undefined;
}

/** A row that is on its way: one faint line, so that a fast scroll does not flicker. */
const Waiting = ({ isFirst }: { readonly isFirst: boolean }) =>
  isFirst ? <span className={awaited['mark']} /> : null;

const nothing = (): void => undefined;

/** The whole cell is the target; the grid hears of it. */
const BoxCell = ({
  label,
  isSelected,
}: {
  readonly label: string;
  readonly isSelected: boolean;
}) => (
  <div role="gridcell" data-box className={styles['boxCell']}>
    {label === '' ? null : (
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={label}
        checked={isSelected}
        onChange={nothing}
        className={check['box']}
      />
    )}
  </div>
);

const GridRow = <Row,>(props: GridRowProps<Row>) => {
  const { id, index, top, row, columns, isActive, isSelected, labelOf } = props;
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isSelected ?? isActive}
      aria-busy={row === undefined}
      data-index={index}
      data-active={isActive}
      className={styles['row']}
      style={{ transform: `translateY(${top}px)` }}
    >
      {isSelected === null || labelOf === undefined ? null : (
        <BoxCell label={row === undefined ? '' : labelOf(row)} isSelected={isSelected} />
      )}
      {columns.map((column, place) => (
        <div
          key={column.id}
          role="gridcell"
          className={styles['cell']}
          data-column={column.id}
          data-figures={column.figures}
          data-wide-only={column.wideOnly}
        >
          {row === undefined ? <Waiting isFirst={place === 0} /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
};

/** A row that stays the same is left alone while others come into sight. */
const StillRow = memo(GridRow) as typeof GridRow;

/**
 * A list of rows of one height, as long as it may be: only what is in sight exists. Arrow keys, Page
 * and Home and End move the active row; Enter opens it. The grid keeps the focus and names the row.
 * Where rows can be chosen, Space and the box before a row choose it, Shift a range, Ctrl or Cmd and A all.
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
    onLink = onOpen,
    className,
    isAtFoot,
    selection,
    widths,
  } = props;
  const choosing = useChoosing(props);
  const hasWidths = columns.every(({ width }) => width !== undefined);
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
    overscan: 6,
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
    // Looking for the end of a list that has just been drawn has the browser lay out all of it.
    if (active === 0 && (virtual.scrollOffset ?? 0) === 0) return;
    virtual.scrollToIndex(active, { align: active === 0 ? 'start' : 'center' });
  }, [question, active, count, virtual]);

  const open = (index: number, onRow = onOpen): void => {
    const row = isBusy ? undefined : rowAt(index);
    if (row !== undefined) onRow(row);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (isComposing(event.nativeEvent) || event.target !== event.currentTarget) return;
    if (event.key === 'Enter') {
      open(active);
      return;
    }
    const pageRows = Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2;
    const next = stepRow(event.key, active, count, Math.max(1, pageRows));
    if (choosing.byKey(event, next) || next === null) return;
    event.preventDefault();
    onActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const target = event.target instanceof Element ? event.target : null;
    const line = target?.closest('[data-index]');
    // Nobody should get to somebody they were no longer looking for.
    if (isBusy || !(line instanceof HTMLElement)) return;
    const index = Number(line.dataset['index']);
    onActive(index);
    if (target?.closest('a')) open(index, onLink);
    else if (!choosing.byClick(event, index)) open(index);
  };
  const rowId = (index: number): string => `${gridId}-${index}`;
  const isActiveInSight = active >= first && active <= last && count > 0;

  return (
    <div className={styles['place']} data-at-foot={isAtFoot}>
      <div
        ref={scroller}
        role="grid"
        aria-busy={isBusy || items.some(({ index }) => rowAt(index) === undefined)}
        aria-label={label}
        aria-rowcount={total === null ? -1 : total + 1}
        aria-activedescendant={isActiveInSight ? rowId(active) : undefined}
        tabIndex={0}
        data-arrival
        aria-multiselectable={selection === undefined ? undefined : true}
        data-widths={hasWidths ? true : undefined}
        style={columnProperties(columns, selection !== undefined, widths?.chosen ?? {})}
        className={`${styles['grid']} ${className}`}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <GridHead
          columns={columns}
          {...(selection === undefined ? {} : { selection })}
          {...(widths === undefined ? {} : { widths })}
        />
        <div role="rowgroup" className={styles['body']} style={{ height: `${bodyHeight}px` }}>
          {items.map(({ index, start }) => {
            const row = rowAt(index);
            return (
              <StillRow
                key={index}
                id={rowId(index)}
                index={index}
                top={start - ROW_HEIGHT - lag}
                row={row}
                columns={columns}
                isActive={index === active}
                isSelected={
                  selection === undefined ? null : row !== undefined && selection.isSelected(row)
                }
                labelOf={selection?.labelOf}
              />
            );
          })}
        </div>
        {isBusy && count === 0 ? (
          <AwaitedRows columns={columns} hasBoxes={selection !== undefined} />
        ) : null}
      </div>
    </div>
  );
};
