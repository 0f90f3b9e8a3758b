const MOMENT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/**
 * `Nov 22, 2026, 7:44 PM UTC`. Teams localizes `{{DATE(…)}}` in TextBlock only, and a moment often stands in one line with
 * people's names, which must not go there; so every card names UTC instead.
 */
export function moment(at: Date): string {
  return `${MOMENT.format(at).replaceAll('\u202f', ' ')} UTC`;
}
