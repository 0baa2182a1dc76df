import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Option } from './Select.tsx';
import styles from './Segments.module.css';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight. */
export const Segments = <Value extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentsProps<Value>) => (
  <ToggleButtonGroup
    aria-label={label}
    className={styles['segments'] ?? ''}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={(keys) => {
      const chosen = options.find((option) => keys.has(option.value));
      if (chosen !== undefined) onChange(chosen.value);
    }}
  >
    {options.map((option) => (
      <ToggleButton key={option.value} id={option.value} className={styles['segment'] ?? ''}>
        {option.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
