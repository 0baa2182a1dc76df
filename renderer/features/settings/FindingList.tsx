import type { Finding } from '../../../shared/protocol.ts';
import { findingSentence } from '../../text/findingSentence.ts';
import { useText } from '../../text/useText.ts';

/** What was found, each in a sentence, and behind it what somebody needs who mends it. */
export const FindingList = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { t } = useText();
  return (
    <ul>
      {findings.map((finding) => {
        const { type, position, detail } = finding;
        return (
          <li key={`${type} ${position} ${detail}`}>
            {findingSentence(finding, t)}{' '}
            {position === undefined ? '' : `(${t('settings.at', { position })}) `}
            <code>
              {type}: {detail}
            </code>
          </li>
        );
      })}
    </ul>
  );
};
