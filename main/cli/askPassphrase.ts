import { StringDecoder } from 'node:string_decoder';
import type { Cli } from './Cli.ts';
import { createHiddenLine } from './HiddenLine.ts';
import { Stop } from './Stop.ts';

/** Asks on the terminal, showing nothing of what is typed. */
const askHidden = (question: string, { input, say, prompt, interrupted }: Cli): Promise<string> =>
  new Promise((resolve, reject) => {
    const line = createHiddenLine();
    const decoder = new StringDecoder('utf8');
    const leave = (): void => {
      input.off('data', hear);
      interrupted.removeEventListener('abort', cancel);
      input.setRawMode(false);
      input.pause();
      say('');
    };
    const cancel = (): void => {
      leave();
      reject(new Stop(2, 'No passphrase was given.'));
    };
    const hear = (chunk: Buffer): void => {
      const typed = line.type(decoder.write(chunk));
      if (typed.kind === 'cancelled') cancel();
      if (typed.kind !== 'entered') return;
      leave();
      resolve(typed.text);
    };
    // Before the question: somebody quick would see the first letters.
    input.setRawMode(true);
    prompt(question);
    interrupted.addEventListener('abort', cancel);
    input.on('data', hear);
    input.resume();
  });

/**
 * The passphrase: from `DAYBOOK_PASSPHRASE`, else asked for on the terminal, twice for a new one.
 * Throws `Stop` where neither is there.
 */
export const askPassphrase = async (cli: Cli, purpose: 'open' | 'create'): Promise<string> => {
  const given = cli.environment['DAYBOOK_PASSPHRASE'];
  if (given !== undefined && given !== '') return given;
  if (!cli.input.isTTY)
    throw new Stop(
      2,
      'There is no passphrase. Set DAYBOOK_PASSPHRASE, or run this on a terminal to be asked for it.',
    );
  const passphrase = await askHidden('Passphrase: ', cli);
  if (purpose === 'create' && (await askHidden('The same again: ', cli)) !== passphrase)
    throw new Stop(2, 'The two passphrases differ. Nothing was created.');
  return passphrase;
};
