import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import type {
  CommandInput,
  CommandName,
  CommandResult,
  ViewInput,
  ViewName,
  ViewRow,
} from '../../shared/contract.ts';
import { imports } from '../../shared/imports/registry.ts';
import { records } from '../../shared/records/registry.ts';
import { views } from '../../shared/views/registry.ts';
import type { DaybookStatus } from '../../shared/protocol/daybook-status.ts';
import type { CommandEnvelope } from '../../shared/protocol/envelopes.ts';
import type { JobReport } from '../../shared/protocol/jobs.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { createEngine } from './createEngine.ts';
import type { Engine } from './Engine.ts';
import type { EngineOptions } from './EngineOptions.ts';
import { createDaybookFolder } from './folder/createDaybookFolder.ts';
import { openParts, type OpenedParts } from './folder/openParts.ts';
import { cheapKdf } from './keys/cheapKdf.ts';
import { tamperWith } from './sqlite/tamperUnderTest.ts';
import { createTestWorld, type TestWorld } from './worldUnderTest.ts';

/*
 * A daybook in a temporary folder, run in the thread of the test, in a world that the test controls.
 * For tests only.
 */

const closers: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** A folder of its own, gone after the tests of the file. */
export const scratchFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'daybook-engine-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** What a test may have otherwise than the product. `parts` puts something between engine and files. */
export interface Otherwise extends Partial<
  Pick<EngineOptions, 'records' | 'views' | 'imports' | 'consumers' | 'world'>
> {
  readonly parts?: (parts: OpenedParts) => OpenedParts;
}

/** An open daybook, with words for what tests do most. */
export interface OpenDaybook {
  readonly engine: Engine;
  readonly parts: OpenedParts;
  /** What went to the local log file. */
  readonly defects: readonly unknown[];
  /** Runs a command that must be accepted, and asks for something, so that its rows are there to be looked at. */
  readonly run: <Name extends CommandName>(
    command: Name,
    input: CommandInput<Name>,
    id?: string,
  ) => Promise<CommandResult<Name>>;
  /** Runs a command that must be refused. */
  readonly refusal: <Name extends CommandName>(
    command: Name,
    input: CommandInput<Name>,
    id?: string,
  ) => Promise<Refusal>;
  readonly rows: <Name extends ViewName>(
    view: Name,
    input: ViewInput<Name>,
  ) => Promise<readonly ViewRow<Name>[]>;
  readonly job: <Kind extends 'verify' | 'rebuild'>(
    kind: Kind,
  ) => Promise<Extract<JobReport, { kind: Kind }>>;
  readonly status: () => Promise<DaybookStatus>;
  readonly close: () => Promise<void>;
}

export const passphrase = 'correct horse battery staple';

/** A daybook on disk, which can be opened again and again. */
export interface DaybookUnderTest {
  readonly folder: string;
  readonly world: TestWorld;
  readonly file: (name: string) => string;
  /** Opens it and waits until everything is up to date. */
  readonly open: (otherwise?: Otherwise) => Promise<OpenDaybook>;
  readonly openParts: (otherwise?: Otherwise) => Promise<OpenedParts>;
  readonly options: (otherwise?: Otherwise) => EngineOptions;
  /** The same files once more, in another folder and another world. Close the daybook first. */
  readonly copy: (into?: string) => DaybookUnderTest;
  /** A copy that writes as another device. */
  readonly onDevice: (number: number) => DaybookUnderTest;
}

const envelope = (command: string, input: object, id: string | undefined): CommandEnvelope => ({
  command,
  input: { ...input },
  ...(id === undefined ? {} : { id }),
});

/** The words for one open daybook. */
export const wordsFor = (
  engine: Engine,
  parts: OpenedParts,
  defects: readonly unknown[],
): OpenDaybook => ({
  engine,
  parts,
  defects,
  run: async (command, input, id) => {
    const reply = await engine.execute(envelope(command, input, id));
    if (!reply.ok) throw new Error(`${command} was refused: ${JSON.stringify(reply.error)}`);
    await engine.status();
    return reply.result as never;
  },
  refusal: async (command, input, id) => {
    const reply = await engine.execute(envelope(command, input, id));
    if (reply.ok) throw new Error(`${command} was accepted`);
    return reply.error;
  },
  rows: async (view, input) => {
    const rows: object[] = [];
    let after: string | null = null;
    do {
      const answer = await engine.ask(view, after === null ? input : { ...input, after });
      if (!answer.ok) throw new Error(`${view} was refused: ${JSON.stringify(answer.error)}`);
      rows.push(...answer.value.rows);
      after = answer.value.next;
    } while (after !== null);
    return rows as never;
  },
  job: async (kind) => {
    const report = await engine.runJob(`a ${kind}`, { kind });
    if (!report.ok) throw new Error(`${kind} was refused: ${JSON.stringify(report.error)}`);
    return report.value as never;
  },
  status: engine.status,
  close: engine.close,
});

const inFolder = (folder: string, world: TestWorld): DaybookUnderTest => {
  const options = ({ parts: _parts, ...otherwise }: Otherwise = {}): EngineOptions => ({
    world,
    records,
    views,
    imports,
    kdf: cheapKdf,
    reportDefect: () => 'an incident',
    ...otherwise,
  });

  const open = async (otherwise?: Otherwise): Promise<OpenedParts> => {
    const opened = await openParts({ folder, passphrase }, options(otherwise));
    if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened.error)}`);
    const parts = otherwise?.parts?.(opened.value) ?? opened.value;
    closers.push(parts.close);
    return parts;
  };

  const copy = (into = scratchFolder()): DaybookUnderTest => {
    const other = path.join(into, 'daybook');
    cpSync(folder, other, { recursive: true });
    return inFolder(other, createTestWorld());
  };

  return {
    folder,
    world,
    file: (name) => path.join(folder, name),
    options,
    openParts: open,
    open: async (otherwise) => {
      const parts = await open(otherwise);
      const defects: unknown[] = [];
      const reportDefect = (cause: unknown): string => {
        defects.push(cause);
        return 'an incident';
      };
      const engine = createEngine(parts, { ...options(otherwise), reportDefect });
      await engine.whenIndexed();
      return wordsFor(engine, parts, defects);
    },
    copy,
    onDevice: (number) => {
      const other = copy();
      tamperWith(other.file('keys.db'), (database) => {
        database.write('UPDATE installation SET device = ?').run(idOf(number, 0xd));
      });
      return other;
    },
  };
};

const createEmpty = async (): Promise<DaybookUnderTest> => {
  const folder = path.join(scratchFolder(), 'daybook');
  const daybook = inFolder(folder, createTestWorld());
  const created = await createDaybookFolder(
    { folder, passphrase, name: 'Corner shop', currency: 'USD' },
    daybook.options(),
  );
  expect(created).toEqual({ ok: true, value: null });
  return daybook;
};

let empty: Promise<DaybookUnderTest> | undefined;

/** An empty daybook: made once for the tests of a file, and copied for each, into a folder of its own. */
export const createDaybookUnderTest = async (into?: string): Promise<DaybookUnderTest> => {
  empty ??= createEmpty();
  return (await empty).copy(into);
};

export const usd = (minor: number): { readonly currency: 'USD'; readonly minor: number } => ({
  currency: 'USD',
  minor,
});

/** An id that is told apart at a glance. */
export const idOf = (number: number, kind = 0): string =>
  `01939a5e-0000-7000-8000-${kind.toString(16).padStart(4, '0')}${number.toString(16).padStart(8, '0')}`;
