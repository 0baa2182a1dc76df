import { eventParts } from '../../text/eventSentence.ts';
import { localeOf, type Language } from '../../text/languages.ts';
import type { Say } from '../../text/useText.ts';
import { formatSecond } from '../../text/when.ts';
import type { GridColumn } from '../../ui/GridColumn.ts';
import { SortButton } from '../../ui/SortButton.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { PersonLink } from '../people/PersonLink.tsx';
import type { LogLine, LogRow } from './createHeldLines.ts';
import { deviceName } from './deviceName.ts';
import { kindName } from './eventKinds.ts';
import { SealMark } from './SealMark.tsx';
import styles from './LogPage.module.css';

interface ColumnContext {
  readonly say: Say;
  readonly language: Language;
  /** This device. */
  readonly device: string;
  readonly order: 'newest' | 'oldest';
  readonly onOrder: (order: 'newest' | 'oldest') => void;
}

const ofEvent =
  (cell: (event: LogRow) => React.ReactNode) =>
  (line: LogLine): React.ReactNode =>
    line.kind === 'event' ? cell(line.event) : null;

const OrderHeading = ({ say, order, onOrder }: ColumnContext) => (
  <SortButton
    arrow={order === 'newest' ? 'down' : 'up'}
    arrowLabel={say(`log.${order}`)}
    onPress={() => onOrder(order === 'newest' ? 'oldest' : 'newest')}
  >
    {say('log.position')}
  </SortButton>
);

/** A sentence that may be cut where there is no room, but never through its sum, which would be another one. */
const Said = ({ before, sum, after }: ReturnType<typeof eventParts>) =>
  sum === '' ? (
    before
  ) : (
    <span className={styles['said']}>
      <span className={styles['words']}>{before}</span>
      <span className={styles['sum']}>{sum}</span>
      <span className={styles['words']}>{after}</span>
    </span>
  );

const What = ({
  line,
  context: { say, language },
}: {
  readonly line: LogLine;
  readonly context: ColumnContext;
}) => {
  if (line.kind === 'missing')
    return <span className={styles['missing']}>{say('log.missing')}</span>;
  const { event } = line;
  return event.readable ? (
    <Said {...eventParts(event, say, language)} />
  ) : (
    <>
      {kindName(event.type, say)} <Stamp look="red">{say('log.unreadable')}</Stamp>
    </>
  );
};

/** The columns of the log. */
export const logColumns = (context: ColumnContext): readonly GridColumn<LogLine>[] => {
  const { say, language, device, order } = context;
  return [
    {
      id: 'position',
      figures: true,
      sorted: order === 'newest' ? 'descending' : 'ascending',
      heading: <OrderHeading {...context} />,
      cell: ({ position }) => (
        <span className={styles['soft']}>{position.toLocaleString(localeOf[language])}</span>
      ),
    },
    {
      id: 'recorded',
      heading: say('log.recorded'),
      cell: ofEvent(({ recordedAt }) => (
        <span className={styles['when']}>{formatSecond(recordedAt, language)}</span>
      )),
    },
    {
      id: 'what',
      heading: say('log.what'),
      cell: (line) => <What line={line} context={context} />,
    },
    {
      id: 'person',
      heading: say('log.person'),
      cell: ofEvent(({ person }) =>
        person === null ? null : <PersonLink person={person} accountId={null} isInGrid />,
      ),
    },
    { id: 'seal', heading: say('log.seal'), cell: ofEvent(({ seal }) => <SealMark seal={seal} />) },
    {
      id: 'device',
      heading: say('log.device'),
      cell: ofEvent((event) => (
        <span className={styles['faint']}>{deviceName(event.device, device, say)}</span>
      )),
    },
  ];
};
