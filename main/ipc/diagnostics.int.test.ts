import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { daybookVersion } from '../../shared/version.ts';
import { createContractServer } from './createContractServer.ts';
import type { DaybookService } from './createDaybookService.ts';
import { createHomePlace } from './DaybookPlace.ts';
import { quickService } from './enginesUnderTest.ts';
import { readHostFacts } from './HostFacts.ts';
import { createFileLog, readLogLines, type HostLog } from './HostLog.ts';

/** Stands wherever somebody can type or name something. Letters only, so that any field takes it. */
const marker = 'Quxmark';
const passphrase = `${marker} passphrase`;

let scratch = '';
let home = '';
let log: HostLog;
let service: DaybookService;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'daybook-diagnostics-'));
  home = path.join(scratch, marker);
  log = createFileLog(logFile(), Date.now);
  service = quickService({
    place: createHomePlace(home),
    log,
    diagnostics: { host: readHostFacts(), logLines: () => readLogLines(logFile()) },
  });
});
afterEach(async () => {
  await service.close();
  rmSync(scratch, { recursive: true });
});

const logFile = () => path.join(home, '.logs', 'host.log');

const diagnose = async (): Promise<string> => {
  const reply = await service.contract['host/diagnostics']({});
  if (!reply.ok) throw new Error(reply.error.type);
  return reply.value.text;
};

const personId = '01890a5d-ac96-774b-bcce-b302099a8057';
const accountId = '01890a5d-ac96-774b-bcce-b302099a8058';

/** Everything that can hold a word of a user's, each kind of failure among it. */
const fillWithMarkers = async (): Promise<void> => {
  const { contract } = service;
  const execute = async (command: string, input: object): Promise<void> => {
    expect(await contract['command/execute']({ command, input })).toMatchObject({ ok: true });
  };
  const created = await contract['daybook/create']({ name: marker, currency: 'USD', passphrase });
  expect(created).toMatchObject({ ok: true });
  await execute('person/register', {
    personId,
    details: {
      name: marker,
      reference: marker,
      phones: [marker],
      email: `${marker}@${marker}.example`,
      address: marker,
      birthDate: '1815-12-10',
      note: marker,
    },
  });
  await execute('credit-account/open', {
    accountId,
    personId,
    limit: { minor: 100, currency: 'USD' },
  });
  const bread = { amount: { minor: 1, currency: 'USD' }, occurredOn: '2026-11-23', memo: marker };
  await execute('credit-account/charge', { accountId, ...bread });

  const job = { kind: 'import', import: marker, file: `/${marker}`, map: { [marker]: marker } };
  const { answer } = createContractServer({ log, service: contract, newId: () => '0-1' });
  const asks: readonly (readonly [string, object])[] = [
    [marker, { [marker]: marker }],
    ['view/ask', { view: marker, input: { [marker]: marker } }],
    ['view/ask', { view: 'person/list', input: { search: marker, [marker]: marker } }],
    ['command/execute', { id: marker, command: marker, input: {} }],
    ['command/execute', { command: 'person/register', input: { [marker]: marker } }],
    ['job/run', { id: marker, job: { ...job, dryRun: true } }],
    ['job/run', { id: marker, job: { kind: 'verify' } }],
  ];
  for (const [request, [method, input]] of asks.entries())
    await answer({ request: request + 1, method, input });
  await contract['daybook/close']({});
  await contract['daybook/open']({ folder: `/${marker}`, passphrase: marker });
  await contract['daybook/open']({ folder: marker, passphrase: marker });
};

describe('diagnostics of a book full of names', () => {
  /** What must not leave the machine, in any spelling. */
  const mustNotHold = (text: string): void => {
    const lower = text.toLowerCase();
    for (const word of [marker, personId, accountId, '1815', '.example'])
      expect(lower).not.toContain(word.toLowerCase());
  };

  test('tell of the program and of the book, and nothing that anybody typed or named', async () => {
    await fillWithMarkers();
    await service.contract['daybook/open']({ folder: marker, passphrase });
    const text = await diagnose();
    mustNotHold(text);
    for (const path of [homedir(), scratch, tmpdir(), userInfo().homedir])
      expect(text).not.toContain(path);
    expect(text).toContain(
      `Daybook ${daybookVersion}, browser host\nnode ${process.versions.node}`,
    );
    expect(text).toMatch(/^(?:linux|darwin|win32) [\d.]+ \w+$/m);
    expect(text).toMatch(/^sqlite 3\.\d+\.\d+$/m);
    expect(text).toMatch(/^events: 3$/m);
    expect(text).toMatch(/^bytes: log [1-9]\d+, keys [1-9]\d+, state [1-9]\d+$/m);
    expect(text).toMatch(/^findings: none$/m);
    expect(text).toMatch(/^verified: 2\S+Z, sound$/m);
    expect(text).toMatch(/ warning open refusal=WrongPassphrase ms=\d+$/m);
    expect(text).toMatch(/ info job job=verify ms=\d+$/m);
    // Neither has the log itself any of it.
    mustNotHold(readFileSync(logFile(), 'utf8'));
  });

  test('tell what is wrong with a damaged one, by its type', async () => {
    await fillWithMarkers();
    writeFileSync(path.join(home, marker, 'heads'), 'damaged');
    await service.contract['daybook/open']({ folder: marker, passphrase });
    const text = await diagnose();
    mustNotHold(text);
    expect(text).toMatch(/^findings: HeadsDamaged 1$/m);
  });

  test('leave out what has got into the log all the same', async () => {
    await service.contract['daybook/open']({ folder: marker, passphrase });
    const before = await diagnose();
    expect(before).toMatch(/^no daybook is open$/m);
    expect(before).toMatch(/^log: the last 2 lines$/m);
    writeFileSync(logFile(), `${marker}\n${JSON.stringify({ event: marker })}\n`, { flag: 'a' });
    const text = await diagnose();
    mustNotHold(text);
    expect(text).toMatch(/^log: the last 4 lines, without 2 that are not the log's own$/m);
  });
});
