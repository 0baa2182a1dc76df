/** What comes in from files and goes out into them. */
export const enExchange = {
  exchange: {
    title: 'Exchange',
    exportTitle: 'Export',
    exportText:
      'What you export is readable by everybody who has the file. Give it only to people who may know what is in it, and delete it when it is no longer needed.',
  },
} as const;
