import { describe, expect, test } from 'vitest';
import { openCsv } from './openCsv.ts';
import { fileOf, read, refusal, values } from './openCsvUnderTest.ts';

const text = 'Id,Name\r\n1,Zoë\r\n2,"Łódź, 서울"\r\n';
const bigEndian = (content: string): Uint8Array =>
  Buffer.from(`\uFEFF${content}`, 'utf16le').swap16();

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 little endian', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 big endian', bigEndian(text), 'utf-16be'],
  ])('%s', async (_name, bytes, encoding) => {
    const reading = await read(bytes);
    expect(reading.encoding).toBe(encoding);
    expect(reading.header).toEqual(['Id', 'Name']);
    expect(values(reading)).toEqual([
      { Id: '1', Name: 'Zoë' },
      { Id: '2', Name: 'Łódź, 서울' },
    ]);
  });

  test('what is no UTF-8 is windows-1252, even when only the last byte says so', async () => {
    const reading = await read(
      Buffer.concat([Buffer.from(`Name\n${'Anna\n'.repeat(100_000)}`), Buffer.from([0x80, 0xe9])]),
    );
    expect(reading.encoding).toBe('windows-1252');
    expect(values(reading).at(-1)).toEqual({ Name: '€é' });
  });

  // 이름;전화 and 김민수;010 in the code page of Korean Windows.
  const korean = Buffer.from('c0ccb8a73bc0fcc8ad0ab1e8b9cebcf63b3031300a', 'hex');

  test('Korean of before Unicode is told from western letters', async () => {
    const reading = await read(korean);
    expect(reading.encoding).toBe('euc-kr');
    expect(values(reading)).toEqual([{ 이름: '김민수', 전화: '010' }]);
    const western = await read(Buffer.from('Name;Straße\nJörg Ähnlich;Übergasse 5ÄÖ\n', 'latin1'));
    expect(western.encoding).toBe('windows-1252');
  });

  test('UTF-16 is found without its mark', async () => {
    const reading = await read(Buffer.from(text, 'utf16le'));
    expect([reading.encoding, values(reading)[0]]).toEqual(['utf-16le', { Id: '1', Name: 'Zoë' }]);
  });

  test('what is said of a file goes before what was found', async () => {
    const western = await read(korean, { readAs: { encoding: 'windows-1252' } });
    expect(western.header).toEqual(['ÀÌ¸§', 'ÀüÈ\u00AD']);
    const commas = await read('a;b,c\n1;2,3\n', { readAs: { separator: ',' } });
    expect(commas.header).toEqual(['a;b', 'c']);
    const marked = await read('\uFEFFa,b\n1,2\n', { readAs: { encoding: 'utf-8' } });
    expect(marked.header).toEqual(['a', 'b']);
  });

  test('a bound on what is read to find it out leaves the rest to the reading', async () => {
    const late = Buffer.concat([Buffer.from(`Name\n${'Anna\n'.repeat(4)}`), Buffer.from([0xe9])]);
    expect((await openCsv(fileOf(late), { mostBytes: 8 })).ok).toBe(true);
    await expect(read(late, { mostBytes: 8 })).rejects.toThrow('notText');
  });

  test('characters are whole where two pieces of the file meet', async () => {
    for (const shift of ['', 'x', 'xx', 'xxx']) {
      const names = `${shift}${'😀'.repeat(15_000)}`;
      const reading = await read(`Name\n${names}\n${names}\n`);
      expect(values(reading)).toEqual([{ Name: names }, { Name: names }]);
    }
  });

  test('a mark that lies is found out', async () => {
    const latin1 = Buffer.concat([Buffer.from('\uFEFFa\n'), Buffer.from([0xe9, 0x0a])]);
    expect(await refusal(fileOf(latin1))).toMatchObject({ reason: 'notText' });
  });

  test('a file that ends within a character fails there, and the rows before it are read', async () => {
    const odd = Buffer.concat([Buffer.from('\uFEFFa\nb\n', 'utf16le'), Buffer.from([0x41])]);
    const csv = await openCsv(fileOf(odd));
    if (!csv.ok) throw new Error(csv.error.type);
    expect(await csv.value.readRows()).toMatchObject({ ok: true, value: [{ cells: { a: 'b' } }] });
    expect(await csv.value.readRows()).toMatchObject({ ok: false, error: { reason: 'notText' } });
    await csv.value.close();
  });
});
