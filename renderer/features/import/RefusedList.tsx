import { useState } from 'react';
import type { ImportReport } from '../../../shared/protocol/importing.ts';
import { reasonWords, rowSentence, rowSentences } from '../../text/importSentence.ts';
import { useText } from '../../text/useText.ts';
import type { GridColumn } from '../../ui/GridColumn.ts';
import { ROW_HEIGHT, RowGrid } from '../../ui/RowGrid.tsx';
import { Select } from '../../ui/Select.tsx';
import { refusalReason } from '../../../shared/imports/refusal-reason.ts';
import { rowFaults } from '../../../shared/imports/row-faults.ts';
import styles from './Import.module.css';
import reportStyles from './ImportReport.module.css';

type Refused = ImportReport['refused'][number];

const ALL = '*';

/** The active row with all that is said of it: in the list there is one line for it. */
const WholeRow = ({ row }: { readonly row: Refused | undefined }) => {
  const { t, language } = useText();
  if (row === undefined || rowFaults(row).length < 2) return null;
  const { line, whose } = row;
  return (
    <div className={reportStyles['wholeRow']}>
      <p>
        {whose === undefined
          ? t('imports.report.rowOf', { line })
          : t('imports.report.rowOfWhom', { line, whose })}
      </p>
      <ul>
        {rowFaults(row).map((fault) => (
          <li key={refusalReason(fault)}>{rowSentence(fault, t, language)}</li>
        ))}
      </ul>
    </div>
  );
};

/** The refused rows with their lines, whose they are and why, by their reason where somebody asks for one. */
const RefusedRows = ({ report }: { readonly report: ImportReport }) => {
  const { t, language } = useText();
  const [reason, setReason] = useState(ALL);
  const [active, setActive] = useState(0);
  const { refused, counts, reasons } = report;
  const rows =
    reason === ALL
      ? refused
      : refused.filter((row) => rowFaults(row).some((fault) => refusalReason(fault) === reason));
  const areNamed = refused.some(({ whose }) => whose !== undefined);
  const columns: readonly GridColumn<Refused>[] = [
    { id: 'line', heading: t('imports.reading.line'), figures: true, cell: ({ line }) => line },
    ...(areNamed
      ? [
          {
            id: 'whose',
            heading: t('imports.report.whose'),
            cell: ({ whose = '' }: Refused) => whose,
          },
        ]
      : []),
    {
      id: 'reason',
      heading: t('imports.report.reason'),
      cell: (row) => rowSentences(row, t, language),
    },
  ];
  return (
    <section className={styles['step']} aria-label={t('imports.report.refusedTitle')}>
      <div className={reportStyles['listHead']}>
        <h3 className={styles['subtitle']}>{t('imports.report.refusedTitle')}</h3>
        <Select
          hideLabel
          label={t('imports.report.reason')}
          value={reason}
          options={[
            { value: ALL, label: t('imports.report.all', { count: counts.refused }) },
            ...reasons.map((each) => ({
              value: each.reason,
              label: t('imports.report.some', {
                reason: reasonWords(each.reason, t, language),
                count: each.count,
              }),
            })),
          ]}
          onChange={(value) => {
            setReason(value);
            setActive(0);
          }}
        />
      </div>
      <div
        className={reportStyles['list']}
        style={{ height: `${(rows.length + 1) * ROW_HEIGHT + 2}px` }}
      >
        <RowGrid
          label={t('imports.report.refusedTitle')}
          question={reason}
          isBusy={false}
          columns={columns}
          count={rows.length}
          total={rows.length}
          rowAt={(index) => rows[index]}
          onShow={ignore}
          active={active}
          onActive={setActive}
          onOpen={ignore}
          className={reportStyles[areNamed ? 'namedGrid' : 'refusedGrid'] ?? ''}
        />
      </div>
      <WholeRow row={rows[active]} />
      {refused.length < counts.refused ? (
        <p className={styles['hint']}>{t('imports.report.named', { count: refused.length })}</p>
      ) : null}
    </section>
  );
};

/** The refused rows, or why they are not listed. */
export const RefusedList = ({ report }: { readonly report: ImportReport }) => {
  const { t } = useText();
  if (report.counts.refused === 0) return null;
  return report.refused.length === 0 ? (
    <p className={styles['hint']}>{t('imports.report.rowsForgotten')}</p>
  ) : (
    <RefusedRows report={report} />
  );
};

/** All rows are here, and there is nothing to open in them. */
const ignore = (): void => {};
