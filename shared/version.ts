/** The version of the program; `package.json` has the same. */
export const daybookVersion = '0.1.0';
