import { standardKdf, type KdfPolicy } from './passphraseKey.ts';

/** For tests only: a passphrase costs microseconds, and a floor that allows it. */
export const cheapKdf: KdfPolicy = {
  ...standardKdf,
  forNewVaults: { n: 2, r: 1, p: 1 },
  floor: { n: 2, r: 1, p: 1 },
};
