/** Throws where a test wants this call to fail, as it may on a machine that something is wrong with. */
export const failIfTold = (call: string): void => {
  if (process.env['DAYBOOK_STAND_IN_FAILS'] === call) throw new Error(`${call} was told to fail`);
};
