import awaited from './Awaited.module.css';
import type { GridColumn } from './GridColumn.ts';
import styles from './RowGrid.module.css';

/** As many as a small window shows. */
const AWAITED_ROWS = 14;

/** Before anybody knows how many rows there are: empty lines, which come only when the answer takes its time. */
export const AwaitedRows = <Row,>({
  columns,
  hasBoxes,
}: {
  readonly columns: readonly GridColumn<Row>[];
  readonly hasBoxes: boolean;
}) => (
  <div aria-hidden="true" data-awaited className={awaited['awaited']}>
    {Array.from({ length: AWAITED_ROWS }, (_, index) => (
      <div key={index} className={styles['awaitedRow']}>
        {hasBoxes ? <span /> : null}
        {columns.map(({ id, figures, wideOnly }) => (
          <span
            key={id}
            className={styles['cell']}
            data-figures={figures}
            data-wide-only={wideOnly}
          >
            <span className={awaited['mark']} />
          </span>
        ))}
      </div>
    ))}
  </div>
);
