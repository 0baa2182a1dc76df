import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { createScratch, daybook, makeDaybook, type Scratch } from './DaybookProcess.ts';

/** A name that is found wherever it should not be. */
const SECRET_NAME = 'Wilhelmina Nobody-Else';

/** A daybook in which twenty people are registered, for the tests of a file. */
export const useFilledDaybook = (): {
  readonly scratch: Scratch;
  readonly folder: () => string;
  /** The same files once more, to be done with as one likes. */
  readonly copy: (name: string) => string;
} => {
  const scratch = createScratch();
  afterAll(scratch.remove);
  let folder = '';
  beforeAll(async () => {
    folder = await makeDaybook(scratch.at('daybook'));
    const people = Array.from({ length: 20 }, (_, index) =>
      JSON.stringify({
        command: 'person/register',
        input: { personId: randomUUID(), details: { name: `${SECRET_NAME} ${index}` } },
      }),
    );
    const made = await daybook(['do', folder], people.join('\n'));
    if (made.code !== 0) throw new Error(made.stderr);
  });
  return {
    scratch,
    folder: () => folder,
    copy: (name) => {
      cpSync(folder, scratch.at(name), { recursive: true });
      return scratch.at(name);
    },
  };
};
