/** A line of CSV with its line end (RFC 4180), which spreadsheets neither run nor tear apart. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(csvValue).join(',')}\r\n`;
}

/** Spreadsheets run what begins like a formula: reasons and names are written by people, so an apostrophe stops it. */
const FORMULA = /^[=+\-@\t\r]/;

function csvValue(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
