/** What comes in from files and goes out into them. */
export const enExchange = {
  exchange: {
    title: 'Exchange',
    exportTitle: 'Export',
    exportText:
      'Whoever has an exported file can read what is in it. Give it only to people who may know that, and delete it when it is no longer needed.',
    people: 'People',
    peopleText:
      'Everybody with their details and their limit, as a CSV file that Daybook can import again. Erased people are left out.',
    peopleFile: 'people',
    entries: 'Entries',
    entriesText:
      'Charges and payments, as a CSV file that another daybook can import after the people. Entries that were reversed are left out together with their reversals.',
    entriesFile: 'entries',
    approved: 'approved',
    earlierLimit: 'within the limit of its time',
    log: 'Log',
    logText:
      'All that ever happened, one event a line, for other programs (CloudEvents 1.0). A last line says that the file is whole.',
    logFile: 'log',
    personal: 'Personal data',
    without: 'Leave out',
    with: 'Open',
    logWarning:
      'Names, addresses and memos then stand in the file for everybody to read. Nothing that is erased in the daybook later is erased in the file.',
    export: { people: 'Export people', entries: 'Export entries', log: 'Export the log' },
    exporting: 'Writing {{name}}',
    earlierImport: 'An import or its check that was begun here earlier is running',
    otherImport: 'An import or its check that was begun elsewhere is running',
    earlierExport: 'An export that was begun here earlier is running',
    otherExport: 'An export that was begun elsewhere is running',
    exported_one: 'Wrote {{count, number}} row to “{{name}}”.',
    exported_other: 'Wrote {{count, number}} rows to “{{name}}”.',
    exportedSomewhere_one: 'Wrote {{count, number}} row.',
    exportedSomewhere_other: 'Wrote {{count, number}} rows.',
    leftOut_one: '{{count, number}} is left out.',
    leftOut_other: '{{count, number}} are left out.',
    endedBefore: 'Begun here earlier; ended {{when}}.',
    endedElsewhere: 'Begun elsewhere; ended {{when}}.',
    show: 'Show in folder',
    save: 'Save the file',
    putAway: 'Put away',
    list: 'Export this list',
    listFile: 'list',
    yes: 'yes',
    no: 'no',
  },
} as const;
