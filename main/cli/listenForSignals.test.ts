import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { listenForSignals } from './listenForSignals.ts';

const listen = () => {
  const source = new EventEmitter();
  const ended: string[] = [];
  let ms = 5000;
  const signals = listenForSignals({
    source,
    nowMs: () => ms,
    endAtOnce: (name) => void ended.push(name),
  });
  const send = (name: string, afterMs: number): void => {
    ms += afterMs;
    source.emit(name, name);
  };
  return { ...signals, send, ended, source };
};

test('the first signal asks for a good end', () => {
  const { interrupted, by, send, ended } = listen();
  expect([interrupted.aborted, by()]).toEqual([false, null]);
  send('SIGTERM', 0);
  expect([interrupted.aborted, by(), ended]).toEqual([true, 'SIGTERM', []]);
});

test('one right behind the first is the same wish; a later one ends it at once', () => {
  const { by, send, ended } = listen();
  send('SIGINT', 0);
  send('SIGINT', 0);
  send('SIGTERM', 1000);
  expect([by(), ended]).toEqual(['SIGINT', []]);
  send('SIGINT', 1);
  expect(ended).toEqual(['SIGINT']);
});

test('nothing is heard any more after it was given up', () => {
  const { giveUp, source } = listen();
  giveUp();
  expect(source.eventNames()).toEqual([]);
});
