import { addressIn } from './address-in.ts';
import { visible } from './spoken.ts';

/** Longer than any address, account name or channel name. */
export const SEARCHED_MOST = 200;
/** What an address may be in when it is pasted. */
const PASTED_MOST = 2000;

/** What somebody looks for, as it was typed or pasted: an address without what it was copied with. */
export function searchedText(typed: string): string {
  const text = visible(typed.slice(0, PASTED_MOST)).trim();
  const address = /\s/.test(text) ? undefined : addressIn(text);
  return (address ?? text).slice(0, SEARCHED_MOST);
}
