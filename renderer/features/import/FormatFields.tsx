import { dayOrders, type Formats } from '../../../shared/imports/formats.ts';
import { decimalSigns } from '../../../shared/kernel/written-amount.ts';
import { useText } from '../../text/useText.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Import.module.css';
import type { ImportKind } from './importFields.ts';
import type { MapDraft } from './mapDraft.ts';

interface FormatFieldsProps {
  readonly kind: ImportKind;
  readonly draft: MapDraft;
  readonly onChange: (formats: Formats) => void;
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

const withoutEmpty = ({ kinds, ...formats }: Formats): Formats => ({
  ...formats,
  ...(kinds
    ? {
        kinds: {
          charge: kinds.charge.filter((word) => word !== ''),
          pay: kinds.pay.filter((word) => word !== ''),
        },
      }
    : {}),
});

/** How the cells are written, asked only where the map has something that can be written in several ways. */
export const FormatFields = ({ kind, draft, onChange }: FormatFieldsProps) => {
  const { t } = useText();
  const { sources, formats } = draft;
  const { day: _day, ...withoutDay } = formats;
  const { decimal: _decimal, ...withoutDecimal } = formats;
  const hasDays = sources.occurredOn !== undefined || sources.birthDate !== undefined;
  const hasAmounts = sources.amount !== undefined || sources.limit?.from === 'columns';
  const hasWords = kind === 'entries' && sources.kind?.from === 'columns';
  const words = formats.kinds ?? { charge: [], pay: [] };
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
            onChange(day === undefined ? withoutDay : { ...formats, day });
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
            onChange(decimal === undefined ? withoutDecimal : { ...formats, decimal });
          }}
        />
      ) : null}
      {hasWords ? (
        <>
          <TextField
            label={t('imports.map.chargeWords')}
            description={t('imports.map.wordsHint')}
            value={words.charge.join(', ')}
            onChange={(text) =>
              onChange({ ...formats, kinds: { ...words, charge: wordsOf(text) } })
            }
            onBlur={() => onChange(withoutEmpty(formats))}
          />
          <TextField
            label={t('imports.map.payWords')}
            description={t('imports.map.wordsHint')}
            value={words.pay.join(', ')}
            onChange={(text) => onChange({ ...formats, kinds: { ...words, pay: wordsOf(text) } })}
            onBlur={() => onChange(withoutEmpty(formats))}
          />
        </>
      ) : null}
    </div>
  );
};
