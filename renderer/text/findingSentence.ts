import { findingTypes, type FindingType } from '../../shared/finding-types.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import type { Say } from './useText.ts';

const isKnown = (type: string): type is FindingType =>
  (findingTypes as readonly string[]).includes(type);

/** What was found, in the language of the window. */
export const findingSentence = ({ type }: Pick<Finding, 'type'>, say: Say): string =>
  say(`finding.${isKnown(type) ? type : 'other'}`);
