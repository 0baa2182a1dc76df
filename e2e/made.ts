/** What is there from the first test on. */
export const made = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('asked for before the first test');
  return value;
};
