import { decode } from 'fast-png';
import type { Fault } from './faults.ts';

/** What Teams wants of an icon (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons). */
const WANTED = {
  color: { size: 192, remedy: 'Draw it 192 pixels wide and high, as a PNG.' },
  outline: {
    size: 32,
    remedy:
      'Draw it 32 pixels wide and high, in white alone on a transparent ground, as a PNG with an alpha channel.',
  },
} as const;

/** Faults of an icon that Teams would refuse, or draw as a blot. */
export function checkIcon(kind: keyof typeof WANTED, file: string, png: Uint8Array): readonly Fault[] {
  const { size, remedy } = WANTED[kind];
  const faulty = (what: string): readonly Fault[] => [
    { message: `The ${kind} icon ${file} ${what}.`, remedy },
  ];
  let image: ReturnType<typeof decode>;
  try {
    image = decode(png);
  } catch {
    return faulty('is no PNG');
  }
  const { width, height, channels, depth, data } = image;
  if (width !== size || height !== size) return faulty(`has ${width} × ${height} pixels`);
  if (kind === 'color') return [];
  if (channels !== 4 || depth !== 8) return faulty('has no alpha channel');
  const pixels = Array.from({ length: width * height }, (_, place) =>
    data.subarray(place * 4, place * 4 + 4),
  );
  const seen = pixels.filter(([, , , alpha]) => alpha !== 0);
  if (seen.length === pixels.length) return faulty('has no transparent ground');
  if (seen.length === 0) return faulty('is empty');
  const isWhite = (pixel: ArrayLike<number>): boolean => [0, 1, 2].every((color) => pixel[color] === 255);
  return seen.every(isWhite) ? [] : faulty('is not white alone');
}
