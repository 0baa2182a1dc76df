import { en } from '../../renderer/text/en.ts';
import { ko } from '../../renderer/text/ko.ts';

/** What stands on the screens, by language: page objects find things by what a user reads. */
export const textsOf = { en, ko } as const;
export type ShownTexts = (typeof textsOf)[keyof typeof textsOf];
