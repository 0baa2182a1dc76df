/** The passphrase of samples that nobody gave another one; there is nothing to keep secret in them. */
export const samplePassphrase = 'sample';
