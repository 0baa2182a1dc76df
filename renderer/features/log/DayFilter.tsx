import { useState } from 'react';
import { useText } from '../../text/useText.ts';
import { parseDayText, todayHere } from '../../text/when.ts';
import { isComposing } from '../../ui/composition.ts';
import { TextField } from '../../ui/TextField.tsx';

interface DayFilterProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** One end of a time. It is asked for when the field is left or Enter is pressed, never half typed. */
export const DayFilter = ({ label, value, onChange }: DayFilterProps) => {
  const { t } = useText();
  const [text, setText] = useState(value ?? '');
  const [isWrong, setIsWrong] = useState(false);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(value ?? '');
    setIsWrong(false);
  }
  const [today] = useState(todayHere);
  const ask = (): void => {
    const day = text.trim() === '' ? undefined : parseDayText(text, today);
    setIsWrong(day === null);
    if (day === null || day === value) return;
    onChange(day);
  };
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      onBlur={ask}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event.nativeEvent)) ask();
      }}
      inputMode="numeric"
      autoComplete="off"
      placeholder={today}
      error={isWrong ? t('log.dayUnreadable', { example: today }) : undefined}
    />
  );
};
