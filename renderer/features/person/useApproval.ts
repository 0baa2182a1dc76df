import { useCallback, useEffect, useRef, useState } from 'react';
import { charge } from '../../../shared/records/credit-account/charge.ts';
import type { Command } from '../../api/useCommand.ts';
import { parseDayText, todayHere } from '../../text/when.ts';
import type { AccountProps } from './accountProps.ts';
import { useEntryForm } from './useEntryForm.ts';

/** A charge that was refused at the limit. What is approved is this one, not what is typed over it. */
interface RefusedCharge {
  readonly amount: string;
  readonly occurredOn: string;
  /** What was left when it was refused. **Units:** minor units. */
  readonly available: number;
  /** Whether the field for the reason is where the user goes on, since they have not gone on elsewhere. */
  readonly isNext: boolean;
}

/** Calls back when the account has other figures than those for which a charge of it was refused. */
const useOtherFigures = (available: number, refused: RefusedCharge | null, then: () => void) => {
  const seen = useRef(available);
  useEffect(() => {
    if (seen.current === available) return;
    seen.current = available;
    // A refusal may come before the figures that it speaks of.
    if (refused !== null && refused.available !== available) then();
  }, [available, refused, then]);
};

/**
 * The charge to be approved, until its amount, its date or what is left on the account is another one:
 * then it is a plain charge again.
 */
export const useApproval = (
  props: AccountProps,
  { forget, pending }: Command<'credit-account/charge'>,
) => {
  const [refused, setRefused] = useState<RefusedCharge | null>(null);
  const approves = refused !== null && !props.isErased;
  const record = useEntryForm(props, charge.input, approves);
  const { subscribe, setValue, clearErrors } = record.form;
  const withdraw = useCallback(() => {
    setRefused(null);
    forget();
    setValue('approval', '');
    clearErrors('approval');
  }, [forget, setValue, clearErrors]);
  useEffect(() => {
    if (refused === null) return undefined;
    const stop = subscribe({
      formState: { values: true },
      callback: ({ values: { amount, occurredOn } }) => {
        const day = parseDayText(occurredOn, todayHere());
        if (amount === refused.amount && day === refused.occurredOn) return;
        stop();
        withdraw();
      },
    });
    return stop;
  }, [refused, subscribe, withdraw]);
  // While one is under way, its own figures may come before its answer.
  useOtherFigures(props.account.available.minor, pending ? null : refused, withdraw);
  return { ...record, refused: approves ? refused : null, setRefused, withdraw };
};
