import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { usd } from './daybookUnderTest.ts';
import type { OpenedParts } from './folder/openParts.ts';
import {
  accountOf,
  ann,
  bea,
  erase,
  everythingShown,
  filled,
  opened,
  traces,
  today,
} from './peopleUnderTest.ts';

/** Which of the texts stand in some file of the folder, in an encoding that SQLite or we might use. */
const found = (folder: string, texts: readonly string[]): readonly string[] => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(path.join(file.parentPath, file.name)));
  const forms = (text: string) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return texts.filter((text) =>
    forms(text).some((form) => files.some((bytes) => bytes.includes(form))),
  );
};

describe('a person who is erased', () => {
  test('is in no file, neither before nor after, and in nothing that is shown', async () => {
    const { daybook, open } = await filled();
    // Of the other person the same is true: what is written is sealed.
    expect(found(daybook.folder, [...traces, 'Bea Ohnesorg'])).toEqual([]);
    // Nor in what other programs are given to read.
    expect(opened(JSON.stringify(await open.engine.readLog(0, 100)))).toEqual([]);
    expect(opened(await everythingShown(open))).toEqual(
      traces.filter((text) => text !== '15123456789'),
    );
    const { receipt } = await open.run('person/erase', erase);
    expect(receipt).toMatchObject({
      personId: ann,
      classes: ['profile', 'statutory'],
      destroyed: ['details', 'entryTexts'],
    });
    expect(opened(await everythingShown(open))).toEqual([]);
    expect(found(daybook.folder, traces)).toEqual([]);
    await open.close();
    expect(found(daybook.folder, traces)).toEqual([]);
    const again = await daybook.open();
    expect(opened(await everythingShown(again))).toEqual([]);
  });

  test('negative control: what is written in the clear is found by the same search', async () => {
    const { daybook } = await filled();
    expect(found(daybook.folder, ['person.registered', ann, 'Corner shop'])).toEqual([
      'person.registered',
      ann,
      'Corner shop',
    ]);
  });

  test('leaves no wrapped key in any file', async () => {
    const { daybook, open } = await filled();
    await open.close();
    const keysOfAnn = (parts: OpenedParts) =>
      parts.reader.readAfter(0, 100).flatMap(({ subject, key }) => (subject === ann ? [key] : []));
    const before = readFileSync(daybook.file('keys.db'));
    const parts = await daybook.openParts();
    const ids = [...new Set(keysOfAnn(parts).filter((key) => key !== null))];
    parts.close();
    // The wrapped key stands in the record right behind its columns; 40 bytes of it are enough.
    const wrapped = ids.map((id) => {
      const at = before.indexOf(id) + 36 * 2 + 'profile'.length + 8;
      return before.subarray(at, at + 40);
    });
    expect(wrapped.map((bytes) => before.includes(bytes))).toEqual([true, true]);
    const again = await daybook.open();
    await again.run('person/erase', erase);
    await again.close();
    const after = readFileSync(daybook.file('keys.db'));
    expect(wrapped.map((bytes) => after.includes(bytes))).toEqual([false, false]);
  });

  test('leaves the sums, and the others as they were', async () => {
    const { open } = await filled();
    await open.run('person/erase', erase);
    expect(await open.rows('person/page', { personId: ann })).toMatchObject([
      { name: null, details: null, erased: true, accounts: [{ balance: usd(1200) }] },
    ]);
    expect(await open.rows('person/list', {})).toMatchObject([
      { name: 'Bea Ohnesorg', erased: false },
      { personId: ann, name: null, erased: true, balance: usd(1200) },
    ]);
    const history = await open.rows('person/history', { personId: ann });
    expect(history.map(({ type, personal, erased }) => [type, personal, erased])).toEqual([
      ['person.erased', null, false],
      ['credit-account.charged', null, true],
      ['credit-account.opened', null, false],
      ['person.details-corrected', null, true],
      ['person.registered', null, true],
    ]);
    expect(
      await open.rows('credit-account/statement', { accountId: accountOf[bea] ?? '' }),
    ).toMatchObject([{ memo: 'Zwei Sack Mehl' }]);
    expect(await open.job('verify')).toMatchObject({ sound: true });
  });

  test('gets no new text, while payments and reversals without one go on', async () => {
    const { open } = await filled();
    await open.run('person/erase', erase);
    const accountId = accountOf[ann] ?? '';
    const refused = { type: 'PersonErased', personId: ann };
    const pay = { accountId, amount: usd(700), ...today };
    const { refusal, run } = open;
    expect([
      await refusal('credit-account/pay', { ...pay, memo: 'Bar' }),
      await refusal('person/correct-details', { personId: ann, changes: { name: 'Anna' } }),
      await refusal('person/register', { personId: ann, details: { name: 'Anna' } }),
      await refusal('credit-account/open', { personId: ann, limit: usd(1) }),
      await refusal('person/erase', erase),
    ]).toEqual([refused, refused, refused, refused, refused]);
    const { entryId } = await run('credit-account/pay', pay);
    await run('credit-account/reverse-entry', { accountId, entryId });
    await run('credit-account/pay', pay);
    expect(await open.rows('credit-account/statement', { accountId })).toMatchObject([
      { kind: 'charge', memo: null, reason: null },
      { kind: 'payment', reversed: true },
      { kind: 'reversal' },
      { kind: 'payment', balance: usd(500) },
    ]);
  });

  test('may keep the texts of entries for as long as the law wants them', async () => {
    const { open } = await filled();
    const first = await open.run('person/erase', { ...erase, classes: ['profile'] });
    expect(first.receipt).toMatchObject({ destroyed: ['details'] });
    expect(opened(await everythingShown(open))).toEqual(['Zwei Sack Mehl', 'Freitag kommt Geld']);
    expect(await open.rows('person/list', { search: 'annegret' })).toEqual([]);
    // Nobody knows the reference any more.
    expect(await open.refusal('person/erase', erase)).toEqual({ type: 'ConfirmationDiffers' });
    const second = await open.run('person/erase', { ...erase, confirm: ann });
    expect(second.receipt).toMatchObject({ classes: ['statutory'], destroyed: ['entryTexts'] });
    expect(opened(await everythingShown(open))).toEqual([]);
  });

  test('is only erased by whoever types the reference or the id', async () => {
    const { open } = await filled();
    for (const confirm of ['', 'KD-4712', bea])
      expect(await open.refusal('person/erase', { ...erase, confirm })).toEqual({
        type: 'ConfirmationDiffers',
      });
    expect(open.parts.keys.tombstones()).toEqual([]);
  });
});
