/** A phone number or an amount or a day, or an address of electronic mail: none of them names a column. */
const isValue = (text: string): boolean =>
  /^(?=.*\d)[\d\s.,:/+()-]+$/u.test(text) || /^\S+@\S+\.\S+$/u.test(text);

/** Whether the first line of a file is somebody's data and no names of columns. */
export const looksLikeData = (header: readonly string[]): boolean =>
  header.some((name) => /^\S+@\S+\.\S+$/u.test(name) || /\d{3}[\s.-]?\d{4}/u.test(name)) ||
  (header.length > 1 && header.filter(isValue).length > header.length / 2);
