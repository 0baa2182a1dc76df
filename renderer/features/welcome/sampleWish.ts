let isWished = false;

/** Somebody has left an empty daybook to look at the sample: the welcome page begins with it then. */
export const sampleWish = {
  make: (): void => {
    isWished = true;
  },
  forget: (): void => {
    isWished = false;
  },
  isMade: (): boolean => isWished,
};
