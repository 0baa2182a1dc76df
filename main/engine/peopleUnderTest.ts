import {
  createDaybookUnderTest,
  idOf,
  usd,
  type DaybookUnderTest,
  type OpenDaybook,
} from './daybookUnderTest.ts';

/*
 * Two people with everything personal that can be known of them, to look for what is left of it. For
 * tests only.
 */

export const ann = idOf(1);
export const bea = idOf(2);
export const accountOf = { [ann]: idOf(1, 0xa), [bea]: idOf(2, 0xa) };
export const today = { occurredOn: '2026-11-23' };

/** What must not be found any more, one for each way in which something personal gets in. */
export const traces = [
  'Annegret Mönkeberg',
  'annegret',
  'KD-4711',
  '0151 23456789',
  '15123456789',
  'annegret@example.org',
  'Hafenstraße 12',
  '1984-02-29',
  'zahlt bar',
  'Zwei Sack Mehl',
  'Freitag kommt Geld',
  'neue Adresse',
];

const fill = async ({ run }: OpenDaybook): Promise<void> => {
  await run('person/register', {
    personId: ann,
    details: {
      name: 'Annegret Mönkeberg',
      reference: 'KD-4711',
      phones: ['0151 23456789'],
      email: 'annegret@example.org',
      address: 'Hafenstraße 12',
      birthDate: '1984-02-29',
      note: 'zahlt bar',
    },
  });
  await run('person/register', { personId: bea, details: { name: 'Bea Ohnesorg' } });
  await run('person/correct-details', {
    personId: ann,
    changes: { note: 'zahlt bar, immer' },
    reason: 'neue Adresse',
  });
  for (const personId of [ann, bea]) {
    const accountId = accountOf[personId] ?? '';
    await run('credit-account/open', { accountId, personId, limit: usd(1000) });
    await run('credit-account/charge', {
      accountId,
      amount: usd(1200),
      ...today,
      memo: 'Zwei Sack Mehl',
      approval: { reason: 'Freitag kommt Geld' },
    });
  }
};

/** An open daybook with both of them in it. */
export const filled = async (): Promise<{ daybook: DaybookUnderTest; open: OpenDaybook }> => {
  const daybook = await createDaybookUnderTest();
  const open = await daybook.open();
  await fill(open);
  return { daybook, open };
};

/** Erases the first of them. */
export const erase = { personId: ann, ground: 'request', confirm: 'KD-4711' } as const;

/** Everything that a user could see of people, in one text. */
export const everythingShown = async ({ rows }: OpenDaybook): Promise<string> => {
  const searches = ['annegret', 'KD-4711', '0151 23456789', 'mönkeberg'];
  return JSON.stringify([
    await rows('person/list', {}),
    await rows('person/list', { filter: 'erased' }),
    await rows('person/list', { filter: 'over-limit' }),
    ...(await Promise.all(searches.map((search) => rows('person/list', { search })))),
    await rows('person/page', { personId: ann }),
    await rows('person/by-reference', { reference: 'KD-4711' }),
    await rows('person/history', { personId: ann }),
    await rows('credit-account/statement', { accountId: accountOf[ann] ?? '' }),
    await rows('credit-account/exhausted', {}),
  ]);
};

/** Which of the traces are shown. */
export const opened = (shown: string): readonly string[] =>
  traces.filter((text) => shown.includes(text));
