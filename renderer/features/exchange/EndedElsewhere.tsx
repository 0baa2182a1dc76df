import type { ReactNode } from 'react';
import type { Ending } from '../../api/useEnding.ts';
import { useText } from '../../text/useText.ts';
import { JobRefusalMessage } from '../../ui/JobRefusalMessage.tsx';
import { endedSentence } from './endedSentence.ts';

interface EndedElsewhereProps {
  readonly ending: Ending;
  /** What it has reported, in words; nothing where it was refused. */
  readonly children: ReactNode;
}

/** How long work has ended that this page has not begun, and when that was. */
export const EndedElsewhere = ({ ending, children }: EndedElsewhereProps) => {
  const { t, language } = useText();
  const { outcome } = ending;
  return (
    <>
      <p>{endedSentence(ending, t, language)}</p>
      {children}
      <JobRefusalMessage refusal={outcome.ok ? null : outcome.error} />
    </>
  );
};
