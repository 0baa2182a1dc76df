import { useId } from 'react';
import check from './CheckBox.module.css';
import { ColumnEdge } from './ColumnEdge.tsx';
import type { GridWidths } from './columnWidths.ts';
import type { GridColumn } from './GridColumn.ts';
import type { GridSelection } from './useChoosing.ts';
import styles from './RowGrid.module.css';

interface GridHeadProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly selection?: GridSelection<Row>;
  readonly widths?: GridWidths;
}

const BoxOfAll = <Row,>({ selection }: { readonly selection: GridSelection<Row> }) => (
  <div role="columnheader" className={styles['boxCell']}>
    <input
      type="checkbox"
      aria-label={selection.labelOfAll}
      checked={selection.extent === 'all'}
      ref={(box) => {
        if (box !== null) box.indeterminate = selection.extent === 'some';
      }}
      onChange={selection.extent === 'all' ? selection.onNone : selection.onAll}
      className={check['box']}
    />
  </div>
);

/** The headings of a list, with the edges by which its columns are made wider or narrower. */
export const GridHead = <Row,>({ columns, selection, widths }: GridHeadProps<Row>) => {
  const headId = useId();
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['headRow']}>
        {selection === undefined ? null : <BoxOfAll selection={selection} />}
        {columns.map((column, place) => (
          <div
            key={column.id}
            role="columnheader"
            className={styles['heading']}
            data-column={column.id}
            data-figures={column.figures}
            data-wide-only={column.wideOnly}
            aria-sort={column.sorted}
            // Its edge is no part of its name.
            aria-labelledby={widths === undefined ? undefined : `${headId}${column.id}`}
          >
            <span id={`${headId}${column.id}`} className={styles['headingText']}>
              {column.heading}
            </span>
            {widths === undefined ? null : (
              <ColumnEdge
                column={column.id}
                headingId={`${headId}${column.id}`}
                isFirst={place === 0}
                widths={widths}
              />
            )}
          </div>
        ))}
      </div>
    </div>
  );
};
