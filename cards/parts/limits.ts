import { ACCOUNT_ID_WRITTEN, ACCOUNT_NAME_MOST, ACCOUNT_NAME_WRITTEN } from '../../src/aliases/aws-limits.ts';
import { COMMENT_MOST } from '../../src/requests/decide.ts';
import { PURPOSE_MOST } from '../../src/requests/request-form.ts';
import { REASON_MOST } from '../../src/store/audit-fact.ts';

/** Room for twelve digits, and for what people write between them. */
export const TYPED_ACCOUNT_ID_MOST = 40;
/** An address as people copy it, with a name and brackets around it. */
const TYPED_ADDRESS_MOST = 200;

/** Team and channel, as long as Teams takes names. */
export const CHANNEL_NAME_MOST = 300;

/** What fields take, for clients to check before they send it: what Rootdesk checks afterwards, and nothing else. */
export const LIMITS: ReadonlyMap<string, string | number> = new Map<string, string | number>([
  ['accountIdMost', TYPED_ACCOUNT_ID_MOST],
  ['accountIdWritten', ACCOUNT_ID_WRITTEN],
  ['accountNameMost', ACCOUNT_NAME_MOST],
  ['accountNameWritten', ACCOUNT_NAME_WRITTEN],
  ['addressMost', TYPED_ADDRESS_MOST],
  ['channelNameMost', CHANNEL_NAME_MOST],
  ['commentMost', COMMENT_MOST],
  ['purposeMost', PURPOSE_MOST],
  ['reasonMost', REASON_MOST],
]);
