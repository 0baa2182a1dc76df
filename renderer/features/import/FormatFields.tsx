import { dayOrders, type Formats } from '../../../shared/imports/formats.ts';
import { decimalSigns } from '../../../shared/kernel/written-amount.ts';
import { useText } from '../../text/useText.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Import.module.css';
import type { FormatName, ImportKind } from './importFields.ts';
import type { MapDraft } from './mapDraft.ts';

interface FormatFieldsProps {
  readonly kind: ImportKind;
  readonly draft: MapDraft;
  /** Somebody has said one of them. */
  readonly onChange: (name: FormatName, formats: Formats) => void;
}

const plainDay = 'iso';
const plainDecimal = 'plain';
const decimalNames = { '.': 'point', ',': 'comma' } as const;

/** Words while they are typed; the comma that begins another one stays until there is one. */
const wordsOf = (text: string): string[] =>
  text
    .split(/,\s*/u)
    .filter((word, index, all) => word !== '' || index === all.length - 1)
    .map((word) => word.slice(0, 100))
    .slice(0, 50);

type Words = NonNullable<Formats['kinds']>;

const withoutEmpty = ({ charge, pay }: Words): Words => ({
  charge: charge.filter((word) => word !== ''),
  pay: pay.filter((word) => word !== ''),
});

/** How the cells are written, asked only where the map has something that can be written in several ways. */
export const FormatFields = ({ kind, draft, onChange }: FormatFieldsProps) => {
  const { t } = useText();
  const { sources, formats } = draft;
  const { day: _day, ...withoutDay } = formats;
  const { decimal: _decimal, ...withoutDecimal } = formats;
  const hasDays = sources.occurredOn !== undefined || sources.birthDate !== undefined;
  // One limit for all is typed as programs write it, unless somebody has said otherwise.
  const hasLimits = sources.limit?.from === 'columns' || formats.decimal !== undefined;
  const hasAmounts = sources.amount !== undefined || (sources.limit !== undefined && hasLimits);
  const hasWords = kind === 'entries' && sources.kind?.from === 'columns';
  const words: Words = formats.kinds ?? { charge: [], pay: [] };
  const say = (kinds: Words): void => onChange('kinds', { ...formats, kinds });
  const tidy = (): void => {
    // Only who has typed leaves an empty one; to look in and go is to say nothing.
    if ([...words.charge, ...words.pay].includes('')) say(withoutEmpty(words));
  };
  if (!hasDays && !hasAmounts && !hasWords) return null;
  return (
    <div className={styles['selects']}>
      {hasDays ? (
        <Select
          label={t('imports.map.day')}
          value={formats.day ?? plainDay}
          options={[plainDay, ...dayOrders].map((value) => ({
            value,
            label: t(`imports.map.days.${value as typeof plainDay | (typeof dayOrders)[number]}`),
          }))}
          onChange={(value) => {
            const day = dayOrders.find((order) => order === value);
            onChange('day', day === undefined ? withoutDay : { ...formats, day });
          }}
        />
      ) : null}
      {hasAmounts ? (
        <Select
          label={t('imports.map.decimal')}
          value={formats.decimal ?? plainDecimal}
          options={[
            { value: plainDecimal, label: t('imports.map.decimals.plain') },
            ...decimalSigns.map((value) => ({
              value,
              label: t(`imports.map.decimals.${decimalNames[value]}`),
            })),
          ]}
          onChange={(value) => {
            const decimal = decimalSigns.find((sign) => sign === value);
            onChange('decimal', decimal === undefined ? withoutDecimal : { ...formats, decimal });
          }}
        />
      ) : null}
      {hasWords ? (
        <>
          <TextField
            label={t('imports.map.chargeWords')}
            description={t('imports.map.wordsHint')}
            value={words.charge.join(', ')}
            onChange={(text) => say({ ...words, charge: wordsOf(text) })}
            onBlur={tidy}
          />
          <TextField
            label={t('imports.map.payWords')}
            description={t('imports.map.wordsHint')}
            value={words.pay.join(', ')}
            onChange={(text) => say({ ...words, pay: wordsOf(text) })}
            onBlur={tidy}
          />
        </>
      ) : null}
    </div>
  );
};
