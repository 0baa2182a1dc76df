import { Columns3 } from 'lucide-react';
import {
  Checkbox,
  CheckboxGroup,
  Dialog,
  DialogTrigger,
  Label,
  Popover,
} from 'react-aria-components';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { choosableColumns, type ChoosableColumn } from './chosenColumns.ts';
import styles from './PeoplePage.module.css';

interface ColumnChoiceProps {
  readonly columns: readonly ChoosableColumn[];
  readonly onChoose: (columns: readonly string[]) => void;
}

const texts = {
  reference: 'people.reference',
  phone: 'people.phone',
  limit: 'people.limit',
  balance: 'people.balance',
  available: 'people.available',
  'last-entry': 'people.lastEntry',
} as const satisfies Readonly<Record<ChoosableColumn, string>>;

/** Which columns the list shows beside the name. */
export const ColumnChoice = ({ columns, onChoose }: ColumnChoiceProps) => {
  const { t } = useText();
  return (
    <DialogTrigger>
      <Button icon={<Columns3 aria-hidden="true" />}>{t('lists.columns')}</Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
        <Dialog aria-label={t('lists.columns')} className={styles['choices'] ?? ''}>
          <CheckboxGroup
            className={styles['choices'] ?? ''}
            value={[...columns]}
            onChange={onChoose}
          >
            <Label className={styles['choicesTitle'] ?? ''}>{t('lists.shownColumns')}</Label>
            {choosableColumns.map((column) => (
              <Checkbox key={column} value={column} className={styles['choice'] ?? ''}>
                {t(texts[column])}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
