import type { AnyRecord } from '../kernel/record.ts';
import { creditAccount } from './credit-account/record.ts';
import { person } from './person/record.ts';

/** Every kind of record that Daybook knows: one line each. */
export const records: readonly AnyRecord[] = [person, creditAccount];
