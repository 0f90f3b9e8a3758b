import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText } from '../../../src/admin/files/read-text.ts';

const TEXT = '{"Name": "Größe & 東京 😀"}\r\n';
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const bigEndian = (text: string): Buffer => utf16(text).swap16();

describe('text that people save', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-text-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function saved(name: string, bytes: Uint8Array): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  }

  it.each([
    ['utf-8', utf8(TEXT)],
    ['utf-8-bom', utf8(`\uFEFF${TEXT}`)],
    ['utf-16le-bom', utf16(`\uFEFF${TEXT}`)],
    ['utf-16be-bom', bigEndian(`\uFEFF${TEXT}`)],
    ['utf-16le', utf16(TEXT)],
    ['utf-16be', bigEndian(TEXT)],
  ])('is read letter by letter: %s', async (name, bytes) => {
    expect(await readText(await saved(name, bytes))).toBe(TEXT);
  });

  it('may be empty', async () => {
    expect(await readText(await saved('empty', Buffer.alloc(0)))).toBe('');
  });

  it.each([
    ['cp1252', Buffer.from('one\r\nGr\u00F6\u00DFe', 'latin1'), 'UTF-8', 2],
    ['cp1252-in-utf-8', Buffer.concat([utf8('Größe\nx\n'), Buffer.from([0xf6])]), 'UTF-8', 3],
    ['lost-before', utf8('one\nGr\uFFFDe'), 'UTF-8', 2],
    ['utf-8-cut', utf8('one\n東').subarray(0, 6), 'UTF-8', 2],
    ['utf-16-odd', utf16('\uFEFFone\ntwo').subarray(0, 15), 'UTF-16LE', 2],
    ['utf-16-half-a-pair', utf16('\uFEFF\uD83D one'), 'UTF-16LE', 1],
    ['utf-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'UTF-16LE', 1],
    ['zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'UTF-8', 1],
  ])('is refused where letters are lost, and the line named: %s', async (name, bytes, encoding, line) => {
    const path = await saved(name, bytes);
    await expect(readText(path)).rejects.toMatchObject({
      code: 'broken-text',
      message: `${path} is not whole ${encoding} text: line ${line} holds letters that cannot be read. Nothing was taken from it.`,
      remedy: expect.stringContaining('UTF-8'),
    });
  });
});
