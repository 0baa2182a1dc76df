import type { Ask } from '../../shared/kernel/command.ts';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import { err, type Result } from '../../shared/kernel/result.ts';
import type { View, ViewRows } from '../../shared/kernel/view.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { EngineOptions } from './EngineOptions.ts';
import type { EventCatalog } from './eventlog/EventCatalog.ts';
import type { OpenedParts } from './folder/openParts.ts';
import type { QueryContext } from './query/QueryContext.ts';
import { runView } from './query/runView.ts';

/** No view has this name. */
export interface ViewUnknown {
  readonly type: 'ViewUnknown';
  readonly view: string;
}

const viewUnknown = (view: string): ViewUnknown => ({ type: 'ViewUnknown', view });

const viewsByName = ({ records, views }: EngineOptions): ReadonlyMap<string, View> => {
  const all = [...records.flatMap((record) => record.views), ...views];
  const byName = new Map(all.map((view) => [view.name, view]));
  if (byName.size !== all.length) throw new Error('two views have the same name');
  return byName;
};

export interface QuestionsContext {
  readonly parts: OpenedParts;
  readonly options: EngineOptions;
  readonly catalog: EventCatalog;
  /** False when damage was found. */
  readonly isSound: () => boolean;
  /** Makes the rows that wait. */
  readonly bringUpToDate: () => void;
}

/** What can be asked of an open daybook, by the names of its views. */
export interface Questions {
  readonly ask: (name: string, input: object) => Result<ViewRows, Refusal>;
  /** For commands and imports, which ask by themselves: a refusal there is a bug. */
  readonly mustAsk: Ask;
}

/** Answers from rows that are never behind the log. */
export const createQuestions = ({
  parts: { reader: log, keys, state },
  options,
  catalog,
  isSound,
  bringUpToDate,
}: QuestionsContext): Questions => {
  const { world } = options;
  const views = viewsByName(options);

  const queryContext = (): QueryContext => ({
    state,
    log,
    catalog,
    keys,
    isSound: isSound(),
    elapsedMs: world.elapsedMs,
    view: {
      currency: log.daybook.currency,
      today: localDateAt(world.nowMs(), world.utcOffsetMinutes()),
    },
  });

  const ask = (name: string, input: object): Result<ViewRows, Refusal> => {
    bringUpToDate();
    const view = views.get(name);
    return view ? runView(view, input, queryContext()) : err(viewUnknown(name));
  };

  const mustAsk: Ask = (name, input) => {
    const answer = ask(name, input);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.error.type}`);
    return answer.value;
  };

  return { ask, mustAsk };
};
