import { useEffect, useRef, useSyncExternalStore } from 'react';
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { dayFormat } from '../../text/formats.ts';
import type { Language } from '../../text/languages.ts';
import { useText } from '../../text/useText.ts';
import { axisAmounts } from './axisAmounts.ts';
import type { DaySeries } from './daysOf.ts';
import styles from './OverviewPage.module.css';
import type { Plot } from './usePlot.ts';

interface ActivityChartProps {
  readonly Plot: Plot;
  readonly series: DaySeries;
  readonly currency: string;
  /** What a screen reader says in the place of the picture. */
  readonly summary: string;
  readonly onDay: (day: LocalDate) => void;
  /** Told the day under the pointer, or null. */
  readonly onPoint: (index: number | null) => void;
}

/** **Units:** CSS pixels. */
const BARS_HEIGHT = 170;
const LINE_HEIGHT = 120;

/** The colours of the page, as the browser has worked them out: a canvas knows no custom properties. */
const readColours = (place: HTMLElement) => {
  const colour = (name: string): string => {
    const probe = place.querySelector(`[data-colour="${name}"]`);
    return probe === null ? 'currentcolor' : getComputedStyle(probe).color;
  };
  return {
    charged: colour('charged'),
    paid: colour('paid'),
    ink: colour('ink'),
    rule: colour('rule'),
  };
};
type Colours = ReturnType<typeof readColours>;

const subscribeToLook = (changed: () => void): (() => void) => {
  const queries = [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(forced-colors: active)',
  ].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  const themes = new MutationObserver(changed);
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    themes.disconnect();
    for (const query of queries) query.removeEventListener('change', changed);
  };
};

/** Another text whenever the colours of the page have become others. */
const readLook = (): string => {
  const { color, backgroundColor } = getComputedStyle(document.body);
  return `${color} on ${backgroundColor}`;
};

/** **Units:** seconds. */
const HALF_DAY = 12 * 60 * 60;

const secondsOf = (day: LocalDate): number => Date.parse(day) / 1000;

const shortDay = (seconds: number, language: Language): string =>
  dayFormat(language, {
    month: language === 'ko' ? 'numeric' : 'short',
    day: 'numeric',
  }).format(seconds * 1000);

interface Drawing {
  readonly Plot: Plot;
  readonly place: HTMLElement;
  readonly series: DaySeries;
  readonly colours: Colours;
  readonly language: Language;
  readonly currency: string;
  readonly onIndex: (index: number | null) => void;
}

const axesOf = ({ colours, language, currency }: Drawing): uPlot.Axis[] => {
  const shared: uPlot.Axis = {
    stroke: colours.ink,
    font: '12px "Pretendard Variable", sans-serif',
    grid: { stroke: colours.rule, width: 1 },
    ticks: { show: false },
  };
  return [
    {
      ...shared,
      size: 32,
      gap: 9,
      grid: { show: false },
      values: (_plot, splits) => splits.map((at) => shortDay(at, language)),
      space: 64,
    },
    {
      ...shared,
      size: 56,
      space: 26,
      // What was paid stands below the line, but nobody pays less than nothing.
      values: (_plot, splits) => axisAmounts(splits.map(Math.abs), language, currency),
    },
  ];
};

const optionsOf = (
  drawing: Drawing,
  height: number,
  lines: readonly uPlot.Series[],
): uPlot.Options => ({
  width: Math.max(200, drawing.place.clientWidth),
  height,
  legend: { show: false },
  padding: [8, 8, 0, 0],
  cursor: { drag: { x: false, y: false }, y: false, points: { show: false } },
  tzDate: (at) => drawing.Plot.tzDate(new Date(at * 1000), 'Etc/UTC'),
  // Half a day to either side, or the first and the last bar are cut in two.
  scales: { x: { range: (_plot, least, most) => [least - HALF_DAY, most + HALF_DAY] } },
  axes: axesOf(drawing),
  series: [{}, ...lines],
  hooks: { setCursor: [(plot) => drawing.onIndex(plot.cursor.idx ?? null)] },
});

const draw = (drawing: Drawing): readonly uPlot[] => {
  const { Plot, place, series, colours } = drawing;
  const days = series.days.map(secondsOf);
  const { bars } = Plot.paths;
  const paths = bars?.({ size: [0.7, 24, 1] });
  const bar = (colour: string): uPlot.Series => ({
    stroke: colour,
    fill: colour,
    width: 0,
    points: { show: false },
    ...(paths === undefined ? {} : { paths }),
  });
  const activity = new Plot(
    optionsOf(drawing, BARS_HEIGHT, [bar(colours.charged), bar(colours.paid)]),
    [days, [...series.charged], series.paid.map((minor) => -minor)],
    place,
  );
  const balance = new Plot(
    {
      ...optionsOf(drawing, LINE_HEIGHT, [
        {
          stroke: colours.charged,
          width: 1.5,
          // No line leads through one day.
          points: {
            show: series.balance.filter((each) => each !== null).length === 1,
            size: 8,
            fill: colours.charged,
          },
        },
      ]),
      axes: axesOf(drawing).map((axis, index) =>
        index === 0
          ? axis
          : {
              ...axis,
              values: (_plot, splits) => axisAmounts(splits, drawing.language, drawing.currency),
            },
      ),
    },
    [days, [...series.balance]],
    place,
  );
  return [activity, balance];
};

const Picture = ({ Plot, series, currency, summary, onDay, onPoint }: ActivityChartProps) => {
  const { language } = useText();
  const place = useRef<HTMLDivElement>(null);
  const pointed = useRef<number | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const plots = draw({
      Plot,
      place: element,
      series,
      colours: readColours(element),
      language,
      currency,
      onIndex: (index) => {
        if (pointed.current === index) return;
        pointed.current = index;
        onPoint(index);
      },
    });
    for (const { over } of plots)
      over.addEventListener('click', () => {
        const day = pointed.current === null ? undefined : series.days[pointed.current];
        if (day !== undefined) onDay(day);
      });
    const resized = new ResizeObserver(() => {
      for (const plot of plots)
        plot.setSize({ width: Math.max(200, element.clientWidth), height: plot.height });
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      for (const plot of plots) plot.destroy();
    };
  }, [Plot, series, currency, language, onDay, onPoint]);
  return (
    <div ref={place} role="img" aria-label={summary} className={styles['chart']}>
      {['charged', 'paid', 'ink', 'rule'].map((name) => (
        <span key={name} hidden data-colour={name} className={styles[`${name}Colour`]} />
      ))}
    </div>
  );
};

/**
 * What was charged and paid on each day, and what the book came to. A picture only: the table beside it
 * has the figures, and links that a keyboard reaches.
 */
export const ActivityChart = (props: ActivityChartProps) => {
  const look = useSyncExternalStore(subscribeToLook, readLook);
  return <Picture key={look} {...props} />;
};
