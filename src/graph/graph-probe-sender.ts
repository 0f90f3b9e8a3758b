import type { ProbeSender, SendResult } from '../mail/reach/probes.ts';
import { NoToken } from '../shared/no-token.ts';
import { segment, type GraphClient } from './graph-client.ts';
import { GraphFailure } from './graph-failure.ts';

/**
 * Sends as the central mailbox, which needs `Application Mail.Send` within the scope of that mailbox. Nothing is kept in its sent items.
 * https://learn.microsoft.com/graph/api/user-sendmail
 */
export function createGraphProbeSender({
  client,
  mailbox,
}: {
  readonly client: Pick<GraphClient, 'postOnce'>;
  readonly mailbox: string;
}): ProbeSender {
  const path = `/users/${segment(mailbox)}/sendMail`;
  return {
    async send({ to, subject, text }, signal) {
      const message = {
        subject,
        body: { contentType: 'Text', content: text },
        toRecipients: [{ emailAddress: { address: to } }],
      };
      try {
        await client.postOnce(path, { message, saveToSentItems: false }, { signal });
        return { kind: 'accepted' };
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof GraphFailure)) throw error;
        return resultOf(error);
      }
    },
  };
}

function resultOf(error: GraphFailure): SendResult {
  const { status } = error;
  if (status === 403) return { kind: 'refused' };
  if (error.cause instanceof NoToken) return { kind: 'not-sent', error };
  return status !== undefined && status < 500 ? { kind: 'not-sent', error } : { kind: 'doubtful', error };
}
