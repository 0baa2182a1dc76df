import { basename } from 'node:path';
import type { Refusal } from '../../shared/protocol/refusal.ts';

/** The fields of a refusal besides its type, as they came. */
type Fields = Readonly<Record<string, unknown>>;

const text = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'unknown');

interface Issue {
  readonly path?: unknown;
  readonly problem?: unknown;
}

/** A field and what is wrong with it. The schema's own words are for programmers. */
const issue = ({ path, problem }: Issue): string => {
  const [, unknownFields] = /^Unrecognized keys?: (.+)$/u.exec(text(problem)) ?? [];
  if (unknownFields !== undefined)
    return path === ''
      ? `there is no field ${unknownFields}`
      : `${text(path)} has no field ${unknownFields}`;
  const field = path === '' || path === undefined ? 'it' : text(path);
  return text(problem).endsWith('received undefined')
    ? `${field} is missing`
    : `${field} is not right`;
};

const issues = ({ issues }: Fields): string =>
  Array.isArray(issues) && issues.length > 0
    ? issues.map((one: Issue) => issue(one)).join('; ')
    : 'it is not as described in docs/command-line.md';

const holder = ({ holder }: Fields): string => {
  if (typeof holder !== 'object' || holder === null) return 'another program';
  const { pid, host, since } = holder as Fields;
  return `process ${text(pid)} on ${text(host)}, since ${text(since)}`;
};

const fileReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  notAFile: 'it is no file but a folder or a device',
  notText: 'it is no text; save it as CSV first',
  ofTheDaybook: 'it belongs to the daybook itself',
};

const csvOf = (program: string): string => `Save it as CSV in ${program}, and give that file.`;

/** What a file is that was given as CSV, and what to do with it. */
const formats: Readonly<Record<string, string>> = {
  excel: `an Excel file. ${csvOf('Excel')}`,
  openDocument: `a LibreOffice file. ${csvOf('LibreOffice')}`,
  numbers: `a Numbers file. ${csvOf('Numbers')}`,
  archive: 'a packed file. Unpack it, and give the CSV file in it.',
  pdf: `a PDF file. ${csvOf('the program that has the table')}`,
  picture:
    'a picture. Type the table into a spreadsheet program, save it as CSV, and give that file.',
  richText: `a text document. ${csvOf('a spreadsheet program')}`,
  webPage: `a web page. ${csvOf('a spreadsheet program')}`,
  binary: `no text but a file of another program. ${csvOf('your spreadsheet program')}`,
};

const damaged =
  'Do not work on it; restore the last good backup, and run "verify" to see what is wrong.';

/** Which of the files it is, and what to do about it: rows can be made again, and nothing else can. */
const ofFile = (path: unknown, what: string): string => {
  const name = typeof path === 'string' ? basename(path) : 'A file of the daybook';
  const advice =
    name === 'state.db'
      ? 'Move that one file away; it is made again.'
      : 'Nothing was changed. Put it back from a copy.';
  return `${name} ${what}. ${advice}`;
};

/** What each refusal says to a person, and what to do about it. */
const sentences: Readonly<Record<string, (fields: Fields) => string>> = {
  NotADaybook: ({ folder }) =>
    `There is no daybook in ${text(folder)}. Give the folder of one, or make it with "new".`,
  WrongPassphrase: () => 'The passphrase is wrong. Nothing was opened.',
  InUse: (fields) =>
    `The daybook is in use by ${holder(fields)}. Close it there first, then try again.`,
  FormatTooNew: ({ path }) => {
    const name = typeof path === 'string' ? basename(path) : 'this';
    const otherwise =
      name === 'state.db' ? ', or move that one file away; it is made again' : ' to open it';
    return `A newer Daybook made ${name}. Nothing was changed. Update Daybook${otherwise}.`;
  },
  ForeignDatabase: ({ path }) => ofFile(path, 'is a database of another program'),
  LogMissing: ({ folder }) =>
    `log.db is not in ${text(folder)}: it was lost or moved away. Put it back from a copy; nothing is made in its place.`,
  KeysDamaged: () => `The file keys.db is damaged. ${damaged}`,
  KeysOfAnotherDaybook: () => 'keys.db belongs to another daybook. Put its own back from a backup.',
  KdfOutOfBounds: () => `Somebody has changed what guards the passphrase in keys.db. ${damaged}`,
  LogUnreadable: () => `The log cannot be read. Nothing was changed. ${damaged}`,
  DatabaseMissing: ({ path }) => ofFile(path, 'is missing'),
  NotADatabase: ({ path }) => ofFile(path, 'is damaged, or is no file of Daybook'),
  StateUnusable: () =>
    'state.db cannot be used. Close the daybook, delete that one file, and open it again.',
  StorageFull: () => 'The disk is full. Nothing was lost; make room and try again.',
  StorageReadOnly: () => 'The disk does not let Daybook write. Check the rights of the folder.',
  StorageDamaged: () =>
    'A file of the daybook is damaged. Close it and run "verify": what is only made from the log is made anew; for anything else restore the last good backup.',
  StorageBusy: () => 'Another program holds a file of the daybook. Close it there and try again.',
  StorageFailed: ({ code }) => `The disk failed (${text(code)}). Check it before you go on.`,

  FolderNotEmpty: () => 'The folder is not empty. Give one that is, or that is not there yet.',
  FolderUnusable: () => 'The folder cannot be made or written to. Check its path and its rights.',
  CurrencyInvalid: () => 'A currency is three capital letters of ISO 4217, such as USD or KRW.',
  IdentityInvalid: () => 'The name cannot be used. Give one of 1 to 200 characters.',
  PassphraseEmpty: () =>
    'The passphrase is empty. Give one; it cannot be replaced when it is lost.',

  SampleNotOpened: ({ folder, reason }) => {
    const why = sentenceFor(reason as Refusal);
    const advice = `Or move ${text(folder)} away and start again: a new sample is made.`;
    return `The sample daybook cannot be opened. ${why}${(reason as Refusal).type === 'InUse' ? '' : ` ${advice}`}`;
  },
  PortTaken: ({ port }) =>
    `Port ${text(port)} is taken by another program. Give another one with --port, or none.`,
  PortForbidden: ({ port }) =>
    `You may not use port ${text(port)}. Give one above 1023 with --port, or none.`,

  ViewUnknown: ({ view }) =>
    `There is no view ${text(view)}. docs/command-line.md has a list of them.`,
  InputInvalid: (fields) => `The input does not fit: ${issues(fields)}.`,
  CursorInvalid: () => 'The value of "after" is not one that this view has given.',
  ImportUnknown: () => 'Only "people" and "entries" can be brought in.',
  MapInvalid: (fields) => `The map does not fit: ${issues(fields)}.`,
  FileUnreadable: ({ file, reason }) =>
    `${text(file)} cannot be read: ${fileReasons[text(reason)] ?? text(reason)}.`,
  FileIsNoCsv: ({ format }) => `This is ${formats[text(format)] ?? formats['binary']}`,
  FileEmpty: ({ file }) => `${text(file)} is empty; its first line must name the columns.`,
  TooManyColumns: ({ found, limit }) =>
    `The file has ${text(found)} columns; at most ${text(limit)} can be read.`,
  DuplicateColumn: ({ column }) =>
    `Two columns are named "${text(column)}". Rename one of them in the first line.`,
  HeaderUnreadable: () =>
    'The first line, which names the columns, cannot be read. Check its quotes.',
  MapNamesUnknownColumn: ({ column }) =>
    `The map names a column "${text(column)}" that the file does not have.`,
  MapTemplateInvalid: ({ template }) =>
    `In the map a brace is open or closed alone: "${text(template)}". Write {{ for a brace itself.`,
  Unexpected: ({ incidentId }) =>
    `Daybook has failed, which it should not (incident ${text(incidentId)}). What was stored stays.`,
  ReadOnly: () => 'The daybook is damaged and can only be read. Run "verify" to see what is wrong.',
  FilesDeleted: () =>
    'The files of the daybook were deleted while it was open: nothing was written, and nothing can be. Put the folder back from a copy.',
  PersonalPartUnreadable: ({ position }) =>
    `The personal part of event ${text(position)} does not open, though nobody was erased. Run "verify" to see what is wrong.`,
  EventUnreadable: ({ position }) =>
    `Event ${text(position)} is damaged and cannot be read. Run "verify" to see what is wrong.`,
  NeedsNewerDaybook: ({ position }) =>
    `A newer Daybook wrote event ${text(position)}. Update Daybook to go on with what it belongs to.`,
  ErasureUnfinished: () => 'An erasure has to be finished first. Open the daybook again.',
  JobRunning: () => 'Another long work is running. Let it end, or stop it, and try again.',
  CommitOutcomeUnknown: () =>
    'The disk failed, and nobody knows whether the last step has reached it. Check the disk, and do the same again.',
  Closed: () => 'The daybook has been closed meanwhile. Open it and do the same again.',
  Cancelled: () => 'Stopped. What was done before stays done; run it again to go on.',
};

/** Words a refusal for a person; one without words of its own is shown as it is. */
export const sentenceFor = (refusal: Refusal): string => {
  const { type, ...fields } = refusal as Refusal & Fields;
  const sentence = Object.hasOwn(sentences, type) ? sentences[type] : undefined;
  if (sentence) return sentence(fields);
  const details = Object.keys(fields).length > 0 ? ` ${JSON.stringify(fields)}` : '';
  return `It was refused: ${type}${details}`;
};
