import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { useDaybook } from '../../api/useHost.ts';
import { RefusalError } from '../../api/RefusalError.ts';
import { useView } from '../../api/useView.ts';
import { useToday } from '../../forms/useToday.ts';
import { UnansweredMessage } from '../../text/UnansweredMessage.tsx';
import { useText } from '../../text/useText.ts';
import { dayAfter, formatDay } from '../../text/when.ts';
import { AwaitedLines } from '../../ui/AwaitedLines.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { ActivityChart } from './ActivityChart.tsx';
import { ActivityTable } from './ActivityTable.tsx';
import { AheadNote } from './AheadNote.tsx';
import { daysOf, shownFrom, sumOf } from './daysOf.ts';
import { spans, type Shape, type Span } from './overviewSearch.ts';
import styles from './OverviewPage.module.css';
import { usePlot } from './usePlot.ts';
import { useSumSentence } from './useSumSentence.ts';

interface ActivityProps {
  readonly span: Span;
  readonly shape: Shape;
  readonly onChange: (change: { readonly span?: Span; readonly shape?: Shape }) => void;
}

/** What was written for each of the last days: as a picture, or as a table. */
export const Activity = ({ span, shape, onChange }: ActivityProps) => {
  const { t, language } = useText();
  const { currency } = useDaybook();
  const navigate = useNavigate();
  const to = useToday();
  const from = dayAfter(to, 1 - Number(span));
  const { data, error, isPlaceholderData } = useView(
    'overview/activity',
    { from, to },
    { keepPrevious: true },
  );
  // Days and figures of one answer: those of the span before stay together until the next ones are there.
  const [answered, setAnswered] = useState({ from, to });
  if (!isPlaceholderData && (answered.from !== from || answered.to !== to))
    setAnswered({ from, to });
  const Plot = usePlot();
  const isTable = shape === 'table' || Plot === null;
  const [pointed, setPointed] = useState<number | null>(null);
  const rows = data?.rows;
  const series = useMemo(() => {
    const { from: first, to: last } = answered;
    return daysOf(rows ?? [], shownFrom(rows ?? [], first, last), last);
  }, [rows, answered]);
  const open = useCallback(
    (day: LocalDate) => void navigate({ to: '/overview/$day', params: { day } }),
    [navigate],
  );
  const sentence = useSumSentence();
  const day = pointed === null ? undefined : series.days[pointed];
  const words =
    pointed === null || day === undefined
      ? sentence(sumOf(rows ?? []))
      : `${formatDay(day, language)}: ${sentence({
          entries: series.entries[pointed] ?? 0,
          charged: series.charged[pointed] ?? 0,
          paid: series.paid[pointed] ?? 0,
          reversed: series.reversed[pointed] ?? 0,
        })}`;
  return (
    <section className={styles['activity']}>
      <div className={styles['activityHead']}>
        <h2 className={styles['title']}>{t('activity.title')}</h2>
        <Segments
          label={t('activity.span')}
          value={span}
          onChange={(chosen) => onChange({ span: chosen })}
          options={spans.map((value) => ({
            value,
            label: t('activity.days', { count: Number(value) }),
          }))}
        />
        <Segments
          label={t('activity.shape')}
          value={shape}
          onChange={(chosen) => onChange({ shape: chosen })}
          options={[
            { value: 'chart', label: t('activity.chart') },
            { value: 'table', label: t('activity.table') },
          ]}
        />
      </div>
      {error instanceof RefusalError ? <UnansweredMessage refusal={error.refusal} /> : null}
      {rows === undefined || (!isTable && Plot === undefined) ? (
        error === null ? (
          <AwaitedLines count={8} />
        ) : null
      ) : rows.length === 0 ? (
        <p className={styles['text']}>{t('activity.none')}</p>
      ) : (
        <>
          <p className={styles['text']}>{words}</p>
          {isTable || Plot === undefined ? (
            <>
              {shape === 'chart' ? <p className={styles['text']}>{t('activity.noChart')}</p> : null}
              <ActivityTable label={t('activity.title')} rows={rows} />
            </>
          ) : (
            <>
              <p className={styles['legend']}>
                <span className={styles['chargedColour']}>{t('activity.charged')}</span>
                <span className={styles['paidColour']}>{t('activity.paidBelow')}</span>
                <span className={styles['lineColour']}>{t('activity.balanceLine')}</span>
              </p>
              <ActivityChart
                Plot={Plot}
                series={series}
                currency={currency}
                summary={sentence(sumOf(rows))}
                onDay={open}
                onPoint={setPointed}
              />
            </>
          )}
        </>
      )}
      <AheadNote />
    </section>
  );
};
