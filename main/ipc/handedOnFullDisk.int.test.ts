import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { arriving, piecesOf } from './handedFilesUnderTest.ts';
import { createHandedFiles } from './HandedFiles.ts';
import { mountDisk } from '../engine/sqlite/diskUnderTest.ts';
import { removeScratchFolders, scratchFolder } from '../engine/sqlite/scratchDatabase.ts';

afterAll(removeScratchFolders);

/** A disk of its own, where the machine lets us have one. */
const disk = mountDisk(scratchFolder(), '1m');

describe.skipIf(disk === null)('on a full disk', () => {
  const on = path.join(disk ?? '', 'handed');
  const full = { ok: false, error: { type: 'StorageFull' } };

  test('a file that does not fit is refused before it is read', async () => {
    const small = createHandedFiles({ folder: on, newId: randomUUID });
    const never = { ...arriving('', 2_000_000), chunks: piecesOf('a') };
    expect(await small.receive('one', never)).toEqual(full);
    expect(readdirSync(on)).toEqual([]);
  });

  test('a file for which the room goes while it arrives leaves nothing', async () => {
    const small = createHandedFiles({ folder: on, newId: randomUUID });
    async function* whileItFills(): AsyncGenerator<Uint8Array> {
      yield* piecesOf('a');
      const { bavail, bsize } = statfsSync(on);
      writeFileSync(path.join(disk ?? '', 'ballast'), Buffer.alloc(bavail * bsize));
      yield Buffer.alloc(400_000);
    }
    const file = { ...arriving('', 400_001), chunks: whileItFills() };
    expect(await small.receive('one', file)).toEqual(full);
    expect(readdirSync(on)).toEqual([]);
    rmSync(path.join(disk ?? '', 'ballast'));
    expect(await small.receive('one', arriving('abc'))).toMatchObject({ ok: true });
  });
});
