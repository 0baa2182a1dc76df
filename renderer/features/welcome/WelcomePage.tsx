import { BookOpen, Compass, Plus } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type {
  HostState,
  KnownDaybook,
  ListedDaybook,
} from '../../../shared/protocol/host-state.ts';
import { languageNames, languages } from '../../text/languages.ts';
import { useText } from '../../text/useText.ts';
import { Message } from '../../ui/Message.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import { Segments } from '../../ui/Segments.tsx';
import { wasClosedElsewhere } from '../../window/closedElsewhere.ts';
import { usePreferences } from '../../window/PreferencesProvider.tsx';
import { LocateButton } from './LocateButton.tsx';
import { NewDaybookForm } from './NewDaybookForm.tsx';
import { OpenDaybookForm } from './OpenDaybookForm.tsx';
import { SampleForm } from './SampleForm.tsx';
import { sampleWish } from './sampleWish.ts';
import styles from './WelcomePage.module.css';

interface BookProps {
  readonly daybook: ListedDaybook;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

const Book = ({ daybook, isChosen, onChoose }: BookProps) => {
  const { t } = useText();
  const markId = useId();
  const mark = daybook.lacksLog
    ? t('welcome.lacksLog')
    : daybook.isSample
      ? t('sample.mark')
      : null;
  return (
    <li className={styles['place']}>
      <button
        type="button"
        className={styles['book']}
        aria-current={isChosen}
        aria-describedby={mark === null ? undefined : markId}
        onClick={onChoose}
      >
        <BookOpen aria-hidden="true" />
        <span>{daybook.name}</span>
      </button>
      {mark === null ? null : (
        <span id={markId} className={styles['mark']} data-warns={daybook.lacksLog}>
          {mark}
        </span>
      )}
    </li>
  );
};

/** A daybook by its folder, a new one, or the sample. */
type Choice =
  | {
      readonly folder: string;
      /** It was led to from outside of the list, and may be in none yet. */
      readonly outside?: KnownDaybook;
    }
  | 'new'
  | 'sample';

const fromOutside = (outside: KnownDaybook): Choice => ({ folder: outside.folder, outside });

interface ShelfProps {
  readonly daybooks: readonly ListedDaybook[];
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
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
            isChosen={typeof chosen === 'object' && daybook.folder === chosen.folder}
            onChoose={() => onChoose(daybook)}
          />
        ))}
        <li>
          <button
            type="button"
            className={styles['book']}
            aria-current={chosen === 'new'}
            onClick={() => onChoose('new')}
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

/** What to do with what was chosen. A daybook that is gone meanwhile gives way to a new one. */
const ChosenForm = ({ host, chosen }: { readonly host: HostState; readonly chosen: Choice }) => {
  if (chosen === 'sample') return <SampleForm isMade={false} />;
  if (chosen === 'new') return <NewDaybookForm home={host.home} />;
  const listed = host.daybooks.find(({ folder }) => folder === chosen.folder);
  if (listed?.isSample) return <SampleForm isMade />;
  const daybook = listed ?? chosen.outside;
  if (daybook === undefined) return <NewDaybookForm home={host.home} />;
  return <OpenDaybookForm key={daybook.folder} daybook={daybook} />;
};

/** What is seen before a daybook is open: an open book, its title on the left, what to do on the right. */
export const WelcomePage = ({ host }: { readonly host: HostState }) => {
  const { t } = useText();
  useTitle(t('welcome.open'));
  // The one that was locked or has crashed is what somebody comes back to.
  const { locked } = host;
  const lastUsed = host.daybooks.find(({ folder }) => folder === host.lastUsed);
  const sample = host.daybooks.find(({ isSample }) => isSample);
  const toSample = sampleWish.isMade() ? (sample ?? 'sample') : null;
  const [wanted, setWanted] = useState(host.wanted);
  const [chosen, setChosen] = useState<Choice>(
    wanted === undefined
      ? (toSample ?? locked ?? host.crashed ?? lastUsed ?? host.daybooks[0] ?? 'new')
      : fromOutside(wanted),
  );
  const [isClosedElsewhere] = useState(wasClosedElsewhere);
  useEffect(() => sampleWish.forget(), []);
  // Somebody has opened a daybook from outside while this page was shown.
  if (host.wanted !== wanted) {
    setWanted(host.wanted);
    if (host.wanted !== undefined) setChosen(fromOutside(host.wanted));
  }
  return (
    <main className={styles['desk']}>
      <div className={styles['spread']}>
        <section className={styles['left']}>
          <h1 className={styles['title']}>{t('welcome.title')}</h1>
          <p className={styles['motto']}>{t('welcome.motto')}</p>
          <Shelf daybooks={host.daybooks} chosen={chosen} onChoose={setChosen} />
          {sample === undefined ? (
            <button
              type="button"
              className={styles['book']}
              aria-current={chosen === 'sample'}
              onClick={() => setChosen(chosen === 'sample' ? 'new' : 'sample')}
            >
              <Compass aria-hidden="true" />
              <span>{t('sample.open')}</span>
            </button>
          ) : null}
          {host.canLocate ? (
            <LocateButton onLocated={(located) => setChosen(fromOutside(located))} />
          ) : null}
          <div className={styles['foot']}>
            <LanguageChoice />
          </div>
        </section>
        <section className={styles['right']}>
          {host.crashed === undefined ? null : (
            <Message>{t('host.crashed', { name: host.crashed.name })}</Message>
          )}
          {isClosedElsewhere && lastUsed !== undefined ? (
            <Message look="note">{t('closed.elsewhere', { name: lastUsed.name })}</Message>
          ) : null}
          {locked === undefined ? null : (
            <Message look="note">{t(`locked.${locked.because}`, { name: locked.name })}</Message>
          )}
          <ChosenForm host={host} chosen={chosen} />
        </section>
      </div>
    </main>
  );
};
