import { randomUUID } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { imports } from '../../shared/imports/registry.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { records } from '../../shared/records/registry.ts';
import { views } from '../../shared/views/registry.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { createDaybookFolder, undoCreation } from './folder/createDaybookFolder.ts';
import type { Engine } from './Engine.ts';
import type { EngineOptions } from './EngineOptions.ts';
import { openEngine } from './openEngine.ts';
import type { WorkerReply, WorkerRequest, WorkerStart } from './workerMessages.ts';
import { worldOfThisMachine } from './worldOfThisMachine.ts';

const port = parentPort;
if (!port) throw new Error('the engine runs in a worker thread');

const post = (reply: WorkerReply): void => port.postMessage(reply);

/** The lines of a stack that say where; its message is left out, as it may quote what a user typed. */
const traceOf = ({ stack = '', message }: Error): readonly string[] =>
  stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));

const reportDefect = (cause: unknown): string => {
  const incidentId = randomUUID();
  const lines = cause instanceof Error ? [cause.name, ...traceOf(cause)] : [typeof cause];
  const defect = lines.join('\n');
  post({ defect, incidentId });
  return incidentId;
};

const options: EngineOptions = {
  world: worldOfThisMachine,
  records,
  views,
  imports,
  reportDefect,
};

const open = async (start: WorkerStart): Promise<Result<Engine, Refusal>> => {
  if (start.do === 'open') return openEngine(start.location, options);
  const created = await createDaybookFolder(start.daybook, options);
  if (!created.ok) return created;
  const opened = await openEngine(start.daybook, options);
  if (!opened.ok && opened.error.type === 'StorageFull') undoCreation(start.daybook);
  return opened;
};

const answer = async (engine: Engine, request: WorkerRequest): Promise<void> => {
  const { id, method, params } = request;
  try {
    const call = engine[method] as (...params: readonly unknown[]) => Promise<unknown>;
    const value = await call(...params);
    post({ id, value });
  } catch (cause) {
    post({ id, incidentId: reportDefect(cause) });
  }
  if (method === 'close') port.close();
};

const start = async (what: WorkerStart): Promise<void> => {
  let opened: Result<Engine, Refusal>;
  try {
    opened = await open(what);
  } catch (cause) {
    const unexpected = { type: 'Unexpected', incidentId: reportDefect(cause) };
    opened = err(unexpected);
  }
  if (!opened.ok) {
    post({ started: opened });
    port.close();
    return;
  }
  const engine = opened.value;
  engine.onNotice((notice) => post({ notice }));
  port.on('message', (request: WorkerRequest) => void answer(engine, request));
  post({ started: ok(engine.opened) });
};

// A thread is started before anybody knows which daybook it is for.
port.once('message', (what: WorkerStart) => void start(what));
