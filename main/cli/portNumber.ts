import { InvalidArgumentError } from 'commander';

/** Reads the number of a port, 0 being any free one. */
export const portNumber = (given: string): number => {
  if (!/^\d{1,5}$/u.test(given) || Number(given) > 65_535)
    throw new InvalidArgumentError('A port is a whole number up to 65535.');
  return Number(given);
};
