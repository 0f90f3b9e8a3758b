import { z } from 'zod';
import { ASKERS, type Channel, type Person } from './company.ts';
import { noteOwned, persist, type Office } from './office.ts';
import type { EventOf } from './events.ts';

const Alias = z.object({ aws_mail: z.string() });

/** A pipeline calls the API, and calls again with the same key until it has an answer. */
export async function apiStory(office: Office, event: EventOf<'api'>): Promise<void> {
  const { person, channel } = ASKERS[event.asker % ASKERS.length] ?? {};
  if (person === undefined || channel === undefined) return;
  const wanted = { key: `run ${event.number}`, owner: person, channel, keepsOwner: true };
  const calls = (event.what === 'allot-twice-at-once' ? [wanted, wanted] : [wanted]).map(async (each) =>
    allot(office, each),
  );
  const [address] = await Promise.all(calls);
  if (address === undefined) return;
  if (event.what === 'allot-and-bind') {
    const accountId = String(100_000_000_000 + event.number);
    const named = { aws_mail: address, aws_account_id: accountId };
    if ((await callUntilAnswered(office, 'PUT', 'updateAwsRootAccount', named)) !== undefined) {
      office.told.push({ kind: 'bound', address, accountId });
    }
  }
  if (event.what === 'allot-and-release') {
    if (
      (await callUntilAnswered(office, 'DELETE', 'deleteAwsRootAccount', { aws_mail: address })) !== undefined
    ) {
      office.told.push({ kind: 'released', address });
    }
    return;
  }
  await noteOwned(office, { address, channel, owner: person });
}

/** An alias for somebody, at once; undefined where everybody went home before one came. */
export async function allot(
  office: Office,
  wanted: {
    readonly key: string;
    readonly owner: Person;
    readonly channel: Channel;
    /** Nobody gives it to anybody else. */
    readonly keepsOwner: boolean;
  },
): Promise<string | undefined> {
  const { key, owner, channel } = wanted;
  const body = { user_mail: owner.mail, channel_id: channel.id, account_name: key };
  const address = (await callUntilAnswered(office, 'POST', 'newAwsRootAccount', body, key))?.aws_mail;
  if (address === undefined) return undefined;
  const ownerMail = wanted.keepsOwner ? owner.mail : undefined;
  office.told.push({ kind: 'allotted', address, ownerMail, call: key });
  return address;
}

async function callUntilAnswered(
  office: Office,
  method: string,
  operation: string,
  body: object,
  key?: string,
): Promise<z.infer<typeof Alias> | undefined> {
  let answer: z.infer<typeof Alias> | undefined;
  await persist(office, async () => {
    answer = await call(office, method, operation, body, key);
    return answer !== undefined;
  });
  return answer;
}

const CALL_MS = 15_000;

/** Undefined where nobody answered, or it was refused: a pipeline tries again. */
async function call(
  { stand }: Office,
  method: string,
  operation: string,
  body: object,
  key: string | undefined,
): Promise<z.infer<typeof Alias> | undefined> {
  try {
    const response = await fetch(`${stand.url}/api/${operation}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-functions-key': stand.apiKey,
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(CALL_MS),
    });
    const words = await response.text();
    return response.ok ? Alias.parse(JSON.parse(words)) : undefined;
  } catch {
    return undefined;
  }
}
