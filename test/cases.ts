/** How many cases a property tries; `CASES=10 npm test` tries ten times as many. */
export function cases(usual: number): number {
  return Math.ceil(usual * Number(process.env['CASES'] ?? 1));
}
