import { parseUntrustedJson } from '../../shared/kernel/untrusted-json.ts';
import type { Cli } from './Cli.ts';
import { Stop, type ExitCode } from './Stop.ts';
import { stopFor } from './stopFor.ts';
import { withDaybook } from './withDaybook.ts';

const readInput = (json: string): object => {
  const input = parseUntrustedJson(json);
  if (!input.ok) throw new Stop(2, `The input is no JSON that can be read: ${input.error.type}.`);
  const { value } = input;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Stop(2, 'The input must be a JSON object, such as {"limit":10}.');
  return value;
};

/** Answers one question with one JSON document, when every name is known. */
export const ask = async (
  folder: string,
  view: string,
  json: string,
  cli: Cli,
): Promise<ExitCode> => {
  const input = readInput(json);
  return withDaybook(folder, cli, async (engine) => {
    await engine.whenIndexed();
    const answer = await engine.ask(view, input);
    if (!answer.ok) throw stopFor(answer.error);
    const { rows, next } = answer.value;
    await cli.output.write(`${JSON.stringify({ rows, next })}\n`);
    return 0;
  });
};
