import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import type { Language } from './languages.ts';
import type { MoneyLook } from './moneyLook.ts';

/** Gives the text of a key. */
export type Say = TFunction;

interface Texts {
  readonly t: Say;
  readonly language: Language;
  /** Here so that whoever asks is drawn anew when amounts are written otherwise. */
  readonly look: MoneyLook;
}

/** One for the whole window: a list has hundreds of cells that ask. */
export const TextContext = createContext<Texts | null>(null);

/** The texts and the language of the window. */
export const useText = (): Texts => {
  const texts = useContext(TextContext);
  if (texts === null) throw new Error('there are no texts above this component');
  return texts;
};
