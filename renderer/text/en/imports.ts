/** Bringing in a file: its steps, and what is wrong with it. */
export const enImports = {
  title: 'Import',
  choose: {
    text: 'A CSV file, as spreadsheets and other programs save it. Its first line names the columns; each further line is one person or one entry.',
    button: 'Choose a file…',
    drop: 'or drop it here',
    dropLabel: 'Place for a file',
    example: 'Save an example of',
    exampleSaved: 'The example is saved: {{name}}',
    handing: 'Taking the file in',
    stop: 'Stop',
  },
  file: {
    other: 'Another file',
    rows_one: '{{count, number}} row',
    rows_other: '{{count, number}} rows',
    about_one: 'about {{count, number}} row',
    about_other: 'about {{count, number}} rows',
  },
  kinds: { label: 'What it brings', people: 'People', entries: 'Entries' },
  reading: {
    title: 'The file',
    encoding: 'Kind of letters',
    separator: 'Between cells',
    found: '{{name}}, found',
    unsure:
      'The letters of this file could be more than one kind. Look whether names are right below, and choose another kind if not.',
    unsureSeparator:
      'More than one sign could stand between the cells. Look whether the columns are right.',
    oneColumn: 'There is only one column. Choose another sign between the cells if that is wrong.',
    noRows: 'There are no rows below the header. Choose another file.',
    noHeader:
      'The first line looks like data. Write the names of the columns above it, and choose the file again.',
    unnamed_one: 'One column has no name and is left out.',
    unnamed_other: '{{count, number}} columns have no name and are left out.',
    faults_one: '{{count, number}} row at the front will be refused, in line {{line}}: {{reason}}.',
    faults_other:
      '{{count, number}} rows at the front will be refused, the first in line {{line}}: {{reason}}.',
    rows: 'The first rows of the file',
    more_one: 'and {{count, number}} more column',
    more_other: 'and {{count, number}} more columns',
    line: 'Line',
    encodings: {
      'utf-8': 'Unicode (UTF-8)',
      'utf-16le': 'Unicode (UTF-16)',
      'utf-16be': 'Unicode (UTF-16, big endian)',
      'windows-1252': 'Western (Windows)',
      'euc-kr': 'Korean (Windows)',
      'windows-1250': 'Central European (Windows)',
      'windows-1251': 'Cyrillic (Windows)',
      shift_jis: 'Japanese (Shift JIS)',
      gb18030: 'Chinese (GB 18030)',
      big5: 'Chinese (Big5)',
    },
    separators: { comma: 'Comma ,', semicolon: 'Semicolon ;', tab: 'Tab', bar: 'Bar |' },
  },
  map: {
    title: 'Which column is what',
    field: 'Field',
    source: 'From',
    example: 'For example',
    required: 'needed',
    nothing: 'not imported',
    text: 'the same for every row…',
    textLabel: '{{field}}, the same for every row',
    asIs: 'as in the saved map',
    add: 'Add a column',
    addTo: 'Add a column to {{field}}',
    remove: 'Remove the last column of {{field}}',
    column: '{{field}}, column {{number}}',
    between: 'Between',
    betweenOf: 'Between the columns of {{field}}',
    betweens: { space: 'space', comma: 'comma', nothing: 'nothing' },
    charge: 'every row is a charge',
    pay: 'every row is a payment',
    day: 'Days are written',
    days: {
      iso: '2026-11-23',
      ymd: 'year, month, day',
      dmy: 'day, month, year',
      mdy: 'month, day, year',
    },
    decimal: 'Amounts are written',
    decimals: { plain: '1234.50', point: '1,234.50', comma: '1.234,50' },
    chargeWords: 'Words for a charge',
    payWords: 'Words for a payment',
    wordsHint: 'With commas between them',
    missing: 'Still needed: {{fields}}. Choose a column for each.',
    unknown: 'The file has no column {{columns}}. Choose another one.',
    referenceHint:
      'People are known by their reference: importing the same file again adds nobody twice. Whoever has a credit limit here and no account gets one, as entries need an account.',
    entryReferenceHint:
      'Without the number of the entry, a second import of this file enters every row again.',
    approvalHint:
      'Whatever stands in the column for the approval, “No” too, lets the charge in its row pass the credit limit, with that as the reason. Only an empty cell does not.',
    saved: 'Saved map',
    savedNone: 'none',
    recognised: 'The map “{{name, short}}” was made for a file like this and is used again.',
    recognisedLast:
      'This file looks like one that was brought in before, so its columns are set as they were then.',
    name: 'Name of the map',
    save: 'Save the map',
    drop: 'Delete the map',
    savedToast: 'The map is saved on this machine.',
  },
  fields: {
    reference: 'Reference',
    name: 'Name',
    phones: 'Phone numbers',
    email: 'E-mail',
    address: 'Address',
    birthDate: 'Date of birth',
    note: 'Note',
    limit: 'Credit limit',
    person: 'Reference of the person',
    kind: 'Charge or payment',
    amount: 'Amount',
    occurredOn: 'Day',
    entryReference: 'Number of the entry',
    memo: 'What for',
    approval: 'Approval over the limit',
  },
  preview: {
    title: 'What would come of the first rows',
    outcome: 'Outcome',
    added: 'new',
    unchanged: 'there already',
    differs: 'there already, differs: {{fields}}',
    repeats: 'repeats line {{line}}',
    waiting: 'Looking at the rows',
    charge: 'Charge',
    pay: 'Payment',
  },
  check: {
    title: 'Check',
    text: 'Goes through the whole file and says what would come of every row. Nothing is written.',
    start: 'Check the file',
    running: 'Checking',
    back: 'Change the columns',
    done: 'Checked. Nothing is written yet.',
    stopped: 'The check was stopped. Nothing was written.',
    cutShort: 'Daybook’s engine stopped during the check. Nothing was written; check again.',
    lost: 'The connection to Daybook was lost during the check. Nothing was written; check again when it runs.',
    again: 'Check again',
  },
  run: {
    start_one: 'Import {{count, number}} row',
    start_other: 'Import {{count, number}} rows',
    running: 'Importing',
    stop: 'Stop',
    keepRefused: 'Save the refused rows to a file, to mend them and import that file',
    stopped:
      'The import was stopped. What was added stays; import the same file again to go on from there.',
    cutShort:
      'Daybook’s engine stopped during the import. What was added stays; import the same file again to go on from there.',
    lost: 'The connection to Daybook was lost during the import. What was added before stays. When Daybook runs again, import the same file again to go on from there: rows with a reference do not come in twice.',
    stoppedBy: {
      StorageFull:
        'The disk is full, so the import stopped. What was added before stays. Make room, then import the same file again to go on from there: rows with a reference do not come in twice.',
      StorageReadOnly:
        'The disk cannot be written to, so the import stopped. What was added before stays. Check the folder’s permissions, then import the same file again to go on from there: rows with a reference do not come in twice.',
      StorageDamaged:
        'A file of the daybook is damaged, so the import stopped. What was added before stays. Verify the log in the settings before you go on.',
      FilesDeleted:
        'The files of this daybook were deleted, so the import stopped. What was added before is gone once the daybook is closed or locked: export its people and entries before.',
    },
    failed:
      'What was added before stays. Then import the same file again to go on from there: rows with a reference do not come in twice.',
    done: 'The import is done.',
    nothing: 'There is nothing to import: no row would be added.',
  },
  report: {
    title: 'What came of the rows',
    trialTitle: 'What would come of the rows',
    read: 'Read',
    added: 'Added',
    toAdd: 'To add',
    overLimit: 'Of these, over the limit with an approval',
    unchanged: 'There already',
    refused: 'Refused',
    differing_one:
      '{{count, number}} row differs from what is there already, and the daybook keeps what it has. The line: {{lines}}. To change somebody, open them and correct their details; to change an entry, reverse it and enter it anew.',
    differing_other:
      '{{count, number}} rows differ from what is there already, and the daybook keeps what it has. The lines: {{lines}}. To change somebody, open them and correct their details; to change an entry, reverse it and enter it anew.',
    unnumbered_one:
      '{{count, number}} row has no number and will be entered again if the file is imported again.',
    unnumbered_other:
      '{{count, number}} rows have no number and will be entered again if the file is imported again.',
    repeated: 'Repeated in the file',
    repeatedLine: 'line {{line}} as line {{firstLine}}',
    repeatedText:
      'The same as an earlier line, and brought in once: {{lines}}. If two are meant, give each a reference of its own in the file and import it again.',
    whose: 'Who',
    rowOf: 'Line {{line}}',
    rowOfWhom: 'Line {{line}} · {{whose}}',
    refusedTitle: 'Refused rows',
    reason: 'Reason',
    rowsForgotten:
      'The refused rows are not listed any more, as one of them may be of somebody who was erased. Check the file again to see them.',
    all_one: 'All ({{count, number}})',
    all_other: 'All ({{count, number}})',
    some: '{{reason}} ({{count, number}})',
    named_one: 'Only the first row is listed here; the file of the refused rows has all.',
    named_other:
      'Only the first {{count, number}} are listed here; the file of the refused rows has all.',
    export: 'Export the refused rows',
    exporting: 'Writing the refused rows',
    exported: 'The refused rows are in {{name}}.',
    fileName: 'refused',
    toPeople: 'See the people',
    next: 'Import another file',
    lineHeading: 'Line in the first file',
    reasonHeading: 'Why it was refused',
  },
  wrong: {
    FileEmpty:
      'The file is empty: there is no line with the names of the columns. Choose another file.',
    FileGone: 'The file is not there any more, or was changed. Choose it again.',
    FileNotAFile: 'This is a folder, or something else that is no file. Choose one CSV file.',
    FileOfTheDaybook: 'This file is a part of a daybook. Choose a CSV file.',
    HeaderEmpty:
      'No column has a name in line {{line}}. Delete the empty lines above the names in the file, and choose it again.',
    FileNotText:
      'The file cannot be read with these letters. Choose other ones, or save it as CSV.',
    FileUnreadable:
      'The file cannot be read ({{reason}}). Look whether it opens elsewhere, and choose it again.',
    TooManyColumns:
      'The file has {{found}} columns; {{limit}} are the most. Take out what is not needed.',
    DuplicateColumn:
      'Two columns are called “{{column}}”. Give one of them another name, or choose another sign between the cells.',
    HeaderUnreadable:
      'The first line cannot be read as names of columns. Choose another sign between the cells, or save the file anew.',
    MapInvalid: 'The map does not fit this kind of file. Choose the columns again.',
    MapNamesUnknownColumn: 'The file has no column “{{column}}”. Choose another one.',
    MapTemplateInvalid:
      'A brace is not closed in “{{template}}”. Choose the columns of this field again.',
    ImportUnknown: 'This program cannot bring in such a file.',
    RefusedFileUnwritable:
      'The file for the refused rows cannot be written ({{reason}}). Choose another place for it.',
    RefusedFileInUse: 'That file is in use. Choose another name for the refused rows.',
  },
  formats: {
    excel:
      'This is an Excel file. In Excel, choose “Save as” and “CSV UTF-8”, and then that file here.',
    openDocument:
      'This is a LibreOffice file. There, choose “Save as” and “Text CSV”, and then that file here.',
    numbers:
      'This is a Numbers file. There, choose “Export to” and “CSV”, and then that file here.',
    archive: 'This is a packed file. Unpack it, and choose the CSV file in it.',
    pdf: 'This is a PDF file. Save the table as CSV where it was made, and choose that file here.',
    picture:
      'This is a picture. Type the table into a spreadsheet program, save it as CSV, and choose that file here.',
    richText: 'This is a text document. Save the table in it as CSV, and choose that file here.',
    webPage:
      'This is a web page. Open it in a spreadsheet, save it as CSV, and choose that file here.',
    binary:
      'This is no text but a file of another program. Open it there or in a spreadsheet program, save it as CSV, and choose that file here.',
  },
} as const;
