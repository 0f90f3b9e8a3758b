import { Refusal } from '../../store/refusal.ts';
import { foldAddress, newId } from '../../shared/identifiers.ts';
import type { LinkedChannel } from '../../channels/channel.ts';
import type { Person } from '../../people/person.ts';
import type { Environment } from '../../requests/request.ts';
import type { Grant } from '../../rights/grant.ts';
import { withinTime } from '../../shared/time-limit.ts';
import { aliasShapeOf } from './alias-shape.ts';
import type { Client } from './api-access.ts';
import type { ApiServices } from './operation.ts';
import { ApiProblem } from './api-problem.ts';
import { requestShapeOf } from './request-shape.ts';

/** The directory gets so long to find the person. */
const DIRECTORY_MS = 5_000;

/** What a client may say of the alias that it asks for; approvers read it. */
interface Asked {
  readonly user_mail: string;
  readonly account_name?: string | undefined;
  readonly purpose?: string | undefined;
  readonly environment?: Environment | undefined;
  readonly channel_id?: string | undefined;
  readonly onceKey: string | undefined;
}

/**
 * Makes a request in the name of the person who shall own the alias, marked with the client that asked: so the person cannot
 * decide it, is told how it ended, and the approvers see who asked. See docs/decisions/005-requests-of-clients.md.
 * @returns 202 with where to look, or 200 with the alias where no approver is needed
 * @throws {Refusal} mail-unknown, and those of `Requests.submit`
 * @throws {ApiProblem} channel-missing
 */
export async function askForAlias(
  services: ApiServices,
  grant: Grant<'newAwsRootAccount'>,
  client: Client,
  asked: Asked,
) {
  const { requests, register } = services;
  const person = await ownerOf(services, asked.user_mail);
  const channels = await services.rights.channelsOf(person.id);
  const form = {
    accountName: asked.account_name ?? 'not named yet',
    purpose: asked.purpose ?? `The API client ${client.name} asked and did not say what for.`,
    environment: asked.environment ?? 'production',
    channelId: asked.channel_id ?? onlyOf(channels),
    expectedAccountId: undefined,
  };
  const through = { client: client.name, onceKey: asked.onceKey };
  const request = await requests.submit(grant, person, newId(), form, channels, through);
  const alias =
    request.aliasAddress === undefined ? undefined : await register.aliasByAddress(request.aliasAddress);
  if (request.state === 'approved' && alias !== undefined)
    return { status: 200, body: aliasShapeOf(alias.value) } as const;
  const body = requestShapeOf(request);
  return { status: 202, body, headers: { Location: body.status_url } } as const;
}

async function ownerOf({ directory }: ApiServices, address: string): Promise<Person> {
  const person = await withinTime(DIRECTORY_MS, (signal) =>
    directory.personByMail(foldAddress(address), signal),
  );
  if (person !== undefined) return person;
  throw new Refusal('mail-unknown', { whose: 'user' });
}

/** Old clients know nothing of channels: where the person has just one, it is that. */
function onlyOf([channel, ...others]: readonly LinkedChannel[]): string {
  if (channel === undefined) {
    throw new Refusal('channel-not-linked', { whose: 'user' });
  }
  if (others.length === 0) return channel.id;
  throw new ApiProblem(
    'channel-missing',
    'The person in user_mail has several linked channels. Nothing was changed.',
  );
}
