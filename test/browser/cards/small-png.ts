import { crc32, deflateSync } from 'node:zlib';
import { decode } from 'fast-png';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLORS_MOST = 256;
/** PNG's number for pixels that are numbers of colors. */
const INDEXED = 3;

/**
 * The same picture with 256 colors at most, which is a third of the bytes: cards are flat areas and gray edges of letters.
 * (https://www.w3.org/TR/png-3/#11PLTE)
 */
export function smallPng(png: Uint8Array): Buffer {
  const { width, height, data, channels } = decode(png);
  for (let bits = 8; bits > 1; bits -= 1) {
    const palette = new Map<number, number>();
    const rows = Buffer.alloc((width + 1) * height);
    for (let pixel = 0; pixel < width * height && palette.size <= COLORS_MOST; pixel += 1) {
      const at = pixel * channels;
      const color = [0, 1, 2].reduce((sum, part) => (sum << 8) | rounded(data[at + part] ?? 0, bits), 0);
      if (!palette.has(color)) palette.set(color, palette.size);
      rows[pixel + Math.floor(pixel / width) + 1] = palette.get(color) ?? 0;
    }
    if (palette.size <= COLORS_MOST) return encoded(width, height, [...palette.keys()], rows);
  }
  throw new RangeError('four shades a color are few enough');
}

/** Keeps so many bits of eight; black stays black and white stays white. */
function rounded(value: number, bits: number): number {
  const steps = 2 ** bits - 1;
  return Math.round((Math.round((value / 255) * steps) / steps) * 255);
}

function encoded(width: number, height: number, colors: readonly number[], rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED, 0, 0, 0], 8);
  const palette = Buffer.from(colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  const pixels = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
