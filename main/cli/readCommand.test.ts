import { describe, expect, test } from 'vitest';
import type { ByteLine } from './LineSplitter.ts';
import { readCommand } from './readCommand.ts';

const lineOf = (content: string | Uint8Array): ByteLine => ({
  kind: 'line',
  number: 7,
  bytes: Buffer.from(content),
});

const command = '{"id":"1","command":"person/archive","input":{"personId":"x"}}';

describe('commands', () => {
  test.each([command, `${command}\r`, `  ${command}\t`, `\uFEFF${command}`])('%j', (content) => {
    expect(readCommand(lineOf(content))).toMatchObject({
      kind: 'command',
      command: { id: '1', command: 'person/archive', input: { personId: 'x' } },
    });
  });

  test('an id may be left out', () => {
    expect(readCommand(lineOf('{"command":"a","input":{}}'))).toMatchObject({
      command: { command: 'a', input: {} },
    });
  });
});

test.each(['', '\r', '  \t', '\uFEFF', '\uFEFF\r'])('nothing: %j', (content) => {
  expect(readCommand(lineOf(content))).toEqual({ kind: 'nothing' });
});

describe('no commands', () => {
  const deep = `{"command":"a","input":{"x":${'['.repeat(1000)}${']'.repeat(1000)}}}`;

  test.each([
    [command.slice(0, -1), 'NotJson'],
    ['nonsense', 'NotJson'],
    ['{"command":"a","input":{}} {}', 'NotJson'],
    [deep, 'TooDeep'],
    ['['.repeat(1_000_000), 'TooDeep'],
    ['{"command":"a","input":{"__proto__":{}}}', 'ForbiddenKey'],
    ['{"command":"a","command":"b","input":{}}', 'DuplicateKey'],
    [Buffer.from([0x7b, 0xff, 0x7d]), 'NotUnicode'],
    ['{"command":"a","input":{"x":"\\ud800"}}', 'NotUnicode'],
    ['{"command":"a","input":{"x":1e999}}', 'NumberTooLarge'],
    ['[]', 'NotACommand'],
    ['null', 'NotACommand'],
    ['"text"', 'NotACommand'],
    ['{}', 'NotACommand'],
    ['{"command":"a"}', 'NotACommand'],
    ['{"command":"a","input":[]}', 'NotACommand'],
    ['{"command":"a","input":{},"more":1}', 'NotACommand'],
    ['{"command":1,"input":{}}', 'NotACommand'],
  ])('%#', (content, reason) => {
    expect(readCommand(lineOf(content))).toMatchObject({
      kind: 'reply',
      reply: { ok: false, id: null, error: { type: 'CommandMalformed', line: 7, reason } },
    });
  });

  test('a line that is too long', () => {
    expect(readCommand({ kind: 'tooLong', number: 3 })).toMatchObject({
      reply: { error: { line: 3, reason: 'TooLong' } },
    });
  });

  test('the sender finds the reply by the id it gave, if it is one', () => {
    const idOf = (id: string): unknown =>
      readCommand(lineOf(`{"id":${id},"command":1,"input":{}}`));
    expect(idOf('"abc"')).toMatchObject({ reply: { id: 'abc' } });
    expect(idOf('12')).toMatchObject({ reply: { id: null } });
    expect(idOf(`"${'x'.repeat(65)}"`)).toMatchObject({ reply: { id: null } });
  });
});
