import type { FileInspection } from '../../../shared/protocol/importing.ts';
import { rowSentence } from '../../text/importSentence.ts';
import { useText } from '../../text/useText.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import styles from './Import.module.css';

/** More than this many columns are for the map to choose from; nobody reads them here. */
const SHOWN_COLUMNS = 40;
const SHOWN_ROWS = 5;

/** The front of the file as it was read: wrong letters and wrong columns are seen at once. */
export const FileRows = ({ inspection }: { readonly inspection: FileInspection }) => {
  const { t, language } = useText();
  const { header, rows, rowCount } = inspection;
  const { about, isExact } = rowCount;
  const count = isExact
    ? t('imports.file.rows', { count: about })
    : t('imports.file.about', { count: Number(about.toPrecision(2)) });
  const shown = header.slice(0, SHOWN_COLUMNS);
  const more = header.length - shown.length;
  return (
    <figure className={styles['figure']}>
      <figcaption className={styles['hint']}>
        {t('imports.reading.rows')} · {count}
        {more === 0 ? null : ` · ${t('imports.reading.more', { count: more })}`}
      </figcaption>
      <ScrollRegion label={t('imports.reading.rows')}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('imports.reading.line')}</th>
              {shown.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN_ROWS).map(({ line, cells, error }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                {error === undefined ? (
                  shown.map((name, index) => <td key={name}>{cells[index]}</td>)
                ) : (
                  <td colSpan={Math.max(1, shown.length)} className={styles['refused']}>
                    {rowSentence(error, t, language)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </figure>
  );
};
