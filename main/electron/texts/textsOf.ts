import type { Language } from '../../../shared/languages.ts';
import { en, type DesktopTexts } from './en.ts';
import { ko } from './ko.ts';

export const textsOf: Readonly<Record<Language, DesktopTexts>> = { en, ko };
