import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './stale.mjs';
import { type Count, countCheck, countReport, sum } from './testReport.ts';

/** One script of package.json. A suite is counted by its tests, a check by its exit code. */
interface Step {
  readonly script: string;
  readonly kind: 'check' | 'suite';
}

const check = (script: string): Step => ({ script, kind: 'check' });
const suite = (script: string): Step => ({ script, kind: 'suite' });

/**
 * The whole of `npm test`. The stages follow each other; the lanes of a stage run side by side.
 * The build comes first, since suites may run what it made; the suites of the later stages use
 * both cores by themselves.
 */
const stages: readonly (readonly (readonly Step[])[])[] = [
  [
    [check('build'), suite('unit')],
    [check('format:check'), check('types'), check('lint'), check('layers'), check('dead-code')],
  ],
  [[suite('int')]],
  ...(process.argv.includes('--without-e2e') ? [] : [[[suite('e2e')]]]),
];

/** A step that hangs is ended, with everything it started, and has failed. */
const stepLimitMs = 30 * 60_000;

const reportFile = (step: Step): string => path.join(root, 'test-results', `${step.script}.json`);

interface Run {
  readonly exitCode: number;
  readonly output: string;
}

const runScript = (step: Step): Promise<Run> =>
  new Promise((resolve) => {
    const { FORCE_COLOR: _, ...env } = process.env;
    const child = spawn(process.execPath, ['--run', step.script], {
      cwd: root,
      env: { ...env, NO_COLOR: '1', DAYBOOK_TEST_REPORT: step.script },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that a browser or a worker goes with it.
      detached: process.platform !== 'win32',
    });
    const end = (): void => {
      if (child.pid === undefined || child.exitCode !== null) return;
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    };
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const limit = setTimeout(() => {
      chunks.push(Buffer.from(`\nended after ${stepLimitMs / 1000} s\n`));
      end();
    }, stepLimitMs);
    process.once('exit', end);
    const finish = (exitCode: number): void => {
      clearTimeout(limit);
      process.off('exit', end);
      resolve({ exitCode, output: Buffer.concat(chunks).toString('utf8') });
    };
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      finish(1);
    });
    child.on('close', (code) => {
      finish(code ?? 1);
    });
  });

const describeCount = (step: Step, { passed, failed, skipped }: Count): string => {
  if (step.kind === 'check') return failed === 0 ? 'ok' : 'FAILED';
  return [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} FAILED`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ');
};

const runStep = async (step: Step): Promise<Count> => {
  const startedAtMs = performance.now();
  rmSync(reportFile(step), { force: true });
  const { exitCode, output } = await runScript(step);
  const file = reportFile(step);
  const report = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const count = step.kind === 'check' ? countCheck(exitCode) : countReport(report, exitCode);
  if (count.failed > 0)
    console.log(`\n---- ${step.script} ----\n${stripVTControlCharacters(output).trimEnd()}\n`);
  const tookS = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  console.log(`${step.script.padEnd(14)}${describeCount(step, count)} (${tookS} s)`);
  return count;
};

const runLane = async (lane: readonly Step[]): Promise<readonly Count[]> => {
  const counts: Count[] = [];
  for (const step of lane) counts.push(await runStep(step));
  return counts;
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => process.exit(1));
}

const counts: Count[] = [];
for (const stage of stages) {
  const lanes = await Promise.all(stage.map((lane) => runLane(lane)));
  counts.push(...lanes.flat());
}
const total = sum(counts);
if (total.skipped > 0) console.log(`skipped ${total.skipped}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
