import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './stale.mjs';

/** Rules of ours that no category of the linter switches on, each with a fault for it. */
const faults: readonly (readonly [rule: string, file: string, text: string])[] = [
  [
    'react(no-danger)',
    'renderer/Danger.tsx',
    'export const Danger = ({ html }: { readonly html: string }) => (\n  <p dangerouslySetInnerHTML={{ __html: html }} />\n);\n',
  ],
  ['typescript(no-explicit-any)', 'shared/any.ts', 'export const anything: any = 1;\n'],
  ['eslint(no-eval)', 'main/eval.ts', "export const run = (): unknown => eval('1');\n"],
  [
    'eslint(no-restricted-imports)',
    'main/electron/channel.ts',
    "import { ipcMain } from 'electron';\n\nexport const door = ipcMain;\n",
  ],
  ['import(no-default-export)', 'shared/default.ts', 'export default 1;\n'],
];

const sound = ['shared/sound.ts', "export const word = 'text';\n"] as const;

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

const lint = async (folder: string): Promise<readonly Diagnostic[]> => {
  const output = await new Promise<string>((resolve) => {
    const linter = path.join(root, 'node_modules/oxlint/bin/oxlint');
    const config = path.join(root, '.oxlintrc.json');
    execFile(
      process.execPath,
      [linter, '--config', config, '--format', 'json', '.'],
      { cwd: folder },
      (_error, stdout) => {
        resolve(stdout);
      },
    );
  });
  return (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics;
};

describe('the lint', () => {
  let folder = '';
  let found: readonly Diagnostic[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'daybook-lint-'));
    for (const [file, text] of [...faults.map(([, ...planted]) => planted), sound]) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    found = await lint(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(faults)('%s catches %s', (rule, file) => {
    const rules = found.filter(({ filename }) => filename === file).map(({ code }) => code);
    expect(rules).toContain(rule);
  });

  it('says nothing of a sound file', () => {
    expect(found.filter(({ filename }) => filename === sound[0])).toEqual([]);
  });
});
