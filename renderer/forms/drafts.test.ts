import { expect, it } from 'vitest';
import {
  draftAbout,
  dropDraft,
  dropDraftsAbout,
  keepDraft,
  peopleWithDrafts,
  readDraft,
} from './drafts.ts';

it('keeps drafts until they are dropped, and drops all that are about somebody', () => {
  keepDraft(draftAbout('anna', 'details'), { name: 'Anna' });
  keepDraft(draftAbout('anna', 'entry/1'), { memo: 'Bread' });
  keepDraft(draftAbout('annabel', 'details'), { name: 'Annabel' });
  keepDraft('book/new-person', { name: 'Somebody' });
  expect(peopleWithDrafts()).toEqual(['anna', 'annabel']);

  dropDraftsAbout('anna');
  expect(readDraft(draftAbout('anna', 'details'))).toEqual({});
  expect(readDraft(draftAbout('anna', 'entry/1'))).toEqual({});
  expect(readDraft(draftAbout('annabel', 'details'))).toEqual({ name: 'Annabel' });

  dropDraft('book/new-person');
  expect(readDraft('book/new-person')).toEqual({});
  expect(peopleWithDrafts()).toEqual(['annabel']);
});
