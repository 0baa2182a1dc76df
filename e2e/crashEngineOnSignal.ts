import { isMainThread, type Worker } from 'node:worker_threads';

/*
 * Test equipment, loaded into the program by `--import`: SIGUSR2 ends its engine's thread at once, as a
 * crash would, in the middle of whatever it does.
 */

let engine: Worker | null = null;

if (isMainThread) {
  process.on('worker', (worker) => {
    engine = worker;
  });
  process.on('SIGUSR2', () => void engine?.terminate());
}
