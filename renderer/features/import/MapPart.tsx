import type { HandedFile } from '../../../shared/protocol/handed-files.ts';
import type { FileInspection } from '../../../shared/protocol/importing.ts';
import { useDaybook } from '../../api/useHost.ts';
import { useText } from '../../text/useText.ts';
import { Message } from '../../ui/Message.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { fieldName } from './fieldName.ts';
import { FieldRow } from './FieldRow.tsx';
import { FormatFields } from './FormatFields.tsx';
import { takeSource } from './guessMap.ts';
import styles from './Import.module.css';
import { importFields, importKinds } from './importFields.ts';
import { missingFields, sayFormat, unknownColumns, type MapDraft } from './mapDraft.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { cellsOf, fieldText } from './rowTexts.ts';
import { SavedMaps } from './SavedMaps.tsx';
import { LAST_USED } from './savedMaps.ts';
import { useSession, type Prepared } from './useImport.ts';

interface MapPartProps {
  readonly file: HandedFile;
  readonly inspection: FileInspection;
  readonly prepared: Prepared;
}

const Recognised = ({ recognised }: Pick<Prepared, 'recognised'>) => {
  const { t } = useText();
  if (recognised === null) return null;
  return (
    <Message look="note">
      {recognised.name === LAST_USED
        ? t('imports.map.recognisedLast')
        : t('imports.map.recognised', { name: recognised.name })}
    </Message>
  );
};

const Problems = ({ inspection, prepared }: Omit<MapPartProps, 'file'>) => {
  const { t } = useText();
  const { kind, draft } = prepared;
  const missing = missingFields(kind, draft).map((field) => fieldName(kind, field, t));
  const unknown = unknownColumns(draft, inspection.header);
  return (
    <>
      {missing.length === 0 ? null : (
        <Message look="note">{t('imports.map.missing', { fields: missing.join(', ') })}</Message>
      )}
      {unknown.length === 0 ? null : (
        <Message look="note">
          {t('imports.map.unknown', { columns: unknown.map((name) => `“${name}”`).join(', ') })}
        </Message>
      )}
      {kind === 'entries' && draft.sources.reference === undefined ? (
        <Message look="note">{t('imports.map.entryReferenceHint')}</Message>
      ) : null}
      {kind === 'entries' && draft.sources.approval !== undefined ? (
        <Message look="note">{t('imports.map.approvalHint')}</Message>
      ) : null}
    </>
  );
};

/** Which column is what, and what comes of the first rows by it. */
export const MapPart = ({ file, inspection, prepared }: MapPartProps) => {
  const { t } = useText();
  const session = useSession();
  const { currency } = useDaybook();
  const { kind, draft } = prepared;
  const { header, rows } = inspection;
  const first = rows.find(({ error }) => error === undefined)?.cells ?? [];
  const change = (next: MapDraft): void => session.change({ kind, draft: next });
  return (
    <section className={styles['step']} aria-label={t('imports.map.title')}>
      <h3 className={styles['subtitle']}>{t('imports.map.title')}</h3>
      <div className={styles['kinds']}>
        <Segments
          label={t('imports.kinds.label')}
          options={importKinds.map((value) => ({ value, label: t(`imports.kinds.${value}`) }))}
          value={kind}
          onChange={(value) => session.change({ kind: value, draft: null })}
        />
      </div>
      <Recognised recognised={prepared.recognised} />
      <table className={`${styles['table']} ${styles['map']}`}>
        <thead>
          <tr>
            <th scope="col">{t('imports.map.field')}</th>
            <th scope="col">{t('imports.map.source')}</th>
            <th scope="col">{t('imports.map.example')}</th>
          </tr>
        </thead>
        <tbody>
          {importFields[kind].map((field) => (
            <FieldRow
              key={field}
              kind={kind}
              field={field}
              source={draft.sources[field]}
              header={header}
              example={fieldText(field, draft.sources[field], cellsOf(header, first), {
                formats: {},
                currency,
              })}
              onChange={(source) => change(takeSource(draft, field, source, inspection))}
            />
          ))}
        </tbody>
      </table>
      {kind === 'people' ? (
        <p className={styles['hint']}>{t('imports.map.referenceHint')}</p>
      ) : null}
      <FormatFields
        kind={kind}
        draft={draft}
        onChange={(name, formats) => change(sayFormat(draft, name, formats))}
      />
      <Problems inspection={inspection} prepared={prepared} />
      <PreviewTable file={file} inspection={inspection} prepared={prepared} />
      <SavedMaps key={kind} header={header} prepared={prepared} />
    </section>
  );
};
