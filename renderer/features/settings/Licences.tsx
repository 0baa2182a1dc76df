import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Message } from '../../ui/Message.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { findLicences, readLicences } from './licenceList.ts';
import styles from './SettingsPage.module.css';

/** Beside the page; the build puts it there. */
const FILE = './licenses.txt';

const LicenceList = () => {
  const { t } = useText();
  const [words, setWords] = useState('');
  const { data, isError } = useQuery({
    queryKey: ['licences'],
    queryFn: async () => {
      const answer = await fetch(FILE);
      if (!answer.ok) throw new Error(answer.statusText);
      return readLicences(await answer.text());
    },
  });
  if (isError) return <Message>{t('settings.licencesMissing')}</Message>;
  if (data === undefined) return null;
  const found = findLicences(data, words);
  return (
    <>
      <TextField
        label={t('settings.licencesSearch')}
        description={t('settings.licencesCount', { count: found.length })}
        value={words}
        onChange={setWords}
        autoFocus
      />
      {found.length === 0 ? <p>{t('settings.licencesNone')}</p> : null}
      <ul className={styles['licences']}>
        {found.map(({ name, text }) => (
          <li key={name}>
            <details>
              <summary>{name}</summary>
              <textarea
                className={styles['paper']}
                readOnly
                rows={12}
                aria-label={name}
                value={text}
              />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Whose work is in the program, on what terms. Read from its file only when somebody asks. */
export const Licences = () => {
  const { t } = useText();
  const [isShown, setIsShown] = useState(false);
  return (
    <Section title={t('settings.licencesTitle')} text={t('settings.licencesText')}>
      <div className={styles['block']}>
        {isShown ? (
          <LicenceList />
        ) : (
          <span>
            <Button onPress={() => setIsShown(true)}>{t('settings.licencesShow')}</Button>
          </span>
        )}
      </div>
    </Section>
  );
};
