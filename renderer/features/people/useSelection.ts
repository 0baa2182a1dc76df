import { useCallback, useRef, useState } from 'react';
import type { ViewInput } from '../../../shared/contract.ts';
import { MOST_KEPT_VALUES } from '../../../shared/protocol/exporting.ts';
import { useApi } from '../../api/ApiContext.ts';
import { refusalSentence } from '../../text/refusalSentence.ts';
import { useText } from '../../text/useText.ts';
import type { GridSelection } from '../../ui/useChoosing.ts';
import { showToast } from '../../ui/toasts.ts';
import type { PersonRow } from './peopleColumns.tsx';
import {
  choose,
  countChosen,
  everybody,
  isChosen,
  leavesOutErased,
  nobody,
  toggle,
  type Selection,
} from './selection.ts';

interface SelectionOptions {
  readonly question: ViewInput<'person/list'>;
  readonly rowAt: (index: number) => PersonRow | undefined;
  /** How many people can be chosen at once; null while nobody knows. */
  readonly people: number | null;
}

/** Longer ranges are refused: whoever wants more chooses all and takes some out, or narrows the list. */
const LONGEST_RANGE = 10_000;
const READ_AT_ONCE = 1000;

/** A range that is being drawn from a row, and who was chosen before it: it may become shorter again. */
interface Range {
  /** The question that it is of. */
  readonly key: string;
  readonly from: number;
  before: Selection;
  /** Its ids are on their way. */
  isAwaited: boolean;
}

/** Whom somebody has chosen of a list. With another question nobody is chosen. */
export const useSelection = ({ question, rowAt, people }: SelectionOptions) => {
  const { t, language } = useText();
  const api = useApi();
  const key = JSON.stringify(question);
  const [kept, setKept] = useState<{ readonly key: string; readonly selection: Selection }>({
    key,
    selection: nobody,
  });
  const selection = kept.key === key ? kept.selection : nobody;
  const range = useRef<Range | null>(null);
  const set = useCallback((next: Selection) => setKept({ key, selection: next }), [key]);
  const change = useCallback(
    (next: Selection) => {
      range.current = null;
      set(next);
    },
    [set],
  );
  const clear = useCallback(() => change(nobody), [change]);

  /** The ids of a range of rows: those in sight are here, others are asked for. */
  const idsBetween = async (first: number, last: number): Promise<readonly string[] | null> => {
    const held = Array.from({ length: last - first + 1 }, (_, at) => rowAt(first + at)?.personId);
    if (held.every((id) => id !== undefined)) return held;
    const ids: string[] = [];
    for (let from = first; from <= last; from += READ_AT_ONCE) {
      const limit = Math.min(READ_AT_ONCE, last - from + 1);
      const answer = await api.ask('person/list', { ...question, skip: from, limit });
      if (!answer.ok) {
        showToast({ text: refusalSentence(answer.error, t, language) });
        return null;
      }
      ids.push(...answer.value.rows.map(({ personId }) => personId));
    }
    return ids;
  };

  const labelOf = useCallback(
    ({ name }: PersonRow) => t('bulk.choose', { name: name ?? t('bulk.nameless') }),
    [t],
  );
  const count = countChosen(selection, people);
  const grid: GridSelection<PersonRow> = {
    isSelected: ({ personId, erased }) =>
      isChosen(selection, personId) && !(erased && leavesOutErased(selection, question)),
    labelOf,
    labelOfAll: t('bulk.all'),
    extent:
      count === 0 || (people === 0 && count === null)
        ? 'none'
        : count === people || (selection.type === 'allBut' && selection.ids.size === 0)
          ? 'all'
          : 'some',
    onToggle: (index) => {
      const row = rowAt(index);
      if (row === undefined || (row.erased && leavesOutErased(selection, question))) return;
      const next = toggle(selection, row.personId);
      const drawing = range.current;
      if (drawing?.isAwaited !== true || drawing.key !== key) return change(next);
      // What the range brings comes on top.
      drawing.before = next;
      set(next);
    },
    onRange: (from, to) => {
      const [first, last] = from < to ? [from, to] : [to, from];
      if (last - first >= LONGEST_RANGE) {
        showToast({ text: t('bulk.rangeTooLong', { count: LONGEST_RANGE }) });
        return;
      }
      const drawing = range.current;
      const goesOn = drawing?.key === key && drawing.from === from;
      const before = goesOn ? drawing.before : selection;
      // More than that could be archived, but not written into a file.
      if (before.ids.size + last - first >= MOST_KEPT_VALUES) {
        showToast({ text: t('bulk.rangeTooLong', { count: MOST_KEPT_VALUES }) });
        return;
      }
      const drawn: Range = { key, from, before, isAwaited: true };
      range.current = drawn;
      void (async () => {
        const ids = await idsBetween(first, last);
        drawn.isAwaited = false;
        // They may come too late: the range has another end by now, or everybody or nobody is chosen.
        if (ids !== null && range.current === drawn) set(choose(drawn.before, ids));
      })();
    },
    onAll: () => change(everybody),
    onNone: clear,
  };
  return { selection, count, grid, clear };
};
