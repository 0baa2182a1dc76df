/** What is said on a person's page beyond its parts: what can be taken back, and what is asked first. */
export const enPerson = {
  undoing: {
    reason: 'Undone right after it was done',
    limit: 'The limit is {{limit}} again.',
    archived: '{{name}} is back in the list.',
    restored: '{{name}} is archived again.',
    corrected: 'The details are as they were.',
    correctedElsewhere:
      'The details have been changed again meanwhile, so nothing was undone. The history has all values.',
    closed: 'The account is open again.',
    reopened: 'The account is closed again.',
  },
  closing: {
    title: 'Close the account?',
    owed: '{{sum}} is still owed. It stays owed: payments can still be written, charges cannot.',
    paidAhead:
      '{{sum}} has been paid ahead. It stays in the book: no charge can use it up any more.',
  },
  sameReference: {
    ask: '{{name}} has this reference already. Save again if that is meant.',
  },
  eraseConfirm: {
    name: 'Type the name {{name}} to confirm',
    copyId: 'Copy the id',
    copied: 'Copied',
  },
} as const;
