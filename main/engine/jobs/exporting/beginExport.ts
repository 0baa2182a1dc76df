import { ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Job } from '../../../../shared/protocol/jobs.ts';
import type { Refusal } from '../../../../shared/protocol/refusal.ts';
import { overviewTotals } from '../../../../shared/views/overview-totals.ts';
import type { JobRun } from '../JobRun.ts';
import { createExportJob } from './createExportJob.ts';
import { entriesSource } from './entriesSource.ts';
import type { ExportSource } from './ExportSource.ts';
import { listSource } from './listSource.ts';
import { logSource, type LogSourceContext } from './logSource.ts';
import { createAskPages, type PagesContext } from './pages.ts';
import { peopleSource } from './peopleSource.ts';

export interface ExportingContext extends PagesContext, LogSourceContext {
  readonly elapsedMs: () => number;
}

type ExportJob = Extract<Job, { readonly kind: 'export' }>;

type Totals = ReturnType<typeof overviewTotals.row>;

const noTotals = { people: 0, entries: 0 };

/** How much there is, for the progress only. */
const totalsOf = ({ ask }: PagesContext): Pick<Totals, 'people' | 'entries'> => {
  const answer = ask(overviewTotals.name, {});
  const rows = answer.ok ? (answer.value.rows as readonly Totals[]) : [];
  return rows[0] ?? noTotals;
};

/** Begins to write a file. **Errors:** `ViewUnknown`, `InputInvalid`, and those of `createExportJob`. */
export const beginExport = async (
  { file, export: order }: ExportJob,
  context: ExportingContext,
): Promise<Result<JobRun, Refusal>> => {
  const { elapsedMs } = context;
  const askPages = createAskPages(context);
  const begin = (): ExportSource => {
    switch (order.what) {
      case 'list':
        return listSource(order, askPages, totalsOf(context).people);
      case 'people':
        return peopleSource(askPages, totalsOf(context).people);
      case 'entries':
        return entriesSource(askPages, totalsOf(context), order.approvals);
      case 'log':
        return logSource(order.personal, context);
    }
  };
  if (order.what === 'list') {
    // Before there is a file: whether it is a question at all.
    const answer = context.ask(order.view, { ...order.input, limit: 1 });
    if (!answer.ok) return answer;
  }
  const job = await createExportJob({ file, begin, elapsedMs });
  return job.ok ? ok(job.value) : job;
};
