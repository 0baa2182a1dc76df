import { useState } from 'react';
import { plainFigures } from '../../../shared/kernel/plain-figures.ts';
import { useText } from '../../text/useText.ts';
import { isComposing } from '../../ui/composition.ts';
import { TextField } from '../../ui/TextField.tsx';

interface GoToFieldProps {
  /** Position of the last event. */
  readonly last: number;
  readonly onGo: (position: number) => void;
}

/** Opens the event at a position. Thousands may be set apart, as the list shows them. */
export const GoToField = ({ last, onGo }: GoToFieldProps) => {
  const { t } = useText();
  const [text, setText] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const go = (): void => {
    const position = Number(plainFigures(text).replaceAll(/[\s.,]/gu, ''));
    const isThere = Number.isSafeInteger(position) && position >= 1 && position <= last;
    setIsWrong(!isThere);
    if (isThere) onGo(position);
  };
  return (
    <TextField
      label={t('log.goTo')}
      value={text}
      onChange={(typed) => {
        setText(typed);
        setIsWrong(false);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && text.trim() !== '' && !isComposing(event.nativeEvent)) go();
      }}
      figures
      inputMode="numeric"
      autoComplete="off"
      error={isWrong ? t('log.goToUnknown', { last }) : undefined}
    />
  );
};
