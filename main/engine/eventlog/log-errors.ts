import type { EventId } from '../../../shared/kernel/ids.ts';

/**
 * The disk failed while events were being committed, and the log could not be read again to see whether
 * they are there. Whoever asked must look for `events` before trying again.
 */
export class CommitOutcomeUnknown extends Error {
  readonly events: readonly EventId[];

  constructor(events: readonly EventId[], cause: unknown) {
    super('it is not known whether the events were committed', { cause });
    this.name = 'CommitOutcomeUnknown';
    this.events = events;
  }
}

/** An event of another device does not follow what the log has of that device. */
export class ForeignEventRefused extends Error {
  readonly reason: 'ownDevice' | 'notTheNext' | 'hashWrong' | 'clockRunsBack';

  constructor(reason: ForeignEventRefused['reason']) {
    super(reason);
    this.name = 'ForeignEventRefused';
    this.reason = reason;
  }
}
