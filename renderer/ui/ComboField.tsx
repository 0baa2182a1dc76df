import { ChevronDown } from 'lucide-react';
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
import styles from './Field.module.css';
import type { Option } from './Select.tsx';

interface ComboFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly options: readonly Option<string>[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of many, found by typing part of it. */
export const ComboField = ({ label, description, options, value, onChange }: ComboFieldProps) => (
  <ComboBox
    className={styles['field'] ?? ''}
    defaultItems={options}
    value={value}
    onChange={(key) => {
      if (typeof key === 'string') onChange(key);
    }}
    menuTrigger="input"
  >
    <Label className={styles['label'] ?? ''}>{label}</Label>
    <div className={styles['line']}>
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
