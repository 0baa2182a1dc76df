import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import styles from './Field.module.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly hideLabel?: boolean;
}

/** One of several, in a list that opens. */
export const Select = <Value extends string>({
  label,
  options,
  value,
  onChange,
  hideLabel = false,
}: SelectProps<Value>) => (
  <AriaSelect
    {...(hideLabel ? { 'aria-label': label } : {})}
    className={styles['field'] ?? ''}
    value={value}
    onChange={(key) => {
      const chosen = options.find((option) => option.value === key);
      if (chosen !== undefined) onChange(chosen.value);
    }}
  >
    {hideLabel ? null : <Label className={styles['label'] ?? ''}>{label}</Label>}
    <Button className={styles['choice'] ?? ''}>
      <SelectValue />
      <ChevronDown aria-hidden="true" size={16} />
    </Button>
    <Popover className={styles['popover'] ?? ''} offset={4}>
      <ListBox className={styles['options'] ?? ''}>
        {options.map((option) => (
          <ListBoxItem
            key={option.value}
            id={option.value}
            textValue={option.label}
            className={styles['option'] ?? ''}
          >
            {({ isSelected }) => (
              <>
                <span>{option.label}</span>
                {isSelected ? <Check aria-hidden="true" size={14} /> : null}
              </>
            )}
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  </AriaSelect>
);
