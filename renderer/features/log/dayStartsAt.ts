/**
 * When a day begins on this machine, or another so many days on. It may have 23 or 25 hours.
 *
 * **Units:** milliseconds since 1970 UTC.
 */
export const dayStartsAt = (date: string, daysOn: number): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const start = new Date(2000, 0, 1);
  // A constructor would take the years 0 to 99 for those of the last century.
  start.setFullYear(year, month - 1, day + daysOn);
  return start.getTime();
};
