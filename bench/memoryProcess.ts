import { must, open } from './daybooks.ts';

/** What a process takes. **Units:** bytes. */
export interface MemoryUse {
  readonly rss: number;
  readonly highest: number;
}

const KIBIBYTE = 1024;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens a daybook as a host does, looks about in it, and says what that takes. */
const main = async (folder: string): Promise<void> => {
  const engine = await open(folder);
  await engine.whenIndexed();
  for (const search of ['a', 'an', 'müller', '김', 'ㄱㅁㅅ', '1234', 'xq'])
    must(await engine.ask('person/list', { search }));
  for (const sort of ['name', '-name', '-balance', 'last-entry'])
    must(await engine.ask('person/list', { sort, limit: 1000 }));
  const { rows } = must(await engine.ask('person/list', { limit: 50 }));
  for (const row of rows) {
    const { personId, accountId } = row as { personId: string; accountId: string | null };
    must(await engine.ask('person/page', { personId }));
    must(await engine.ask('person/history', { personId }));
    if (accountId !== null) must(await engine.ask('credit-account/statement', { accountId }));
  }
  must(await engine.ask('overview/totals', {}));
  await pause(2000);
  const use: MemoryUse = {
    rss: process.memoryUsage.rss(),
    highest: process.resourceUsage().maxRSS * KIBIBYTE,
  };
  await engine.close();
  process.stdout.write(JSON.stringify(use));
};

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which daybook?');
await main(folder);
