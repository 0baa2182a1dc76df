import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol.ts';
import { createDaybook } from '../engine/startEngine.ts';
import type { DaybookService } from './createDaybookService.ts';
import { samplePassphrase } from '../sample/samplePassphrase.ts';
import { writeSample } from '../sample/writeSample.ts';

const sampleName = 'Sample daybook';

/** The sample is there and does not open: somebody gave it another passphrase, say, or damaged it. */
export interface SampleNotOpened {
  readonly type: 'SampleNotOpened';
  readonly folder: string;
  readonly reason: Refusal;
}

const notOpened = (folder: string, reason: Refusal): SampleNotOpened => ({
  type: 'SampleNotOpened',
  folder,
  reason,
});

const makeSample = async (folder: string, draft: string): Promise<Result<null, Refusal>> => {
  const created = await createDaybook({
    folder: draft,
    name: sampleName,
    currency: 'USD',
    passphrase: samplePassphrase,
  });
  if (!created.ok) return created;
  const engine = created.value;
  const now = new Date();
  const today = localDateAt(now.getTime(), -now.getTimezoneOffset());
  try {
    const written = await writeSample(engine, { people: 200, entries: 2000, seed: 1, today });
    if (!written.ok) return written;
  } finally {
    await engine.close();
  }
  renameSync(draft, folder);
  return ok(null);
};

/**
 * Opens the sample daybook of `home`, a daybook of its own, and makes it first where there is none. It
 * is made beside its place and then moved there, so that it is either whole or not there.
 *
 * **Errors:** `SampleNotOpened`, and the refusals of making a daybook and of writing into it.
 */
export const openSample = async (
  home: string,
  { contract }: DaybookService,
): Promise<Result<unknown, Refusal>> => {
  const folder = path.join(home, sampleName);
  if (!existsSync(folder)) {
    const draft = path.join(home, `.sample-${process.pid}`);
    mkdirSync(home, { recursive: true, mode: 0o700 });
    try {
      const made = await makeSample(folder, draft);
      if (!made.ok) return made;
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  const opened = await contract['daybook/open']({ folder, passphrase: samplePassphrase });
  return opened.ok ? opened : err(notOpened(folder, opened.error));
};
