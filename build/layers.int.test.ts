import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './stale.mjs';

/** One planted fault for each rule: who imports what. Where `what` is a file, it is planted too. */
const faults: readonly (readonly [rule: string, from: string, what: string])[] = [
  ['no-cycles', 'shared/kernel/a.ts', 'shared/kernel/b.ts'],
  ['every-import-is-found', 'main/ipc/lost.ts', './nowhere.ts'],
  ['kernel-imports-kernel-only', 'shared/kernel/a.ts', 'shared/records/person/record.ts'],
  ['records-import-kernel-only', 'shared/records/person/a.ts', 'shared/views/day.ts'],
  ['records-never-import-each-other', 'shared/records/person/b.ts', 'shared/records/sale/x.ts'],
  ['views-import-records-and-kernel-only', 'shared/views/a.ts', 'shared/contract.ts'],
  ['shared-imports-shared-only', 'shared/c.ts', 'main/ipc/serve.ts'],
  ['shared-sees-no-platform', 'shared/kernel/c.ts', 'node:fs'],
  ['shared-and-renderer-use-no-node-package', 'renderer/a.ts', 'ws'],
  ['shared-and-main-draw-nothing', 'main/web/draw.ts', 'react'],
  ['renderer-imports-shared-only', 'renderer/b.ts', 'main/ipc/serve.ts'],
  ['renderer-sees-no-node', 'renderer/c.ts', 'node:path'],
  ['window-api-imports-nothing-above', 'renderer/api/a.ts', 'renderer/text/x.ts'],
  ['window-text-and-ui-imports-nothing-above', 'renderer/ui/a.ts', 'renderer/forms/x.ts'],
  [
    'window-forms-and-window-imports-nothing-above',
    'renderer/window/a.ts',
    'renderer/features/x.ts',
  ],
  ['window-features-imports-nothing-above', 'renderer/features/a.ts', 'renderer/app/x.ts'],
  ['main-imports-main-and-shared-only', 'main/web/a.ts', 'renderer/page.ts'],
  ['engine-sqlite-imports-nothing-above', 'main/engine/sqlite/a.ts', 'main/engine/eventlog/x.ts'],
  ['engine-eventlog-imports-nothing-above', 'main/engine/eventlog/a.ts', 'main/engine/bus/x.ts'],
  [
    'engine-projection-and-bus-imports-nothing-above',
    'main/engine/projection/a.ts',
    'main/engine/command/x.ts',
  ],
  [
    'engine-parts-do-not-know-who-builds-them',
    'main/engine/jobs/a.ts',
    'main/engine/createEngine.ts',
  ],
  ['createEngine-does-not-know-its-thread', 'main/engine/createEngine.ts', 'main/engine/worker.ts'],
  ['keys-are-handed-in', 'main/engine/command/a.ts', 'main/engine/keys/x.ts'],
  ['keys-import-sqlite-only', 'main/engine/keys/a.ts', 'main/engine/eventlog/x.ts'],
  ['engine-imports-no-host', 'main/engine/query/a.ts', 'main/web/x.ts'],
  ['the-front-door-is-the-only-door', 'main/cli/a.ts', 'main/engine/query/x.ts'],
  ['ipc-knows-no-host', 'main/ipc/a.ts', 'main/cli/x.ts'],
  ['hosts-do-not-import-each-other', 'main/cli/b.ts', 'main/web/x.ts'],
  ['electron-in-its-host-only', 'main/web/b.ts', 'electron'],
  ['better-sqlite3-in-sqlite-only', 'main/engine/query/b.ts', 'better-sqlite3'],
];

/** What the house allows, which no rule may report. */
const allowed: readonly (readonly [from: string, what: string])[] = [
  ['main/engine/sqlite/open.ts', 'better-sqlite3'],
  ['main/engine/command/run.ts', 'main/engine/eventlog/x.ts'],
  ['main/electron/main.ts', 'electron'],
  ['main/cli/main.ts', 'main/engine/startEngine.ts'],
  ['main/cli/c.ts', 'main/ipc/serve.ts'],
  ['main/engine/projection/b.ts', 'type main/engine/keys/x.ts'],
  ['shared/views/day.ts', 'shared/records/person/record.ts'],
  ['renderer/d.ts', 'shared/contract.ts'],
  ['renderer/e.ts', 'react'],
  ['renderer/features/b.ts', 'renderer/window/x.ts'],
];

/** The other half of the planted cycle; it is reported from one end only. */
const wayBack = ['shared/kernel/b.ts', 'shared/kernel/a.ts'] as const;

const packages = ['ws', 'react', 'electron', 'better-sqlite3'];

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** The line that imports `what` into `from`. A word `type` before it makes the import type-only. */
const importLine = (from: string, what: string, index: number): string => {
  const [word, place] = what.startsWith('type ')
    ? ['import type', what.slice(5)]
    : ['import', what];
  const relative = path.relative(path.dirname(from), place);
  const isOurs = place.endsWith('.ts') && !place.startsWith('.');
  const specifier = isOurs ? (relative.startsWith('.') ? relative : `./${relative}`) : place;
  return `${word} * as import${index} from '${specifier}';\n`;
};

const plant = (folder: string): void => {
  const imports = new Map<string, string[]>();
  const pairs = [...faults.map(([, from, what]) => [from, what] as const), ...allowed, wayBack];
  for (const [from, what] of pairs) {
    imports.set(from, [...(imports.get(from) ?? []), what]);
    const target = what.replace(/^type /, '');
    if (target.endsWith('.ts') && !target.startsWith('.')) {
      imports.set(target, imports.get(target) ?? []);
    }
  }
  for (const [from, whats] of imports) {
    const lines = whats.map((what, index) => importLine(from, what, index));
    mkdirSync(path.join(folder, path.dirname(from)), { recursive: true });
    writeFileSync(path.join(folder, from), `${lines.join('')}export const planted = true;\n`);
  }
  for (const name of packages) {
    const place = path.join(folder, 'node_modules', name);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
    writeFileSync(path.join(place, 'index.js'), '');
  }
  writeFileSync(
    path.join(folder, 'tsconfig.base.json'),
    readFileSync(path.join(root, 'tsconfig.base.json')),
  );
};

const cruise = async (folder: string): Promise<readonly Violation[]> => {
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [
        '--import',
        path.join(root, 'build/typescript6.mjs'),
        path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        path.join(root, 'build/layers.cjs'),
        '--output-type',
        'json',
        'shared',
        'main',
        'renderer',
      ],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout) => {
        resolve(stdout);
      },
    );
  });
  const report = JSON.parse(output) as { summary: { violations: Violation[] } };
  return report.summary.violations;
};

describe('the layers', () => {
  let folder = '';
  let violations: readonly Violation[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'daybook-layers-'));
    plant(folder);
    violations = await cruise(folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(faults)('%s catches %s importing %s', (rule, from) => {
    expect(
      violations.filter((found) => found.rule.name === rule).map((found) => found.from),
    ).toContain(from);
  });

  it.each(allowed)('%s may import %s', (from, what) => {
    expect(
      violations.filter(
        (found) => found.from === from && found.to.includes(what.replace(/^type /, '')),
      ),
    ).toEqual([]);
  });

  it('plants a fault for every rule', async () => {
    const { default: configuration } = (await import('./layers.cjs')) as {
      default: { forbidden: { name: string }[] };
    };
    const planted = new Set(faults.map(([rule]) => rule));
    expect(
      configuration.forbidden.map(({ name }) => name).filter((name) => !planted.has(name)),
    ).toEqual([]);
  });
});
