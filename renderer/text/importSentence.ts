import { refusalReason } from '../../shared/imports/refusal-reason.ts';
import { rowFaults } from '../../shared/imports/row-faults.ts';
import { moneySchema } from '../../shared/kernel/money.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { formatMoney } from './amountText.ts';
import { en } from './en.ts';
import type { Language } from './languages.ts';
import { refusalSentence } from './refusalSentence.ts';
import type { Say } from './useText.ts';

type Reasons = typeof en.imports.reasons;
type Details = typeof en.imports.details;
type Wrong = typeof en.imports.wrong;
type Formats = typeof en.imports.formats;
type Stopped = typeof en.imports.run.stoppedBy;

const own = <Texts extends object>(
  texts: Texts,
  key: string,
): key is Extract<keyof Texts, string> => Object.hasOwn(texts, key);

/** A reason is a key of the texts, in which a point would lead a level down. */
const asKey = (reason: string): string => reason.replaceAll('.', '_');

const reasonKey = (reason: string): keyof Reasons | null => {
  const { reasons } = en.imports;
  for (const key of [asKey(reason), reason.split('.')[0] ?? '']) if (own(reasons, key)) return key;
  return null;
};

/** What rows are refused for, in words that fit all of them. */
export const reasonWords = (reason: string, say: Say, language: Language): string => {
  const key = reasonKey(reason);
  return key === null
    ? refusalSentence({ type: reason }, say, language)
    : say(`imports.reasons.${key}`);
};

type Values = Readonly<Record<string, string>>;

/** Each text names the fields of its refusal, which the engine has filled; no type can tell which. */
const sayWith = (say: Say, key: string, values: Values): string =>
  (say as unknown as (key: string, values: Values) => string)(key, values);

const detail = (key: keyof Details, values: Values, say: Say): string =>
  sayWith(say, `imports.details.${key}`, values);

/** The text for what a refusal says of its row: of its field, where that has one, or of its type. */
const detailKey = (key: string): keyof Details | null => {
  const { details } = en.imports;
  for (const each of [key, key.split('_')[0] ?? '']) if (own(details, each)) return each;
  return null;
};

/** Why a row is refused, with what it says. */
export const rowSentence = (error: Refusal, say: Say, language: Language): string => {
  const reason = refusalReason(error);
  const key = reasonKey(reason);
  if (key === null) return refusalSentence(error, say, language);
  const words = say(`imports.reasons.${key}`);
  const more = detailKey(key);
  if (more === null) return words;
  const values = Object.entries(error).map(([name, value]) => {
    const money = moneySchema.safeParse(value);
    return [name, money.success ? formatMoney(money.data, language) : String(value)] as const;
  });
  return `${words}: ${detail(more, Object.fromEntries(values), say)}`;
};

/** Why this row is refused: everything that is wrong with it. */
export const rowSentences = (
  row: { readonly error: Refusal; readonly more?: readonly Refusal[] },
  say: Say,
  language: Language,
): string =>
  rowFaults(row)
    .map((fault) => rowSentence(fault, say, language))
    .join('. ');

const fieldNames = [
  'reference',
  'firstLine',
  'openedInLine',
  'text',
  'column',
  'found',
  'expected',
  'available',
  'requested',
];

/** The words of all reasons for the file of the refused rows, with places for what a refusal says. */
export const reasonTable = (say: Say): Record<string, string> => {
  const places = Object.fromEntries(fieldNames.map((name) => [name, `{${name}}`]));
  const { reasons } = en.imports;
  return Object.fromEntries(
    Object.keys(reasons)
      .filter((key) => own(reasons, key))
      .map((key) => {
        const words = say(`imports.reasons.${key}`);
        const more = detailKey(key);
        const said = more === null ? '' : `: ${detail(more, places, say)}`;
        return [key.replaceAll('_', '.'), `${words}${said}`];
      }),
  );
};

const textsOf = (refusal: Refusal): Values =>
  Object.fromEntries(Object.entries(refusal).map(([name, value]) => [name, String(value)]));

const unreadable = (reason: string): keyof Wrong => {
  if (reason === 'notText') return 'FileNotText';
  if (reason === 'notAFile') return 'FileNotAFile';
  if (reason === 'ofTheDaybook') return 'FileOfTheDaybook';
  return reason === 'ENOENT' || reason === 'cutOff' ? 'FileGone' : 'FileUnreadable';
};

const wrongKey = (refusal: Refusal): string => {
  const reason = 'reason' in refusal ? String(refusal.reason) : '';
  if (refusal.type === 'FileUnreadable') return unreadable(reason);
  if (refusal.type === 'RefusedFileUnwritable' && reason === 'inUse') return 'RefusedFileInUse';
  return refusal.type === 'NoSuchFile' ? 'FileGone' : refusal.type;
};

/** What is wrong with a file, its map or its import as a whole, and what to do. */
export const importSentence = (refusal: Refusal, say: Say, language: Language): string => {
  if (refusal.type === 'FileIsNoCsv' && 'format' in refusal) {
    const format = String(refusal.format);
    if (own<Formats>(en.imports.formats, format)) return say(`imports.formats.${format}`);
  }
  const key = wrongKey(refusal);
  return own(en.imports.wrong, key)
    ? sayWith(say, `imports.wrong.${key}`, textsOf(refusal))
    : refusalSentence(refusal, say, language);
};

/** Why an import that had begun went no further, that rows of it may be in, and what to do. */
export const stoppedSentence = (refusal: Refusal, say: Say, language: Language): string =>
  own<Stopped>(en.imports.run.stoppedBy, refusal.type)
    ? say(`imports.run.stoppedBy.${refusal.type}`)
    : `${importSentence(refusal, say, language)} ${say('imports.run.failed')}`;
