import path from 'node:path';
import { createDaybook } from '../engine/startEngine.ts';
import { askPassphrase } from './askPassphrase.ts';
import type { Cli } from './Cli.ts';
import type { ExitCode } from './Stop.ts';
import { stopForNew } from './stopForNew.ts';

/** Makes a daybook in an empty folder. */
export const createNew = async (
  given: string,
  { name, currency }: { readonly name: string; readonly currency: string },
  cli: Cli,
): Promise<ExitCode> => {
  const folder = path.resolve(given);
  const passphrase = await askPassphrase(cli, 'create');
  const created = await createDaybook({ folder, name, currency, passphrase });
  if (!created.ok) throw stopForNew(created.error);
  await created.value.close();
  cli.say(`${name} is in ${folder}. Keep the passphrase: it cannot be replaced when it is lost.`);
  return 0;
};
