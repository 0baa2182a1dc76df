import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleFile, exampleKinds } from '../shared/imports/example-file.ts';
import type { App } from './App.ts';
import { useDaybook } from './useDaybook.ts';

const inUse = useDaybook({ story: true });
let app: App;

beforeAll(async () => {
  app = inUse.app();
  await app.welcome.create({ name: '모퉁이 가게', passphrase: 'four plain quiet words' });
  await app.people.whenShown();
});

const rowsOf = (text: string): readonly (readonly string[])[] => parse(text, { bom: true });

/** What lies in the host's folder for files in passing. */
const inPassing = (): readonly string[] =>
  readdirSync(path.join(inUse.home, '.handed'), { recursive: true })
    .map(String)
    .filter((name) => name.includes(path.sep));

const people = ['김철수', 'Smith, John "Jack"', '=HYPERLINK("http://evil.example")'];

// One story: each step goes on where the one before has ended.
describe('what is exported', () => {
  it('of the list is what stands in it, with headings', async () => {
    for (const name of people) {
      await app.people.register({ name, limit: '50' });
      await app.person.whenShown(name);
      await app.person.account.charge({ amount: '12.34', memo: '두부, "두 모"' });
      await app.shell.go('people');
      await app.people.whenShown();
    }
    await expect.poll(async () => (await app.people.rows()).length).toBe(people.length);
    const { name, text } = await app.exchange.exportList();
    expect(name).toBe('모퉁이 가게 list.csv');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [head, ...rows] = rowsOf(text);
    expect(head?.slice(0, 4)).toEqual(['Name', 'Reference', 'Phone', 'Balance (USD)']);
    expect(new Set(rows.map(([who, , , balance]) => `${who} ${balance}`))).toEqual(
      new Set(['김철수 12.34', 'Smith, John "Jack" 12.34', `'${people[2]} 12.34`]),
    );
    await expect.poll(() => app.shell.message()).toContain('3 rows');
  });

  it('of the people and their entries is what an import takes', async () => {
    await app.shell.go('exchange');
    await app.exchange.whenShown();
    const exported = await app.exchange.export('people');
    expect(exported.name).toBe('모퉁이 가게 people.csv');
    const names = rowsOf(exported.text).map(([, name]) => name);
    expect(new Set(names)).toEqual(new Set(['name', people[0], people[1], `'${people[2]}`]));
    await expect.poll(() => app.exchange.outcome.innerText()).toContain('3 rows');
    const entries = rowsOf((await app.exchange.export('entries')).text);
    expect(entries[0]).toEqual([
      'person',
      'reference',
      'kind',
      'amount',
      'occurredOn',
      'memo',
      'approval',
    ]);
    expect(entries.slice(1).map((row) => [row[2], row[3], row[5]])).toEqual(
      Array.from(people, () => ['charge', '12.34', '두부, "두 모"']),
    );
  });

  it('of the log names nobody, unless that is asked for', async () => {
    const { name, text } = await app.exchange.export('log');
    expect(name).toBe('모퉁이 가게 log.ndjson');
    expect(text).not.toMatch(/김철수|두부/u);
    await app.exchange.openPersonal();
    await app.page.getByText(app.texts.exchange.logWarning).waitFor();
    const opened = await app.exchange.export('log');
    const lines = opened.text.trimEnd().split('\n');
    expect(lines).toHaveLength(text.trimEnd().split('\n').length);
    expect(opened.text).toMatch(/김철수/u);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'daybook.exported' });
  });

  it('are examples too, of what an import takes', async () => {
    const { kinds } = app.texts.imports;
    for (const kind of exampleKinds) {
      const { name, text } = await app.exchange.example(kind);
      expect(name).toBe(`${kinds[kind]}.csv`);
      expect(text).toBe(exampleFile(kind, 'en'));
    }
  });

  it('stays nowhere once the browser has it', async () => {
    await expect.poll(inPassing).toEqual([]);
  });
});
