import type { ImportReport } from '../../../shared/protocol/importing.ts';
import { numberFormat } from '../../text/formats.ts';
import { useText } from '../../text/useText.ts';
import styles from './Import.module.css';

const LISTED_LINES = 20;

type Name =
  'added' | 'differing' | 'overLimit' | 'read' | 'refused' | 'repeated' | 'toAdd' | 'unchanged';

interface Line {
  readonly name: Name;
  readonly count: number;
  /** It is a part of the line above it, or all lines together. */
  readonly role?: 'part' | 'total';
}

const part = (name: Name, count: number): readonly Line[] =>
  count === 0 ? [] : [{ name, count, role: 'part' }];

/** What became of the rows, which add up to those that were read. */
const linesOf = (
  { read, added, unchanged, counts, overLimit = 0 }: ImportReport,
  isTrial: boolean,
): readonly Line[] => [
  { name: isTrial ? 'toAdd' : 'added', count: added },
  ...part('overLimit', overLimit),
  // A row that only the file has twice was not there before the file was.
  { name: 'unchanged', count: unchanged - counts.repeated },
  ...part('differing', counts.differing),
  ...(counts.repeated === 0 ? [] : [{ name: 'repeated', count: counts.repeated } as const]),
  { name: 'refused', count: counts.refused },
  { name: 'read', count: read, role: 'total' },
];

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
        className={styles['figures']}
        aria-label={t(isTrial ? 'imports.report.trialTitle' : 'imports.report.title')}
      >
        {linesOf(report, isTrial).map(({ name, count, role }) => (
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
