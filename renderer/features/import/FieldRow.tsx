import { Minus, Plus } from 'lucide-react';
import { useText, type Say } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Select, type Option } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { fieldName } from './fieldName.ts';
import styles from './Import.module.css';
import { isRequired, usualBetween, type ImportField, type ImportKind } from './importFields.ts';
import { canBeNamed, columnsFrom, type FieldSource } from './mapDraft.ts';

interface FieldRowProps {
  readonly kind: ImportKind;
  readonly field: ImportField;
  readonly source: FieldSource | undefined;
  readonly header: readonly string[];
  readonly example: string;
  readonly onChange: (source: FieldSource | null) => void;
}

const COLUMN = 'column ';
const columnOption = (name: string): Option<string> => ({ value: `${COLUMN}${name}`, label: name });

const fixedKinds = ['charge', 'pay'] as const;

const optionsFor = (
  { kind, field, source, header }: FieldRowProps,
  columns: readonly Option<string>[],
  say: Say,
): readonly Option<string>[] => [
  ...(isRequired(kind, field) && source !== undefined
    ? []
    : [{ value: 'nothing', label: say('imports.map.nothing') }]),
  ...(source?.from === 'templates' ? [{ value: 'asIs', label: say('imports.map.asIs') }] : []),
  ...(field === 'kind'
    ? fixedKinds.map((value) => ({ value, label: say(`imports.map.${value}`) }))
    : []),
  ...columns,
  // A column of a saved map that this file does not have is named, so that somebody sees what is wrong.
  ...(source?.from === 'columns'
    ? source.columns
        .slice(0, 1)
        .filter((name) => !header.includes(name))
        .map(columnOption)
    : []),
  ...(field === 'kind' || field === 'reference' || field === 'person'
    ? []
    : [{ value: 'text', label: say('imports.map.text') }]),
];

const chosen = (field: ImportField, source: FieldSource | undefined): string => {
  if (source === undefined) return 'nothing';
  switch (source.from) {
    case 'columns':
      return source.columns[0] === undefined ? 'nothing' : `${COLUMN}${source.columns[0]}`;
    case 'text':
      return field === 'kind' ? source.text : 'text';
    case 'templates':
      return 'asIs';
  }
};

const sourceFor = (value: string, { field, source }: FieldRowProps): FieldSource | null => {
  if (value === 'nothing') return null;
  if (value === 'asIs') return source ?? null;
  if (value === 'text') return { from: 'text', text: '' };
  if (value === 'charge' || value === 'pay') return { from: 'text', text: value };
  const column = value.slice(COLUMN.length);
  return source?.from === 'columns'
    ? { ...source, columns: [column, ...source.columns.slice(1)] }
    : columnsFrom([column], usualBetween(field));
};

const betweens = { ' ': 'space', ', ': 'comma', '': 'nothing' } as const;
type Between = keyof typeof betweens;
const isBetween = (text: string): text is Between => Object.hasOwn(betweens, text);

/** The second column of a field and those behind it, and what stands between them. */
const MoreColumns = (props: FieldRowProps & { readonly columns: readonly Option<string>[] }) => {
  const { t } = useText();
  const { kind, field, source, columns, header, onChange } = props;
  if (source?.from !== 'columns' || source.columns.length === 0) return null;
  const name = fieldName(kind, field, t);
  const { columns: chosenColumns, between } = source;
  const set = (next: readonly string[], text = between): void => onChange(columnsFrom(next, text));
  const next = header.find((each) => canBeNamed(each) && !chosenColumns.includes(each));
  const words: readonly Option<string>[] = Object.entries(betweens).map(([value, word]) => ({
    value: `"${value}"`,
    label: t(`imports.map.betweens.${word}`),
  }));
  return (
    <>
      {chosenColumns.slice(1).map((column, index) => (
        <Select
          key={`${index} ${column}`}
          hideLabel
          label={t('imports.map.column', { field: name, number: index + 2 })}
          options={columns}
          value={`${COLUMN}${column}`}
          onChange={(value) => set(chosenColumns.with(index + 1, value.slice(COLUMN.length)))}
        />
      ))}
      <div className={styles['joining']}>
        {chosenColumns.length > 1 && field !== 'phones' ? (
          <>
            <span aria-hidden="true" className={styles['hint']}>
              {t('imports.map.between')}
            </span>
            <Select
              hideLabel
              label={t('imports.map.betweenOf', { field: name })}
              options={
                isBetween(between) ? words : [...words, { value: `"${between}"`, label: between }]
              }
              value={`"${between}"`}
              onChange={(value) => set(chosenColumns, value.slice(1, -1))}
            />
          </>
        ) : null}
        {chosenColumns.length > 1 ? (
          <Button
            look="quiet"
            size="small"
            aria-label={t('imports.map.remove', { field: name })}
            icon={<Minus aria-hidden="true" />}
            onPress={() => set(chosenColumns.slice(0, -1))}
          />
        ) : null}
        {next === undefined || chosenColumns.length >= 10 ? null : (
          <Button
            look="quiet"
            size="small"
            aria-label={t('imports.map.addTo', { field: name })}
            icon={<Plus aria-hidden="true" />}
            onPress={() => set([...chosenColumns, next])}
          >
            {t('imports.map.add')}
          </Button>
        )}
      </div>
    </>
  );
};

const canJoin = (field: ImportField): boolean =>
  ['name', 'phones', 'address', 'note', 'memo'].includes(field);

/** One field: which column it comes from, and what that gives for the first row. */
export const FieldRow = (props: FieldRowProps) => {
  const { t } = useText();
  const { kind, field, source, header, example, onChange } = props;
  const name = fieldName(kind, field, t);
  const columns = header.filter(canBeNamed).map(columnOption);
  return (
    <tr>
      <th scope="row">
        {name}
        {isRequired(kind, field) ? (
          <span className={styles['needed']}>{t('imports.map.required')}</span>
        ) : null}
      </th>
      <td>
        <div className={styles['sources']}>
          <Select
            hideLabel
            label={name}
            options={optionsFor(props, columns, t)}
            value={chosen(field, source)}
            onChange={(value) => onChange(sourceFor(value, props))}
          />
          {source?.from === 'text' && field !== 'kind' ? (
            <TextField
              hideLabel
              label={t('imports.map.textLabel', { field: name })}
              value={source.text}
              maxLength={500}
              onChange={(text) => onChange({ from: 'text', text })}
            />
          ) : null}
          {source?.from === 'templates' ? (
            <code className={styles['template']}>{source.templates.join(' ')}</code>
          ) : null}
          {canJoin(field) ? <MoreColumns {...props} columns={columns} /> : null}
        </div>
      </td>
      <td className={styles['example']}>{example}</td>
    </tr>
  );
};
