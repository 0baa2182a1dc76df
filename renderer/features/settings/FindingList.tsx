import type { Finding } from '../../../shared/protocol/finding.ts';
import { findingSentence } from '../../text/findingSentence.ts';
import { useText } from '../../text/useText.ts';

/** The same may have been found at the opening and by a check. */
const once = (findings: readonly Finding[]): readonly (readonly [string, Finding])[] => [
  ...new Map(
    findings.map((finding) => [`${finding.type} ${finding.position} ${finding.detail}`, finding]),
  ),
];

/** What was found, each in a sentence, and behind it what somebody needs who mends it. */
export const FindingList = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { t } = useText();
  return (
    <ul>
      {once(findings).map(([key, finding]) => {
        const { type, position, detail } = finding;
        return (
          <li key={key}>
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
