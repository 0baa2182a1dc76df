/** Refusals that leave open whether what was sent has been written. */
const unsureRefusals: readonly string[] = ['ConnectionLost', 'EngineStopped', 'Unexpected'];

/** Refusals by those who stand before the log: this was not written, and of what came earlier they know nothing. */
const doorRefusals: readonly string[] = ['Closed', 'NoDaybookOpen', 'NotSent'];

/** What a refusal says of whether the command was written. */
export type Outcome = 'notWritten' | 'notWrittenNow' | 'unsure';

export const outcomeOf = (refusal: string): Outcome => {
  if (unsureRefusals.includes(refusal)) return 'unsure';
  return doorRefusals.includes(refusal) ? 'notWrittenNow' : 'notWritten';
};
