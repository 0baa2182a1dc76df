import { fileEncodings, separators, type Separator } from '../../../shared/imports/reading.ts';
import type { FileInspection } from '../../../shared/protocol/importing.ts';
import type { Refusal } from '../../../shared/protocol/refusal.ts';
import { reasonWords } from '../../text/importSentence.ts';
import { useText, type Say } from '../../text/useText.ts';
import { Message } from '../../ui/Message.tsx';
import { Select } from '../../ui/Select.tsx';
import { FileRows } from './FileRows.tsx';
import styles from './Import.module.css';
import { looksLikeData } from './looksLikeData.ts';
import { useSession, useSessionState } from './useImport.ts';

const separatorNames = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
} as const satisfies Record<Separator, string>;

/** Sentences about the file, as long as one can go on with it. */
const remarks = (
  inspection: FileInspection,
  say: Say,
  language: 'en' | 'ko',
): readonly string[] => {
  const { isSure, header, rows, unnamedColumns, faults } = inspection;
  return [
    ...(isSure.encoding ? [] : [say('imports.reading.unsure')]),
    ...(header.length === 1 ? [say('imports.reading.oneColumn')] : []),
    ...(isSure.separator || header.length === 1 ? [] : [say('imports.reading.unsureSeparator')]),
    ...(looksLikeData(header) ? [say('imports.reading.noHeader')] : []),
    ...(rows.length === 0 ? [say('imports.reading.noRows')] : []),
    ...(unnamedColumns === 0 ? [] : [say('imports.reading.unnamed', { count: unnamedColumns })]),
    ...faults.map(({ reason, count, line }) =>
      say('imports.reading.faults', { count, line, reason: reasonWords(reason, say, language) }),
    ),
  ];
};

/** What cannot be mended by reading the file in another way. */
const isHopeless = (refusal: Refusal | null): boolean =>
  refusal !== null &&
  ['FileIsNoCsv', 'NoSuchFile', 'FileEmpty', 'HeaderEmpty', 'NoDaybookOpen'].includes(
    refusal.type,
  ) &&
  // Which is guessed, and may be wrong of a text in rare letters.
  !('format' in refusal && refusal.format === 'binary');

interface ReadingPartProps {
  readonly inspection: FileInspection | null;
  readonly refusal: Refusal | null;
}

/** How a file is read, to be corrected where it was taken for something else. */
export const ReadingPart = ({ inspection, refusal }: ReadingPartProps) => {
  const { t, language } = useText();
  const session = useSession();
  const { readAs } = useSessionState();
  if (isHopeless(refusal)) return null;
  const found = inspection?.readAs;
  const encoding = readAs.encoding ?? found?.encoding ?? 'utf-8';
  const separator = readAs.separator ?? found?.separator ?? ',';
  const named = (name: string, isFound: boolean): string =>
    isFound ? t('imports.reading.found', { name }) : name;
  return (
    <section className={styles['step']} aria-label={t('imports.reading.title')}>
      <h3 className={styles['subtitle']}>{t('imports.reading.title')}</h3>
      <div className={styles['selects']}>
        <Select
          label={t('imports.reading.encoding')}
          value={encoding}
          options={fileEncodings.map((value) => ({
            value,
            label: named(
              t(`imports.reading.encodings.${value}`),
              readAs.encoding === undefined && value === found?.encoding,
            ),
          }))}
          // Other letters are other names of columns.
          onChange={(value) =>
            session.change({ readAs: { ...readAs, encoding: value }, draft: null, kind: null })
          }
        />
        <Select
          label={t('imports.reading.separator')}
          value={separator}
          options={separators.map((value) => ({
            value,
            label: named(
              t(`imports.reading.separators.${separatorNames[value]}`),
              readAs.separator === undefined && value === found?.separator,
            ),
          }))}
          onChange={(value) =>
            session.change({ readAs: { ...readAs, separator: value }, draft: null, kind: null })
          }
        />
      </div>
      {inspection === null ? null : (
        <>
          {remarks(inspection, t, language).map((remark) => (
            <Message key={remark} look="note">
              {remark}
            </Message>
          ))}
          <FileRows inspection={inspection} />
        </>
      )}
    </section>
  );
};
