import type { KeyboardEvent } from 'react';
import type { Option } from './Select.tsx';
import styles from './Segments.module.css';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * One of a few, all in sight. The chosen one is the only stop of the Tab key; the arrow keys choose.
 *
 * React Aria's toggle buttons are a stop each, and lead back to where the focus was last, chosen or not.
 * Its radios are fields, in which the shortcuts of single keys rest.
 *
 * **Source:** the radio group of the ARIA Authoring Practices.
 */
export const Segments = <Value extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentsProps<Value>) => {
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, at: number): void => {
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = (at + step + options.length) % options.length;
    const chosen = options[next];
    const place = event.currentTarget.parentElement?.children.item(next);
    if (chosen === undefined || !(place instanceof HTMLElement)) return;
    place.focus();
    onChange(chosen.value);
  };
  return (
    <div role="radiogroup" aria-label={label} className={styles['segments']}>
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          className={styles['segment']}
          onClick={() => onChange(option.value)}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
};
