import path from 'node:path';
import type { App } from './App.ts';
import { toImport } from './toImport.ts';

const customers = path.resolve(import.meta.dirname, 'fixtures/chinook/customers.csv');

/** Many columns with long names and long cells. */
const wide = (): string => {
  const names = Array.from({ length: 200 }, (_, index) => `A rather long name of column ${index}`);
  const cells = names.map((name) => `${name} `.repeat(20));
  return (
    ['Number,Name,Limit', ...names].join(',') + `\nW1,${'x'.repeat(120)},5,${cells.join(',')}\n`
  );
};

/** Far more refused rows than are listed, for several reasons, and the first of them for two at once. */
const refused = (): string => {
  const rows = Array.from({ length: 1500 }, (_, index) =>
    index % 3 === 0 ? `R${index},` : index % 3 === 1 ? `,Name ${index}` : `R${index},"x"y`,
  );
  return `Number,Name\n,\nN1,Somebody of this file\nN1,Somebody of this file\n${rows.join('\n')}\n`;
};

/** A list as a shop has it: somebody who is there already, and a limit that is none. */
const regulars = (): string =>
  [
    'No,First name,Last name,Phone,Limit',
    '301,Ada,Okafor,+49 30 555 0101,1200.00',
    '302,Bj\u00f6rn,Hallgren,+46 18 555 0102,80.00',
    '303,Chlo\u00e9,Martin,+33 1 55 50 01 03,250.00',
    '304,Dae-jung,Han,+82 2 555 0104,75.50',
    '305,Elena,Rossi,+39 06 5550 105,about 50',
    '306,Farid,Haddad,+962 6 555 0106,2000.00',
  ].join('\n');

/** Entries of a till that does not number them, one twice and one of nobody. */
const unnumbered = (): string =>
  [
    'Customer number,Type,Amount,Date,Text',
    '10101,charge,12.40,2026-11-02,Bread and milk',
    '10114,charge,8.00,2026-11-03,Eggs',
    '10114,charge,8.00,2026-11-03,Eggs',
    '10130,payment,20.00,2026-11-05,Cash',
    '99999,charge,3.10,2026-11-06,Newspaper',
  ].join('\n');

/** Every step of an import; each begins at any page of an open daybook. */
export const importScenes: Readonly<Record<string, (app: App) => Promise<unknown>>> = {
  'import-choose': toImport,
  'import-map': async (app) => {
    await toImport(app);
    await app.imports.open(customers);
    await app.imports.preview();
  },
  'import-preview': async (app) => {
    await toImport(app);
    await app.imports.open({ name: 'regulars.csv', content: regulars() });
    await app.imports.preview();
    const { title } = app.texts.imports.map;
    const map = app.page.getByRole('heading', { level: 3, name: title, exact: true });
    await map.evaluate((heading) => heading.closest('section')?.scrollIntoView());
  },
  'import-wide': async (app) => {
    await toImport(app);
    await app.imports.open({ name: `${'long '.repeat(30)}name.csv`, content: wide() });
  },
  'import-unsure': async (app) => {
    await toImport(app);
    const content = Buffer.from('Name;Ort,Land\nJ\u00f6rg;K\u00f6ln,DE\n', 'latin1');
    await app.imports.open({ name: 'orte.csv', content });
  },
  'import-unnumbered': async (app) => {
    await toImport(app);
    await app.imports.choose({ name: 'till.csv', content: unnumbered() });
    await app.imports.whenMapped();
    await app.imports.check();
    await app.imports.figures();
    await app.page.getByText(app.texts.imports.check.done).waitFor();
  },
  'import-no-csv': async (app) => {
    await toImport(app);
    await app.imports.choose({ name: 'book.xlsx', content: 'PK\u0003\u0004 xl/' });
    await app.imports.says(app.texts.imports.formats.excel);
  },
  'import-refused': async (app) => {
    await toImport(app);
    await app.imports.open({ name: 'refused.csv', content: refused() });
    await app.imports.check();
    await app.imports.figures();
    await app.imports.refusedList.waitFor();
  },
};
