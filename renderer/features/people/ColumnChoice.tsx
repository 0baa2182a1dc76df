import { ChevronDown, ChevronUp, Columns3, RotateCcw } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { allInOrder, moveColumn, type ChoosableColumn } from './chosenColumns.ts';
import styles from './PeoplePage.module.css';

interface ColumnChoiceProps {
  /** In their order. */
  readonly columns: readonly ChoosableColumn[];
  readonly onChoose: (columns: readonly ChoosableColumn[]) => void;
  /** Null while the columns have their usual widths. */
  readonly onUsualWidths: (() => void) | null;
}

const texts = {
  reference: 'people.reference',
  phone: 'people.phone',
  limit: 'people.limit',
  balance: 'people.balance',
  available: 'people.available',
  'last-entry': 'people.lastEntry',
} as const satisfies Readonly<Record<ChoosableColumn, string>>;

/** All columns as they stand while the dialog is open: one that is taken away keeps its place there. */
const useOrder = ({ columns, onChoose }: Omit<ColumnChoiceProps, 'onUsualWidths'>) => {
  const [order, setOrder] = useState(() => allInOrder(columns));
  const list = useRef<HTMLDivElement>(null);
  /** What was moved last, and which way: its buttons go with it, and the focus with them. */
  const [moved, setMoved] = useState<{ column: ChoosableColumn; by: -1 | 1 } | null>(null);
  useEffect(() => {
    if (moved === null) return;
    const buttons = [
      ...(list.current?.querySelectorAll<HTMLButtonElement>(
        `[data-column="${moved.column}"] button`,
      ) ?? []),
    ];
    const [up, down] = buttons;
    const pressed = moved.by < 0 ? up : down;
    // At either end there is no further way.
    (pressed?.disabled === true ? buttons.find(({ disabled }) => !disabled) : pressed)?.focus();
  }, [moved]);
  return {
    order,
    moved: moved?.column ?? null,
    list,
    choose: (column: ChoosableColumn, isChosen: boolean): void =>
      onChoose(order.filter((other) => (other === column ? isChosen : columns.includes(other)))),
    move: (column: ChoosableColumn, by: -1 | 1): void => {
      const next = moveColumn(order, column, by);
      setOrder(next);
      setMoved({ column, by });
      onChoose(next.filter((other) => columns.includes(other)));
    },
  };
};

const Columns = (props: ColumnChoiceProps) => {
  const { t } = useText();
  const { order, moved, list, choose, move } = useOrder(props);
  const titleId = useId();
  return (
    <div ref={list} role="group" aria-labelledby={titleId} className={styles['choices'] ?? ''}>
      <p id={titleId} className={styles['choicesTitle'] ?? ''}>
        {t('lists.shownColumns')}
      </p>
      {order.map((column, at) => {
        const name = t(texts[column]);
        return (
          <div key={column} data-column={column} className={styles['choiceLine'] ?? ''}>
            <CheckBox
              isSelected={props.columns.includes(column)}
              onChange={(isChosen) => choose(column, isChosen)}
            >
              {name}
            </CheckBox>
            <Button
              look="quiet"
              size="small"
              icon={<ChevronUp aria-hidden="true" />}
              aria-label={t('lists.moveUp', { column: name })}
              isDisabled={at === 0}
              onPress={() => move(column, -1)}
            />
            <Button
              look="quiet"
              size="small"
              icon={<ChevronDown aria-hidden="true" />}
              aria-label={t('lists.moveDown', { column: name })}
              isDisabled={at === order.length - 1}
              onPress={() => move(column, 1)}
            />
          </div>
        );
      })}
      <Button
        look="quiet"
        size="small"
        icon={<RotateCcw aria-hidden="true" />}
        isIdle={props.onUsualWidths === null}
        onPress={() => props.onUsualWidths?.()}
      >
        {t('lists.usualWidths')}
      </Button>
      <p role="status" className={styles['unseen'] ?? ''}>
        {moved === null
          ? ''
          : t('lists.moved', {
              column: t(texts[moved]),
              place: order.indexOf(moved) + 1,
              count: order.length,
            })}
      </p>
    </div>
  );
};

/** Which columns the list shows beside the name, and in which order. */
export const ColumnChoice = (props: ColumnChoiceProps) => {
  const { t } = useText();
  return (
    <DialogTrigger>
      <Button icon={<Columns3 aria-hidden="true" />}>{t('lists.columns')}</Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
        <Dialog aria-label={t('lists.columns')} className={styles['choices'] ?? ''}>
          <Columns {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
