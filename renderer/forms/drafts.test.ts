import { expect, it } from 'vitest';
import { keepAttempt, readAttempt } from '../api/attempts.ts';
import { formsWithToasts, showToast } from '../ui/toasts.ts';
import {
  draftAbout,
  dropAllDrafts,
  dropDraft,
  dropDraftsAbout,
  hasDrafts,
  keepDraft,
  onDrafts,
  peopleWithDrafts,
  readDraft,
} from './drafts.ts';

const nothing = { typed: {}, seen: {} };

it('keeps drafts until they are dropped, and drops all that are about somebody', () => {
  keepDraft(draftAbout('anna', 'details'), { name: 'Anna' }, { name: '' });
  keepDraft(draftAbout('anna', 'entry/1'), { memo: 'Bread' }, { memo: '' });
  keepDraft(draftAbout('annabel', 'details'), { name: 'Annabel' }, { name: '' });
  keepDraft('book/new-person', { name: 'Somebody' }, { name: '' });
  expect(peopleWithDrafts()).toEqual(['anna', 'annabel']);

  dropDraftsAbout('anna');
  expect(readDraft(draftAbout('anna', 'details'))).toEqual(nothing);
  expect(readDraft(draftAbout('anna', 'entry/1'))).toEqual(nothing);
  expect(readDraft(draftAbout('annabel', 'details')).typed).toEqual({ name: 'Annabel' });

  dropDraft('book/new-person');
  expect(readDraft('book/new-person')).toEqual(nothing);
  expect(peopleWithDrafts()).toEqual(['annabel']);
});

it('keeps what differs and what it differs from, and nothing where nothing does', () => {
  const seen = { amount: '', occurredOn: '2026-11-24' };
  keepDraft('entry', { amount: '2', occurredOn: '2026-11-24' }, seen);
  expect(readDraft('entry')).toEqual({ typed: { amount: '2' }, seen: { amount: '' } });
  keepDraft('entry', { ...seen }, seen);
  expect(readDraft('entry')).toEqual(nothing);
  expect(peopleWithDrafts()).not.toContain('entry');
});

it('gives up what was sent about somebody who has been erased', () => {
  const form = draftAbout('cem', 'entry/1');
  const attempt = { id: '1', command: 'credit-account/charge', isEdited: false, unsure: null };
  keepAttempt(form, { ...attempt, input: { memo: 'Bread' } });
  keepAttempt('entry/1', { ...attempt, input: {} });
  expect(peopleWithDrafts()).toContain('cem');
  dropDraftsAbout('cem');
  expect(readAttempt(form)).toBeUndefined();
  expect(readAttempt('entry/1')).toBeDefined();
});

it('takes away what is said of somebody who has been erased, and of nobody else', () => {
  const form = draftAbout('dan', 'entry/1');
  showToast({ text: 'Charge for Dan written.', form });
  expect(peopleWithDrafts()).toContain('dan');
  dropDraftsAbout('anna');
  expect(formsWithToasts()).toEqual([form]);
  dropDraftsAbout('dan');
  expect(formsWithToasts()).toEqual([]);
});

it('tells that there is nothing typed any more when another daybook is entered', () => {
  keepDraft('book/new-person', { name: 'Somebody' }, { name: '' });
  const told: boolean[] = [];
  const ignore = onDrafts(() => told.push(hasDrafts()));
  dropAllDrafts();
  ignore();
  expect(told).toEqual([false]);
});

it('drops everything for another daybook', () => {
  const attempt = { id: '2', command: 'person/register', isEdited: false, unsure: null };
  keepDraft('book/new-person', { name: 'Somebody' }, { name: '' });
  keepAttempt('book/new-person', { ...attempt, input: {} });
  dropAllDrafts();
  expect(hasDrafts()).toBe(false);
  expect(readAttempt('book/new-person')).toBeUndefined();
});
