import { initialConsonants, normaliseForSearch } from '../../../shared/kernel/search-text.ts';

/** True when a label has all the words, or begins its syllables with their consonants: ㅅㅈ finds 설정. */
export const matchesWords = (label: string, words: string): boolean => {
  const text = normaliseForSearch(label);
  const initials = initialConsonants(text);
  return normaliseForSearch(words)
    .split(' ')
    .every((word) => text.includes(word) || initials.includes(word));
};
