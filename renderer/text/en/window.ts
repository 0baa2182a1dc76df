/** The frame of the window, and the screens that are about the whole daybook. */
export const enWindow = {
  common: {
    cancel: 'Cancel',
    close: 'Close',
    undo: 'Undo',
    erased: 'Erased',
    messages: 'Messages',
    none: 'none',
  },
  nav: {
    main: 'Main',
    people: 'People',
    overview: 'Overview',
    exchange: 'Exchange',
    log: 'Log',
    settings: 'Settings',
    close: 'Close daybook',
    find: 'Find',
    lock: 'Lock',
    keys: 'Shortcuts',
    skip: 'Skip to the page',
  },
  connection: {
    down: 'Daybook is not running. Start it again and open the link it prints; this page goes on by itself where it can. What you have typed is still here.',
    stopped: {
      import:
        'Daybook ended while it imported. What was added before stays. Import the same file again to go on from there: rows with a reference do not come in twice.',
      export: 'Daybook ended while it exported. Export again: there may be no whole file.',
      verify: 'Daybook ended while the daybook was being checked. It can be begun again.',
      rebuild: 'Daybook ended while the lists were being made again. It can be begun again.',
    },
  },
  host: {
    readOnly: 'Damage was found, so this daybook is open for reading only.',
    deleted:
      'The files of this daybook were deleted while it was open. Nothing more is written, and all of it is gone once it is closed or locked. Export its people and entries now.',
    export: 'Go to the exports',
    clockAhead:
      'This daybook is recorded up to {{when}}, which is later than this machine’s clock says. Check its date and time. If the clock was ahead before, there is nothing to mend: until then, whatever is written is recorded as of that moment, and the dates of entries stay as you write them.',
    poison_one: 'One event could not be applied; the figures leave it out.',
    poison_other: '{{count, number}} events could not be applied; the figures leave them out.',
    needsNewer_one: 'One event needs a newer Daybook and is left out.',
    needsNewer_other: '{{count, number}} events need a newer Daybook and are left out.',
    details: 'See what was found',
    names: 'Loading names',
    crashed:
      'The daybook “{{name, short}}” stopped by itself and could not be started again. Everything that was confirmed is safe; open it with its passphrase.',
    restarted:
      'Daybook’s engine stopped and was started again. Nothing that was confirmed is lost, and what you have typed is still here.',
    read: 'Understood',
  },
  failure: {
    screen:
      'This page cannot be shown: Daybook has a fault. What is written is safe. Load the window again, or go to another page.',
    reload: 'Load again',
    unknownTitle: 'No such page',
    unknown: 'There is nothing at this address.',
    toPeople: 'Go to the people',
    again: 'Try again',
  },
  unanswered: {
    StorageFull:
      'The disk is full, so what is in the daybook now cannot be shown. What was written is safe. Make room: then it is shown by itself.',
    StorageReadOnly:
      'The disk cannot be written to, so what is in the daybook now cannot be shown. What was written is safe. Check the folder’s permissions.',
    StorageDamaged:
      'A file of the daybook is damaged, so this cannot be shown. Verify the log in the settings.',
    NotSent: 'The program cannot be reached. When it is back, this is shown by itself.',
    ConnectionLost: 'The program cannot be reached. When it is back, this is shown by itself.',
  },
  incomplete: {
    damaged: 'This daybook is damaged; figures may be incomplete.',
    leftOut: 'Some of what happened is left out of these figures.',
  },
  leave: {
    title: 'Leave without saving?',
    text: 'What you have typed here would be lost.',
    stay: 'Keep writing',
    go: 'Leave',
  },
  welcome: {
    title: 'Daybook',
    motto:
      'Records about people. They need no network, their history cannot be rewritten, and a person can still be forgotten.',
    known: 'Your daybooks',
    lacksLog: 'Its log is missing',
    new: 'New daybook',
    locate: 'Open another folder…',
    newTitle: 'A new daybook',
    name: 'Name',
    namePlaceholder: 'The corner shop',
    currency: 'Currency',
    currencyHint: 'It cannot be changed later: every amount is in it.',
    passphrase: 'Passphrase',
    passphraseAgain: 'Passphrase again',
    strength: 'Strength',
    tooShort_one: 'At least {{count, number}} character, please',
    tooShort_other: 'At least {{count, number}} characters, please',
    weak: 'Easy to guess: add words',
    fair: 'Fair: one more word makes it strong',
    strong: 'Strong',
    warning:
      'Nobody can replace a lost passphrase. Without it the personal data in this daybook can never be read again. Write it down and keep it away from this machine.',
    place: 'It is kept in {{folder}}',
    create: 'Create daybook',
    open: 'Open',
    openTitle: 'Open “{{name, short}}”',
    creating: 'Creating the daybook',
    opening: 'Opening',
    language: 'Language',
  },
  job: {
    remaining: '{{time}} left',
  },
  overview: {
    title: 'Overview',
    owed: 'Owed in total',
    people: 'People in the list',
    archived: 'Archived people',
    erased: 'Erased people',
    owing: 'Accounts that owe',
    inCredit: 'Accounts in credit',
    paidAhead: 'Paid ahead',
    exhausted: 'Exhausted accounts',
    overLimit: 'Accounts over the limit',
    exhaustedTitle: 'Nothing left to charge',
    name: 'Name',
    limit: 'Limit',
    balance: 'Balance',
    all: 'Show all in People',
  },
} as const;
