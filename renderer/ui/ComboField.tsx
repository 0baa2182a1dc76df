import { ChevronDown } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { isComposing } from './composition.ts';
import styles from './Field.module.css';
import type { Option } from './Select.tsx';

interface ComboFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly options: readonly Option<string>[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The only option that typed text can mean: it is the option itself, or a part of this one name alone. */
const meantBy = (typed: string, options: ComboFieldProps['options']): Option<string> | null => {
  const text = typed.trim().toLowerCase();
  if (text === '') return null;
  const exact = options.find(({ value }) => value.toLowerCase() === text);
  if (exact !== undefined) return exact;
  const [first = null, second] = options.filter(({ label }) => label.toLowerCase().includes(text));
  return second === undefined ? first : null;
};

/** One of many, found by typing part of it. What was typed is taken also where nobody points at an option. */
export const ComboField = ({ label, description, options, value, onChange }: ComboFieldProps) => {
  const typed = useRef('');
  const takeTyped = (): void => {
    const meant = meantBy(typed.current, options);
    if (meant !== null) onChange(meant.value);
  };
  // Before React Aria hears of the keys, at which it puts the chosen option back.
  const onKeyDown = ({ key, target, nativeEvent }: KeyboardEvent<HTMLDivElement>): void => {
    if ((key !== 'Enter' && key !== 'Tab') || isComposing(nativeEvent)) return;
    const hasPointed = (target as HTMLElement).hasAttribute('aria-activedescendant');
    if (!hasPointed) takeTyped();
  };
  return (
    <ComboBox
      className={styles['field'] ?? ''}
      defaultItems={options}
      value={value}
      onChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
      onInputChange={(text) => {
        typed.current = text;
      }}
      onBlur={takeTyped}
      menuTrigger="input"
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <div className={styles['line']} onKeyDownCapture={onKeyDown}>
        <Input className={styles['input'] ?? ''} />
        <Button className={styles['opener'] ?? ''}>
          <ChevronDown aria-hidden="true" size={16} />
        </Button>
      </div>
      {description === undefined ? null : (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox<Option<string>> className={styles['options'] ?? ''}>
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className={styles['option'] ?? ''}
            >
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
};
