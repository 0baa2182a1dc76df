/**
 * The first of the numbers 1 to `last` for which something holds that holds for all after it, by halving;
 * `last + 1` where it holds for none. Where it cannot be told of one (null), the numbers next to it are
 * asked instead.
 */
export const findPlace = (last: number, holds: (place: number) => boolean | null): number => {
  let low = 1;
  let high = last + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    let asked = middle;
    let answer = holds(asked);
    while (answer === null && asked + 1 < high) answer = holds((asked += 1));
    // Nothing is known from the middle up: what is asked for may begin there, or below.
    if (answer === true || answer === null) high = middle;
    else low = asked + 1;
  }
  return low;
};
