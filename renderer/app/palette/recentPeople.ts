/** Who was looked at in this window, the last one first. Ids, in memory only: names are asked for when shown. */
let recent: readonly string[] = [];

const MOST = 6;

export const recentPeople = (): readonly string[] => recent;

export const notePerson = (personId: string): void => {
  recent = [personId, ...recent.filter((other) => other !== personId)].slice(0, MOST);
};

/** Called when another daybook is opened. */
export const forgetPeople = (): void => {
  recent = [];
};
