import { removeWhole, type Remove } from './removeWhole.ts';

export interface RemoverDependencies {
  readonly remove?: Remove;
  /** Told why something could not be removed. */
  readonly onLeft?: (thrown: unknown) => void;
}

/** Removes what it can, and keeps in mind what it cannot, which keeps nobody from anything else. */
export interface Remover {
  readonly remove: (place: string) => void;
  /** Tries what is left once more. */
  readonly removeLeft: () => void;
}

export const createRemover = ({
  remove = removeWhole,
  onLeft = () => {},
}: RemoverDependencies): Remover => {
  const left = new Set<string>();
  const removeOrLeave = (place: string): void => {
    try {
      remove(place);
      left.delete(place);
    } catch (thrown) {
      left.add(place);
      onLeft(thrown);
    }
  };
  return {
    remove: removeOrLeave,
    removeLeft: () => {
      for (const place of left) removeOrLeave(place);
    },
  };
};
