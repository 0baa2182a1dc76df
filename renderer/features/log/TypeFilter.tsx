import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import { useText } from '../../text/useText.ts';
import fields from '../../ui/Field.module.css';
import { kindName, knownTypes } from './eventKinds.ts';

interface TypeFilterProps {
  readonly value: readonly string[];
  /** Types that stand in the log, of which this program may not know some. */
  readonly met: readonly string[];
  readonly onChange: (types: readonly string[]) => void;
}

/** What is chosen already while the address is still on its way: the next one is chosen beside it. */
const useChosen = (asked: TypeFilterProps['value'], onChange: TypeFilterProps['onChange']) => {
  const [value, setValue] = useState(asked);
  const address = asked.join(' ');
  const [known, setKnown] = useState(address);
  if (known !== address) {
    setKnown(address);
    setValue(asked);
  }
  return {
    value,
    choose: (types: readonly string[]): void => {
      setValue(types);
      onChange(types);
    },
  };
};

/** What kinds of events are shown: any of those known, and of those that were met. */
export const TypeFilter = ({ value: asked, met, onChange }: TypeFilterProps) => {
  const { t } = useText();
  const { value, choose } = useChosen(asked, onChange);
  const types = [...new Set([...knownTypes, ...met, ...value])];
  const chosen = (): string => {
    const [only] = value;
    if (only === undefined) return t('log.allTypes');
    return value.length === 1 ? kindName(only, t) : t('log.types', { count: value.length });
  };
  return (
    <Select
      selectionMode="multiple"
      className={fields['field'] ?? ''}
      value={value}
      onChange={(keys) => choose(keys.map(String))}
    >
      <Label className={fields['label'] ?? ''}>{t('log.type')}</Label>
      <Button className={fields['choice'] ?? ''}>
        <SelectValue className={fields['chosen'] ?? ''}>{chosen}</SelectValue>
        <ChevronDown aria-hidden="true" size={16} />
      </Button>
      <Popover className={fields['popover'] ?? ''} offset={4}>
        <ListBox className={fields['options'] ?? ''}>
          {types.map((type) => (
            <ListBoxItem
              key={type}
              id={type}
              textValue={kindName(type, t)}
              className={fields['option'] ?? ''}
            >
              {({ isSelected }) => (
                <>
                  <span>{kindName(type, t)}</span>
                  {isSelected ? <Check aria-hidden="true" size={14} /> : null}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
};
