import { parseDecimalAmount } from '../../../shared/kernel/money.ts';
import type { HandedFile } from '../../../shared/protocol/handed-files.ts';
import type { FileInspection, PreviewRow } from '../../../shared/protocol/importing.ts';
import { useDaybook } from '../../api/useHost.ts';
import { formatMoney } from '../../text/amountText.ts';
import { importSentence, rowSentences } from '../../text/importSentence.ts';
import { useText } from '../../text/useText.ts';
import { Message } from '../../ui/Message.tsx';
import { fieldName } from './fieldName.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import styles from './Import.module.css';
import { importFields, type ImportField } from './importFields.ts';
import { missingFields, unknownColumns } from './mapDraft.ts';
import { cellsOf, fieldText } from './rowTexts.ts';
import { useImportPreview, type Prepared } from './useImport.ts';

interface PreviewTableProps {
  readonly file: HandedFile;
  readonly inspection: FileInspection;
  readonly prepared: Prepared;
}

const SHOWN_ROWS = 10;

const Outcome = ({
  row,
  prepared,
}: {
  readonly row: PreviewRow | undefined;
  readonly prepared: Prepared;
}) => {
  const { t, language } = useText();
  if (row === undefined) return <td className={styles['hint']}>…</td>;
  if (row.outcome === 'refused')
    return (
      <td className={styles['refused']}>
        {rowSentences({ error: { type: 'InputInvalid' }, ...row }, t, language)}
      </td>
    );
  const fields = (row.differing ?? [])
    .map((field) => fieldName(prepared.kind, field as ImportField, t))
    .join(', ');
  const { firstLine, outcome } = row;
  if (firstLine !== undefined) return <td>{t('imports.preview.repeats', { line: firstLine })}</td>;
  return (
    <td>
      {fields === '' ? t(`imports.preview.${outcome}`) : t('imports.preview.differs', { fields })}
    </td>
  );
};

const isFigure = (field: ImportField): boolean => field === 'amount' || field === 'limit';

/** What stands in a cell: an amount and a kind as the daybook shows them. */
const useShown = (currency: string) => {
  const { t, language } = useText();
  return (field: ImportField, text: string): string => {
    if (field === 'kind' && (text === 'charge' || text === 'pay'))
      return t(`imports.preview.${text}`);
    if (!isFigure(field)) return text;
    const amount = parseDecimalAmount(text, currency);
    return amount.ok ? formatMoney(amount.value, language) : text;
  };
};

/** The first rows as they will be, or why they will be refused. */
export const PreviewTable = ({ file, inspection, prepared }: PreviewTableProps) => {
  const { t, language } = useText();
  const { currency } = useDaybook();
  const shown = useShown(currency);
  const { kind, draft } = prepared;
  const { header, rows, readAs } = inspection;
  const isComplete =
    rows.length > 0 &&
    missingFields(kind, draft).length === 0 &&
    unknownColumns(draft, header).length === 0;
  const { value, refusal } = useImportPreview(file, readAs, kind, draft, isComplete);
  const fields = importFields[kind].filter((field) => draft.sources[field] !== undefined);
  if (refusal !== null) return <Message>{importSentence(refusal, t, language)}</Message>;
  if (!isComplete) return null;
  const outcomes = new Map(value?.rows.map((row) => [row.line, row]));
  return (
    <figure className={styles['figure']}>
      <figcaption className={styles['hint']}>{t('imports.preview.title')}</figcaption>
      <ScrollRegion label={t('imports.preview.title')}>
        <table className={styles['table']} aria-busy={value === null}>
          <thead>
            <tr>
              <th scope="col">{t('imports.reading.line')}</th>
              <th scope="col">{t('imports.preview.outcome')}</th>
              {fields.map((field) => (
                <th key={field} scope="col" data-figures={isFigure(field)}>
                  {fieldName(kind, field, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN_ROWS).map(({ line, cells }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                <Outcome row={outcomes.get(line)} prepared={prepared} />
                {fields.map((field) => (
                  <td key={field} data-figures={isFigure(field)}>
                    {shown(
                      field,
                      fieldText(field, draft.sources[field], cellsOf(header, cells), {
                        formats: draft.formats,
                        currency,
                      }),
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </figure>
  );
};
