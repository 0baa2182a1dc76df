import { BookOpen, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import type { HostState, KnownDaybook, ListedDaybook } from '../../../shared/protocol.ts';
import { usePreferences } from '../../app/PreferencesProvider.tsx';
import { languageNames, languages } from '../../text/languages.ts';
import { useText } from '../../text/useText.ts';
import { Message } from '../../ui/Message.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { Segments } from '../../ui/Segments.tsx';
import { LocateButton } from './LocateButton.tsx';
import { NewDaybookForm } from './NewDaybookForm.tsx';
import { OpenDaybookForm } from './OpenDaybookForm.tsx';
import styles from './WelcomePage.module.css';

interface BookProps {
  readonly daybook: ListedDaybook;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

const Book = ({ daybook, isChosen, onChoose }: BookProps) => {
  const { t } = useText();
  const markId = useId();
  return (
    <li className={styles['place']}>
      <button
        type="button"
        className={styles['book']}
        aria-current={isChosen}
        aria-describedby={daybook.lacksLog ? markId : undefined}
        onClick={onChoose}
      >
        <BookOpen aria-hidden="true" />
        <span>{daybook.name}</span>
      </button>
      {daybook.lacksLog ? (
        <span id={markId} className={styles['mark']}>
          {t('welcome.lacksLog')}
        </span>
      ) : null}
    </li>
  );
};

interface ShelfProps {
  readonly daybooks: readonly ListedDaybook[];
  readonly chosen: KnownDaybook | null;
  readonly onChoose: (daybook: KnownDaybook | null) => void;
}

/** The daybooks that the program knows, and an empty place for a new one. */
const Shelf = ({ daybooks, chosen, onChoose }: ShelfProps) => {
  const { t } = useText();
  if (daybooks.length === 0) return null;
  return (
    <nav aria-label={t('welcome.known')} className={styles['shelf']}>
      <h2 className={styles['shelfTitle']}>{t('welcome.known')}</h2>
      <ul className={styles['books']}>
        {daybooks.map((daybook) => (
          <Book
            key={daybook.folder}
            daybook={daybook}
            isChosen={daybook.folder === chosen?.folder}
            onChoose={() => onChoose(daybook)}
          />
        ))}
        <li>
          <button
            type="button"
            className={styles['book']}
            aria-current={chosen === null}
            onClick={() => onChoose(null)}
          >
            <Plus aria-hidden="true" />
            <span>{t('welcome.new')}</span>
          </button>
        </li>
      </ul>
    </nav>
  );
};

const LanguageChoice = () => {
  const { t, language } = useText();
  const { change } = usePreferences();
  return (
    <Segments
      label={t('welcome.language')}
      options={languages.map((value) => ({ value, label: languageNames[value] }))}
      value={language}
      onChange={(chosen) => change({ language: chosen })}
    />
  );
};

/** What is seen before a daybook is open: an open book, its title on the left, what to do on the right. */
export const WelcomePage = ({ host }: { readonly host: HostState }) => {
  const { t } = useText();
  useTitle(t('welcome.open'));
  const [wanted, setWanted] = useState(host.wanted);
  const [chosen, setChosen] = useState<KnownDaybook | null>(wanted ?? host.daybooks[0] ?? null);
  // Somebody has opened a daybook from outside while this page was shown.
  if (host.wanted !== wanted) {
    setWanted(host.wanted);
    if (host.wanted !== undefined) setChosen(host.wanted);
  }
  return (
    <main className={styles['desk']}>
      <div className={styles['spread']}>
        <section className={styles['left']}>
          <h1 className={styles['title']}>{t('welcome.title')}</h1>
          <p className={styles['motto']}>{t('welcome.motto')}</p>
          <Shelf daybooks={host.daybooks} chosen={chosen} onChoose={setChosen} />
          {host.canLocate ? <LocateButton onLocated={setChosen} /> : null}
          <div className={styles['foot']}>
            <LanguageChoice />
          </div>
        </section>
        <section className={styles['right']}>
          {host.crashed === undefined ? null : (
            <Message>{t('host.crashed', { name: host.crashed.name })}</Message>
          )}
          {chosen === null ? (
            <NewDaybookForm home={host.home} />
          ) : (
            <OpenDaybookForm key={chosen.folder} daybook={chosen} />
          )}
        </section>
      </div>
    </main>
  );
};
