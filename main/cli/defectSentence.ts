import { EngineDefect } from '../engine/startEngine.ts';

/** Tells of a bug by its name only: what else it says may quote what somebody typed. */
export const defectSentence = (thrown: unknown): string => {
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  const incident = thrown instanceof EngineDefect ? ` (incident ${thrown.incidentId})` : '';
  return `Daybook has failed, which it should not: ${name}${incident}. What was stored stays.`;
};
