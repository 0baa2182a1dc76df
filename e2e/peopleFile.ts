import type { GivenFile } from './pages/ImportPage.ts';

/** A file of so many people that work on it takes its time. */
export const peopleFile = (rows: number): GivenFile => ({
  name: 'people.csv',
  content: [
    'Reference,Name',
    ...Array.from({ length: rows }, (_, row) => `R${row},Person ${row}`),
  ].join('\n'),
});
