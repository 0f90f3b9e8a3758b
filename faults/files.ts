/** Where a copy's last words go that are not in its log. */
export function standardErrorFile(logFile: string): string {
  return `${logFile}.err`;
}
