/** Where somebody was in a list, so that coming back from a person does not lose the place. */
const places = new Map<string, number>();

export const placeIn = (question: string): number => places.get(question) ?? 0;

export const rememberPlace = (question: string, index: number): void => {
  places.clear();
  places.set(question, index);
};
