import { foldAddress } from '../../src/shared/identifiers.ts';

/**
 * The mail address in a word, as people and Teams write it: `<megan@company.com>`, `mailto:megan@company.com`,
 * `[megan@company.com](mailto:megan@company.com)`, `megan@company.com<mailto:megan@company.com>`, `megan@company.com,`
 */
export function addressIn(word: string): string | undefined {
  if (!word.includes('@')) return undefined;
  const linked = /[(<]mailto:([^)>|\s]+)[)>|]/i.exec(word)?.[1] ?? word;
  const bare = linked
    .replace(/^[<"'\p{Ps}\p{Pi}\p{Pf}]+/u, '')
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '')
    .replace(/[>"',;.!:\p{Pe}\p{Pi}\p{Pf}]+$/u, '');
  return /^[^\s@<>"]+@[^\s@<>"]+$/.test(bare) ? foldAddress(bare) : undefined;
}
