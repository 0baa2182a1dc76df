import type { Spread } from './statistics.ts';
import type { Bar, Judged, Row, Unit } from './Row.ts';

/** What a run was made on and with. Holds nothing that names the machine or a person. */
export interface Circumstances {
  readonly date: string;
  readonly node: string;
  readonly sqlite: string;
  readonly platform: string;
  readonly processor: string;
  readonly cores: number;
  /** **Units:** GB. */
  readonly memory: number;
  /** Commit of the measured code. */
  readonly commit: string;
  readonly quick: boolean;
}

const number = (value: number, unit: Unit): string => {
  if (unit !== 'ms' && value >= 10) return Math.round(value).toLocaleString('en');
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
};

const spread = ({ median, low, high }: Spread, unit: Unit): string =>
  `${number(median, unit)} (${number(low, unit)} – ${number(high, unit)})`;

const barText = (bar: Bar | null, unit: Unit): string => {
  if (bar === null) return '';
  switch (bar.kind) {
    case 'ratio':
      return `≥ ${bar.atLeast} × raw`;
    case 'aboveRaw':
      return `< raw + ${bar.atMost} ${unit}`;
    case 'atLeast':
      return `≥ ${number(bar.value, unit)}`;
    case 'atMost':
      return `≤ ${bar.value} ${unit}`;
  }
};

const verdictText = { met: 'met', missed: '**missed**', told: '' } as const;

const head = ['work', 'unit', 'raw', 'ours', 'ratio', 'bar', 'verdict'];

const cells = ({ row, raw, ours, ratio, verdict }: Judged): readonly string[] => [
  row.work,
  row.unit,
  raw === null ? '' : spread(raw, row.unit),
  spread(ours, row.unit),
  ratio === null ? '' : ratio.toFixed(2),
  barText(row.bar, row.unit),
  verdictText[verdict],
];

const notes = (rows: readonly Row[]): string =>
  rows.flatMap(({ work, note }) => (note === undefined ? [] : [`- ${work}: ${note}`])).join('\n');

/** The rows as lines of equal columns, for a terminal. */
export const plainTable = (judged: readonly Judged[]): string => {
  const lines = [head, ...judged.map(cells)];
  const widths = head.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** The rows as a table in Markdown, with what has to be known to read it. */
export const markdownReport = (judged: readonly Judged[], circumstances: Circumstances): string => {
  const { date, node, sqlite, platform, processor, cores, memory, commit, quick } = circumstances;
  const line = (columns: readonly string[]): string => `| ${columns.join(' | ')} |`;
  return [
    `# Benchmark of ${date}${quick ? ', quick: too small for the bars' : ''}`,
    '',
    `Node ${node}, SQLite ${sqlite}, ${platform}, ${processor}, ${cores} cores, ${memory} GB; commit ${commit}.`,
    'Medians of several rounds, lowest and highest in brackets. Raw and ours take turns, round by round.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...judged.map((row) => line(cells(row))),
    '',
    notes(judged.map(({ row }) => row)),
    '',
  ].join('\n');
};
