import type { AliasesNotice } from './aliases/notices.ts';
import type { MailsNotice } from './mail/notices.ts';
import type { MessagesNotice } from './messages/notices.ts';
import type { RequestsNotice } from './requests/notices.ts';

/** Everything that is said to people unasked. */
export type Notice = AliasesNotice | RequestsNotice | MailsNotice | MessagesNotice;
