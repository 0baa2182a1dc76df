import { useText } from '../../text/useText.ts';
import { Message } from '../../ui/Message.tsx';
import type { DetailValues } from './detailValues.ts';

/** What a user has been told, and how the details were then. */
export interface Told {
  readonly fields: readonly (keyof DetailValues)[];
  readonly now: DetailValues;
}

/** Says what a correction would overwrite that the user has not seen when they began it. */
export const ChangedMeanwhile = ({ fields, now }: Told) => {
  const { t } = useText();
  if (fields.length === 0) return null;
  return (
    <Message>
      <p>{t('details.changedMeanwhile')}</p>
      <ul>
        {fields.map((field) => (
          <li key={field}>
            {t(`details.${field}`)}: {now[field] === '' ? t('common.none') : now[field]}
          </li>
        ))}
      </ul>
    </Message>
  );
};
