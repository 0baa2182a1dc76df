import type { ImportReport } from '../../../shared/protocol/importing.ts';
import { numberFormat } from '../../text/formats.ts';
import { useText } from '../../text/useText.ts';
import styles from './Import.module.css';

const LISTED_LINES = 20;

/** How many rows were read, added, there already and refused. */
export const ReportFigures = ({
  report,
  isTrial,
}: {
  readonly report: ImportReport;
  readonly isTrial: boolean;
}) => {
  const { t, language } = useText();
  const figure = numberFormat(language, {});
  const figures = {
    read: report.read,
    ...(isTrial ? { toAdd: report.added } : { added: report.added }),
    unchanged: report.unchanged,
    ...(report.counts.differing > 0 ? { differing: report.counts.differing } : {}),
    ...(report.counts.repeated > 0 ? { repeated: report.counts.repeated } : {}),
    refused: report.counts.refused,
  };
  const lines = report.differing.slice(0, LISTED_LINES).map(({ line }) => String(line));
  if (report.counts.differing > lines.length) lines.push('…');
  const repeated: string[] = report.repeated
    .slice(0, LISTED_LINES)
    .map((row) => t('imports.report.repeatedLine', row));
  if (report.counts.repeated > repeated.length) repeated.push('…');
  return (
    <>
      <dl
        className={styles['figures']}
        aria-label={t(isTrial ? 'imports.report.trialTitle' : 'imports.report.title')}
      >
        {Object.entries(figures).map(([name, count]) => (
          <div key={name}>
            <dt>{t(`imports.report.${name as keyof typeof figures}`)}</dt>
            <dd>{figure.format(count)}</dd>
          </div>
        ))}
      </dl>
      {lines.length === 0 ? null : (
        <p className={styles['hint']}>
          {t('imports.report.differingText', { lines: lines.join(', ') })}
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
