import type { ImportReport } from '../../../shared/protocol/importing.ts';
import { numberFormat } from '../../text/formats.ts';
import { useText } from '../../text/useText.ts';
import styles from './Import.module.css';
import reportStyles from './ImportReport.module.css';
import { reportLines } from './reportLines.ts';

const LISTED_LINES = 20;

/** How many rows were added, there already and refused, one below the other as in a book. */
export const ReportFigures = ({
  report,
  isTrial,
}: {
  readonly report: ImportReport;
  readonly isTrial: boolean;
}) => {
  const { t, language } = useText();
  const figure = numberFormat(language, {});
  const lines = report.differing.slice(0, LISTED_LINES).map(({ line }) => String(line));
  if (report.counts.differing > lines.length) lines.push('…');
  const repeated: string[] = report.repeated
    .slice(0, LISTED_LINES)
    .map((row) => t('imports.report.repeatedLine', row));
  if (report.counts.repeated > repeated.length) repeated.push('…');
  return (
    <>
      <dl
        className={reportStyles['figures']}
        aria-label={t(isTrial ? 'imports.report.trialTitle' : 'imports.report.title')}
      >
        {reportLines(report, isTrial).map(({ name, count, role }) => (
          <div key={name} data-role={role} data-bad={name === 'refused' && count > 0}>
            <dt>{t(`imports.report.${name}`)}</dt>
            <dd>{figure.format(count)}</dd>
          </div>
        ))}
      </dl>
      {report.unnumbered === undefined ? null : (
        <p className={styles['hint']}>
          {t('imports.report.unnumbered', { count: report.unnumbered })}
        </p>
      )}
      {lines.length === 0 ? null : (
        <p className={styles['hint']}>
          {t('imports.report.differing', {
            count: report.counts.differing,
            lines: lines.join(', '),
          })}
        </p>
      )}
      {repeated.length === 0 ? null : (
        <p className={styles['hint']}>
          {t('imports.report.repeatedText', { lines: repeated.join(', ') })}
        </p>
      )}
    </>
  );
};
