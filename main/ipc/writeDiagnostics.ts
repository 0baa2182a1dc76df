import { findingTypes } from '../../shared/finding-types.ts';
import type { DaybookStatus } from '../../shared/protocol/daybook-status.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import type { HostFacts } from '../../shared/protocol/host-state.ts';
import { daybookVersion } from '../../shared/version.ts';
import type { EngineFigures } from '../engine/Engine.ts';
import { tellLogLine } from './tellLogLine.ts';

/** The open daybook as diagnostics know it: by its figures. */
export interface OpenFigures {
  readonly status: DaybookStatus;
  readonly figures: EngineFigures;
}

export interface DiagnosticsSource {
  readonly host: HostFacts;
  /** `unanswering`: one is open, and its engine does not say how it is. */
  readonly open: OpenFigures | 'none' | 'unanswering';
  /** The end of the local log, oldest first. */
  readonly logLines: readonly string[];
}

/** Counts by type, as what else a finding says may name a file. */
const tellFindings = (findings: readonly Finding[]): string => {
  if (findings.length === 0) return 'none';
  const known: ReadonlySet<string> = new Set(findingTypes);
  const counts = new Map<string, number>();
  for (const { type } of findings) {
    const name = known.has(type) ? type : 'other';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([type, count]) => `${type} ${count}`).join(', ');
};

const tellOpen = ({ status, figures }: OpenFigures): readonly string[] => {
  const { privateIndex, lastVerified } = status;
  const { log, keys, state } = figures.size;
  const verified =
    lastVerified === null
      ? 'never'
      : `${new Date(lastVerified.at).toISOString()}, ${lastVerified.sound ? 'sound' : 'not sound'}`;
  return [
    `sqlite ${figures.sqlite}`,
    `events: ${status.events}`,
    `bytes: log ${log}, keys ${keys}, state ${state}`,
    `findings: ${tellFindings(status.findings)}`,
    `notes: ${tellFindings(status.notes)}`,
    `events that could not be applied: ${status.poison.length}`,
    `events that need a newer Daybook: ${status.needsNewer}`,
    `private index: ${privateIndex.done} of ${privateIndex.total}`,
    `verified: ${verified}`,
  ];
};

const tellLog = (lines: readonly string[]): readonly string[] => {
  const told = lines.map(tellLogLine);
  const leftOut = told.filter((line) => line === null).length;
  return [
    `log: the last ${lines.length} lines${leftOut === 0 ? '' : `, without ${leftOut} that are not the log's own`}`,
    ...told.flatMap((line) => line ?? []),
  ];
};

const without = { none: 'no daybook is open', unanswering: 'the engine does not answer' };

/**
 * The text that a user sends to whoever mends. It has versions, figures and the end of the local log; no
 * name, no path, nothing that anybody typed. It is in English whatever the window is in.
 */
export const writeDiagnostics = ({ host, open, logLines }: DiagnosticsSource): string => {
  const { kind, node, electron, chromium, system } = host;
  const shell =
    electron === null ? '' : `, electron ${electron}, chromium ${chromium ?? 'unknown'}`;
  return [
    `Daybook ${daybookVersion}, ${kind} host`,
    `node ${node}${shell}`,
    system,
    '',
    ...(typeof open === 'string' ? [without[open]] : tellOpen(open)),
    '',
    ...tellLog(logLines),
    '',
  ].join('\n');
};
