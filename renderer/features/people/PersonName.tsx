import { useDaybook } from '../../api/useHost.ts';
import { useText } from '../../text/useText.ts';
import { Redaction } from '../../ui/Redaction.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { nameState, type Named } from './nameState.ts';
import styles from './PeoplePage.module.css';

interface PersonNameProps {
  readonly person: Named;
  /** Of the bar in the place of an erased name. **Units:** characters. */
  readonly barLength?: number;
}

/** Why there is no name. A component of its own, as only few rows need to know how far the names are. */
const NameMissing = ({ person, barLength }: Required<PersonNameProps>) => {
  const { t } = useText();
  const { privateIndex } = useDaybook();
  switch (nameState(person, privateIndex)) {
    case 'known':
      return person.name;
    case 'erased':
      return <Redaction length={barLength} />;
    case 'loading':
      return <span className={styles['faint']}>{t('people.unnamed')}</span>;
    case 'unreadable':
      return <Stamp look="red">{t('people.unreadable')}</Stamp>;
  }
};

/** A name, or what stands in its place. */
export const PersonName = ({ person, barLength = 14 }: PersonNameProps) =>
  person.name === null || person.erased ? (
    <NameMissing person={person} barLength={barLength} />
  ) : (
    person.name
  );
