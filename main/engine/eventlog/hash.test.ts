import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ForeignEvent } from './EventLog.ts';
import { eventHash, genesisHash } from './hash.ts';
import { idOf, sampleDaybook, sampleEvent, streamOf } from './scratchLog.ts';

const event: Omit<ForeignEvent, 'hash'> = {
  ...sampleEvent({
    id: idOf(16),
    command: idOf(17),
    cause: idOf(18),
    data: Buffer.from('{"n":1}'),
    subject: idOf(19),
    key: idOf(20),
    sealed: Buffer.from([1, 2, 3]),
  }),
  device: idOf(2),
  seq: 7,
  clock: { ms: 1_700_000_000_000, counter: 5 },
  stream: streamOf(1),
};
const previous = genesisHash(sampleDaybook, event.device);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The hash as docs/file-formats.md describes it, line by line. */
const byTheBook = (before: string, { clock, ...of }: Omit<ForeignEvent, 'hash'>): string => {
  const sha256 = (bytes: Uint8Array | string): string =>
    createHash('sha256').update(bytes).digest('hex');
  // prettier-ignore
  const lines = [
    'daybook-event-1', before, of.id, of.device, of.seq, clock.ms * 65_536 + clock.counter, of.stream,
    of.type, of.schema, of.command, of.cause ?? '-', of.actor, of.subject ?? '-', of.key ?? '-',
    sha256(of.data), of.sealed === null ? '-' : sha256(of.sealed),
  ];
  return sha256(lines.join('\n'));
};

// Small enough for the book's arithmetic in floating point: 2^53 is 137,438,953 seconds of clock.
const early = { ...event, clock: { ms: 137_438, counter: 5 } };

test('is what the format says, and stays it', () => {
  expect(hex(eventHash(previous, early))).toBe(byTheBook(hex(previous), early));
  const bare = { ...early, cause: null, subject: null, key: null, sealed: null };
  expect(hex(eventHash(previous, bare))).toBe(byTheBook(hex(previous), bare));
  expect(hex(previous)).toBe('6718d2e18517f69825486118ab8b5958d902b2666777840bc089442791d29e6a');
  expect(hex(eventHash(previous, event))).toBe(
    '8bd4978c9f23b05f22e6a92f8eb488f790de1264ec71ffec4fc172543dc46281',
  );
});

test('is worked out in docs/file-formats.md', () => {
  const text = readFileSync(new URL('../../../docs/file-formats.md', import.meta.url), 'utf8');
  const [, lines = ''] = /```\n(daybook-event-1\n[^`]*)\n```/.exec(text) ?? [];
  expect(createHash('sha256').update(lines).digest('hex')).toBe(hex(eventHash(previous, event)));
  expect(text).toContain(`\n${hex(eventHash(previous, event))}\n`);
  expect(text).toContain(`\n${hex(previous)}\n`);
});

test('depends on every field', () => {
  const other: Partial<ForeignEvent> = {
    id: idOf(99),
    device: idOf(99),
    seq: 8,
    clock: { ms: 1_700_000_000_000, counter: 6 },
    stream: streamOf(2),
    type: 'note.torn',
    schema: 2,
    command: idOf(99),
    cause: null,
    actor: idOf(99),
    data: Buffer.from('{"n":2}'),
    subject: null,
    key: idOf(99),
    sealed: Buffer.from([1, 2, 4]),
  };
  const { ...fields } = event;
  expect(Object.keys(other)).toEqual(expect.arrayContaining(Object.keys(fields)));
  const hashes = Object.entries(other).map(([name, value]) =>
    hex(eventHash(previous, { ...event, [name]: value })),
  );
  hashes.push(hex(eventHash(previous, event)), hex(eventHash(eventHash(previous, event), event)));
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('depends on everything that a daybook is', () => {
  const others = [
    { ...sampleDaybook, id: idOf(99) },
    { ...sampleDaybook, name: 'Another shop' },
    { ...sampleDaybook, currency: 'USD' },
    { ...sampleDaybook, createdAt: 1 },
  ];
  const hashes = others.map((daybook) => hex(genesisHash(daybook, event.device)));
  hashes.push(hex(previous), hex(genesisHash(sampleDaybook, idOf(99))));
  expect(new Set(hashes).size).toBe(6);
});

test('is refused to a field that is not visible ASCII', () => {
  for (const wrong of ['', ' ', 'a\nb', 'ä', 'a b', '\u0000', '\u007f']) {
    expect(() => eventHash(previous, { ...event, type: wrong })).toThrow('visible ASCII');
    expect(() => eventHash(previous, { ...event, stream: wrong })).toThrow('visible ASCII');
  }
});

test('no two events have one input', () => {
  const line = fc.stringMatching(/^[!-~]{1,4}$/);
  const header = fc.record({
    type: line,
    stream: line,
    cause: fc.option(line),
    key: fc.option(line),
  });
  fc.assert(
    fc.property(header, header, (a, b) => {
      // `-` stands for null, so as a value it is the one text that cannot be told from it.
      fc.pre([a.cause, b.cause, a.key, b.key].every((value) => value !== '-'));
      const of = (parts: object): string => hex(eventHash(previous, { ...event, ...parts }));
      expect(of(a) === of(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
