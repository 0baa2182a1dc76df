import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { Engine, NewDaybook } from '../engine/Engine.ts';
import { hiddenSampleIn } from './hiddenSample.ts';
import { isSample, markAsSample } from './sampleMark.ts';
import { samplePassphrase } from './samplePassphrase.ts';
import { writeSample } from './writeSample.ts';

export const sampleName = 'Sample daybook';

export interface SampleMaking {
  readonly createDaybook: (daybook: NewDaybook) => Promise<Result<Engine, Refusal>>;
  readonly onProgress: (done: number, total: number) => void;
  /** Aborted when nobody wants it any more. */
  readonly signal: AbortSignal;
}

const write = async (
  draft: string,
  { createDaybook, onProgress, signal }: SampleMaking,
): Promise<Result<null, Refusal>> => {
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
    const size = { people: 200, entries: 2000, seed: 1 };
    return await writeSample(engine, { ...size, today, onProgress, signal });
  } finally {
    await engine.close();
  }
};

/** Where somebody else has put one meanwhile, theirs is as good. */
const moveIntoPlace = (draft: string, folder: string): void => {
  try {
    renameSync(draft, folder);
  } catch (thrown) {
    if (!isSample(folder)) throw thrown;
  }
};

/**
 * Makes the sample, a daybook of its own: beside its place and then moved there, so that it is either whole
 * or not there.
 *
 * **Errors:** `Cancelled`, and the refusals of making a daybook and of writing into it.
 */
export const makeSampleDaybook = async (
  folder: string,
  making: SampleMaking,
): Promise<Result<null, Refusal>> => {
  const home = path.dirname(folder);
  const draft = hiddenSampleIn(home);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  try {
    const written = await write(draft, making);
    if (!written.ok) return written;
    markAsSample(draft);
    moveIntoPlace(draft, folder);
    return ok(null);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};
