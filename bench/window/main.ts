import { largeDaybook } from '../daybooks.ts';
import { readOptions } from '../BenchOptions.ts';
import type { Row } from '../Row.ts';
import { bundleRows } from './bundleRows.ts';
import { withLargeHome } from './openLargeWindow.ts';
import { memoryRows } from './memoryRows.ts';
import { startRows } from './startRows.ts';
import { tell } from './tell.ts';
import { workRows } from './workRows.ts';

/** Measures the window in a process of its own and prints the rows as JSON. */
const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  const large = await largeDaybook(options);
  const rows = await withLargeHome(large, async (home, windows): Promise<readonly Row[]> => [
    ...tell(await startRows(options, large, home, windows)),
    ...(await workRows(options, home, windows)),
    ...tell(await memoryRows(options, home, windows)),
    ...tell(bundleRows()),
  ]);
  process.stdout.write(JSON.stringify(rows));
};

await main();
