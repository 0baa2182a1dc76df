import type { Result } from '../../../../shared/kernel/result.ts';
import type { ViewRows } from '../../../../shared/kernel/view.ts';
import type { Refusal } from '../../../../shared/protocol/refusal.ts';
import { PersonalPartDamaged } from '../../eventlog/openPersonal.ts';
import { JobStopped } from '../JobStopped.ts';
import { ROWS_A_PIECE } from './ExportSource.ts';

/** The rows of one question, from its first on. */
export interface Pages {
  /** Where the log stood at the beginning. */
  readonly position: number;
  /** The rows of the next page; null at the end. Throws `JobStopped` when the question is refused. */
  readonly next: () => readonly object[] | null;
  /** Something was written since the beginning: a row may be missing, or be there twice, or be of somebody erased. */
  readonly isStale: () => boolean;
}

export type AskPages = (view: string, input: object) => Pages;

export interface PagesContext {
  readonly ask: (view: string, input: object) => Result<ViewRows, Refusal>;
  readonly position: () => number;
}

/** Asks page by page. */
export const createAskPages =
  (context: PagesContext): AskPages =>
  (view, input) => {
    const position = context.position();
    let after: string | null = null;
    let isEnd = false;

    const askOnce = (): ViewRows => {
      const page = { ...input, limit: ROWS_A_PIECE, ...(after === null ? {} : { after }) };
      try {
        const answer = context.ask(view, page);
        if (answer.ok) return answer.value;
        throw new JobStopped(answer.error);
      } catch (cause) {
        if (!(cause instanceof PersonalPartDamaged)) throw cause;
        throw new JobStopped({ type: 'PersonalPartUnreadable' });
      }
    };

    return {
      position,
      next: () => {
        if (isEnd) return null;
        const { rows, next } = askOnce();
        after = next;
        isEnd = next === null;
        return rows;
      },
      isStale: () => context.position() !== position,
    };
  };
