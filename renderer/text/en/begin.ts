import { stoppingTexts } from '../../../shared/stopping-texts.ts';

/** Keys, the palette, and what helps somebody who begins or comes back. */
export const enBegin = {
  keys: {
    title: 'Shortcuts',
    everywhere: 'Everywhere',
    list: 'In a list',
    person: 'On a person’s page',
    form: 'In a form',
    palette: 'Find a person or an action',
    search: 'Search people',
    newPerson: 'New person',
    rows: 'Move through rows',
    open: 'Open the row',
    choose: 'Choose the person of the row',
    chooseRange: 'Choose rows on the way',
    chooseAll: 'Choose all',
    charge: 'Write a charge',
    pay: 'Write a payment',
    save: 'Save a form',
    leave: 'Leave a form',
    toList: 'Back to the list',
    closeEntry: 'Close the open entry',
    lock: 'Lock the daybook',
    help: 'Show the keys',
    off: 'Single keys are turned off.',
    turnOn: 'Turn them on in the settings',
  },
  palette: {
    title: 'Find a person or an action',
    field: 'Name, action or screen',
    go: 'Go to',
    here: 'On this screen',
    actions: 'Actions',
    people: 'People',
    recent: 'Visited before',
    searching: 'Searching',
    none: 'Nothing matches.',
    import: 'Import from a file',
    export: 'Export to a file',
    theme: 'Theme: {{name}}',
    language: 'Language: {{name}}',
  },
  sample: {
    look: 'Look at the sample',
    lookText:
      'Only looking around? The sample is a daybook of made-up people. This one is closed for it and stays as it is.',
    open: 'Open a sample',
    text: 'Two hundred made-up people to look around with. It is a daybook of its own, never mixed with yours.',
    making: 'Making the sample',
    mark: 'Sample',
    passphrase: 'It needs no passphrase of yours; it is “sample”.',
    remove: 'Remove the sample',
    removeTitle: 'Remove the sample?',
    removeText:
      'It goes with everything that was written into it. A new one can be made at any time.',
  },
  locked: {
    asked: '“{{name, short}}” is locked. You go on where you were.',
    idle: '“{{name, short}}” locked itself, since nobody was at work in it. You go on where you were.',
  },
  closed: { elsewhere: '“{{name, short}}” was closed in another window.' },
  stopping: stoppingTexts.en,
  locking: {
    stopped: {
      import:
        'Locking has stopped the import. What is in stays; importing again goes on from there.',
      export: 'Locking has stopped the export. There is no file of it.',
      verify: 'Locking has stopped the check of the daybook. It can be begun again.',
      rebuild: 'Locking has stopped the making of the lists. It can be begun again.',
    },
  },
  firstSteps: {
    title: 'First steps',
    passphrase:
      'Write the passphrase down and keep it away from this machine. Nobody can replace it.',
    person: 'Register the first person',
    import: 'or bring in a list from a file',
    keys: 'Find everything with {{keys}}.',
    dismiss: 'Hide the first steps',
  },
} as const;
