import { homedir } from 'node:os';
import path from 'node:path';

/** The folder of the user's daybooks: `DAYBOOK_HOME`, else `Daybook` in their home folder. */
export const homeFolder = (environment: Readonly<Record<string, string | undefined>>): string => {
  const given = environment['DAYBOOK_HOME'];
  return path.resolve(
    given === undefined || given === '' ? path.join(homedir(), 'Daybook') : given,
  );
};
