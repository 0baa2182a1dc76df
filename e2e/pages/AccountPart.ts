import type { Locator, Page } from 'playwright-core';
import type { ShownTexts } from './texts.ts';

export interface EntryFields {
  /** As typed, with or without thousands separators. */
  readonly amount: string;
  readonly date?: string;
  readonly memo?: string;
}

/** A line of the statement as it is read. */
export interface ShownEntry {
  readonly date: string;
  readonly text: string;
  readonly charge: string;
  readonly payment: string;
  readonly balance: string;
}

/** The account of a person: its figures, its statement, and what is written next. */
export interface AccountPart {
  /** Above the tabs: limit, available, balance. */
  readonly figures: () => Promise<Readonly<Record<string, string>>>;
  readonly open: (limit: string) => Promise<void>;
  /** Fills in what is written next, and leaves it. */
  readonly type: (fields: Partial<EntryFields>) => Promise<void>;
  /** Writes what stands in the fields. */
  readonly press: (kind: 'charge' | 'payment') => Promise<void>;
  readonly charge: (fields: EntryFields) => Promise<void>;
  readonly pay: (fields: EntryFields) => Promise<void>;
  /** After a charge was refused at the limit: gives the reason and writes it. */
  readonly approve: (reason: string) => Promise<void>;
  readonly refusal: () => Promise<string>;
  readonly statement: () => Promise<readonly ShownEntry[]>;
  /** What the buttons of the lines are called that reverse an entry. */
  readonly reversals: () => Promise<readonly (string | null)[]>;
  /** Reverses a line of the statement, counted from 0. */
  readonly reverse: (line: number, reason: string) => Promise<void>;
  readonly changeLimit: (limit: string, reason?: string) => Promise<void>;
  /** Closes it, and says yes where it asks because something is still open. */
  readonly close: () => Promise<void>;
  readonly reopen: () => Promise<void>;
}

const readFigures = (list: Locator): Promise<Readonly<Record<string, string>>> =>
  list.evaluate((element) =>
    Object.fromEntries(
      [...element.querySelectorAll('dt')].map((term) => [
        term.textContent ?? '',
        term.nextElementSibling?.textContent ?? '',
      ]),
    ),
  );

const readStatement = (rows: Locator): Promise<readonly ShownEntry[]> =>
  rows.evaluateAll((lines) =>
    lines
      .toSorted((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
      .map((line) => {
        const cells = [...line.querySelectorAll('[role="cell"]')];
        const [date = '', text = '', charge = '', payment = '', balance = ''] = cells.map(
          (cell) => cell.textContent?.trim() ?? '',
        );
        return { date, text, charge, payment, balance };
      }),
  );

export const createAccountPart = (page: Page, { account, closing }: ShownTexts): AccountPart => {
  const form = (label: string): Locator => page.getByRole('form', { name: label, exact: true });
  const statement = page.getByRole('table', { name: account.statement });
  const lines = statement.locator('[role="row"]:has([role="cell"])');
  const reversing = lines.locator('[role="cell"]:last-child').getByRole('button');

  const whenDone = (entry: Locator): Promise<void> =>
    entry.and(page.locator('[aria-busy="false"]')).waitFor();

  const type = async (entry: Locator, fields: Partial<EntryFields>): Promise<void> => {
    const typed = [
      [account.amount, fields.amount],
      [account.occurredOn, fields.date],
      [account.memo, fields.memo],
    ] as const;
    for (const [label, text] of typed)
      if (text !== undefined) await entry.getByLabel(label, { exact: true }).fill(text);
  };
  const submits = { charge: account.submitCharge, payment: account.submitPayment };
  const submit = async (kind: 'charge' | 'payment'): Promise<void> => {
    const entry = form(account[kind]);
    await entry.getByRole('button', { name: submits[kind], exact: true }).click();
    await whenDone(entry);
  };
  const write = async (kind: 'charge' | 'payment', fields: EntryFields): Promise<void> => {
    await form(account.charge).or(form(account.payment)).waitFor();
    const choice = page.getByRole('radio', { name: account[kind], exact: true });
    if (await choice.isVisible()) await choice.click();
    await type(form(account[kind]), fields);
    await submit(kind);
  };
  const press = (name: string): Promise<void> =>
    page.getByRole('tabpanel').getByRole('button', { name, exact: true }).click();

  return {
    figures: () => readFigures(page.locator('header dl')),
    open: async (limit) => {
      await press(account.open);
      const dialog = page.getByRole('dialog', { name: account.openTitle });
      await dialog.getByLabel(account.limit, { exact: true }).fill(limit);
      await dialog.getByRole('button', { name: account.open, exact: true }).click();
    },
    type: (fields) => type(form(account.charge).or(form(account.payment)), fields),
    press: submit,
    charge: (fields) => write('charge', fields),
    pay: (fields) => write('payment', fields),
    approve: async (reason) => {
      const entry = form(account.charge);
      await entry.getByLabel(account.approvalReason, { exact: true }).fill(reason);
      await entry.getByRole('button', { name: account.approve, exact: true }).click();
      await whenDone(entry);
    },
    refusal: () => page.getByRole('form').getByRole('alert').innerText(),
    statement: () => readStatement(lines),
    reversals: () => reversing.evaluateAll((buttons) => buttons.map(({ ariaLabel }) => ariaLabel)),
    reverse: async (line, reason) => {
      await lines
        .and(page.locator(`[aria-rowindex="${line + 2}"]`))
        .getByRole('button')
        .and(reversing)
        .click();
      const dialog = page.getByRole('dialog', { name: account.reverseTitle });
      await dialog.getByLabel(account.reason, { exact: true }).fill(reason);
      await dialog.getByRole('button', { name: account.reverseSubmit }).click();
    },
    changeLimit: async (limit, reason) => {
      await press(account.changeLimit);
      const dialog = page.getByRole('dialog', { name: account.changeLimitTitle });
      await dialog.getByLabel(account.newLimit, { exact: true }).fill(limit);
      if (reason !== undefined)
        await dialog.getByLabel(account.reason, { exact: true }).fill(reason);
      await dialog.getByRole('button', { name: account.changeLimit, exact: true }).click();
    },
    close: async () => {
      await press(account.close);
      const question = page.getByRole('alertdialog', { name: closing.title });
      const closed = page.getByText(account.closedHint);
      await question.or(closed).first().waitFor();
      if (await question.isVisible())
        await question.getByRole('button', { name: account.close, exact: true }).click();
      await closed.waitFor();
    },
    reopen: () => press(account.reopen),
  };
};
