import { z } from 'zod';
import type { Person } from '../people/person.ts';
import { chunks } from '../shared/chunks.ts';
import { DirectoryUnavailable, type Directory } from '../people/directory.ts';
import { segment, type GraphClient } from './graph-client.ts';
import { GraphFailure } from './graph-failure.ts';
import { listOf } from './list-of.ts';
import { foldAddress } from '../shared/identifiers.ts';

/** https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups */
const MOST_GROUPS_A_CALL = 20;

/** Teams' words for a channel, team or person that is not there; others of its 404s say that a service is. */
const NO_SUCH_CHANNEL = ['NotFound', 'Request_ResourceNotFound'];

const access = z.object({ value: z.boolean() });
const memberships = z.object({ value: listOf(z.string()) });
const user = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().min(1),
  mail: z.string().nullish(),
});
// Whole or not at all: of two people with an address, leaving out an odd one would make the other the only one.
const users = z.object({ value: z.array(user) });
const preference = z.object({ preferredLanguage: z.string().nullish() });
const PERSON_FIELDS = { $select: 'id,displayName,userPrincipalName,mail' };

/** The directory through Microsoft Graph; needs the permissions User.Read.All, GroupMember.Read.All and ChannelMember.Read.All. */
export function createGraphDirectory({ client }: { readonly client: GraphClient }): Directory {
  return {
    async memberOf(personId, groupIds, signal) {
      const answers = await Promise.all(
        chunks([...new Set(groupIds)], MOST_GROUPS_A_CALL).map((batch) =>
          unlessUnknown(async () =>
            memberships.parse(
              await client.postJson(
                `/users/${segment(personId)}/checkMemberGroups`,
                { groupIds: batch },
                { signal },
              ),
            ),
          ),
        ),
      );
      // Ids are compared without case: Entra writes them in lower case, people paste them as they find them.
      const found = new Set(answers.flatMap((answer) => answer?.value ?? []).map((id) => id.toLowerCase()));
      return new Set(groupIds.filter((id) => found.has(id.toLowerCase())));
    },
    async isInChannel(personId, { id, groupId }, signal) {
      // Needs ChannelMember.Read.All (https://learn.microsoft.com/graph/api/channel-doesuserhaveaccess).
      const path = `/teams/${segment(groupId)}/channels/${segment(id)}/doesUserHaveAccess(userId='${segment(personId).replaceAll("'", "''")}')`;
      const answer = await unlessUnknown(
        async () => access.parse(await client.getJson(path, { signal })),
        NO_SUCH_CHANNEL,
      );
      return answer?.value === true;
    },
    person: (personId, signal) =>
      unlessUnknown(async () => {
        const path = `/users/${segment(personId)}`;
        return personOf(user.parse(await client.getJson(path, { signal, query: PERSON_FIELDS })));
      }),
    async localeOf(personId, signal) {
      const query = { $select: 'preferredLanguage' };
      const answer = await unlessUnknown(async () =>
        preference.parse(await client.getJson(`/users/${segment(personId)}`, { signal, query })),
      );
      return answer?.preferredLanguage ?? undefined;
    },
    async personByMail(address, signal) {
      if (!address.includes('@')) return undefined;
      const answers = await Promise.all(
        filtersFor(address).map(($filter) =>
          unlessUnknown(async () =>
            users.parse(await client.getJson('/users', { signal, query: { ...PERSON_FIELDS, $filter } })),
          ),
        ),
      );
      const found = new Map(answers.flatMap((answer) => answer?.value ?? []).map((each) => [each.id, each]));
      const [first, ...others] = found.values();
      return first === undefined || others.length > 0 ? undefined : personOf(first);
    },
  };
}

function personOf({ id, displayName, userPrincipalName, mail }: z.output<typeof user>): Person {
  return { id, name: displayName ?? userPrincipalName, mail: foldAddress(mail ?? userPrincipalName) };
}

/** Two questions, because Graph does not say that it joins a collection's filter to others. Quotes are doubled (OData 4.01, 5.1.1.6.1). */
function filtersFor(address: string): readonly string[] {
  const text = address.replaceAll("'", "''");
  return [
    `mail eq '${text}' or userPrincipalName eq '${text}'`,
    `proxyAddresses/any(each:each eq 'smtp:${text}')`,
  ];
}

async function unlessUnknown<Answer>(
  ask: () => Promise<Answer>,
  unknown: readonly string[] = ['Request_ResourceNotFound'],
): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof GraphFailure) {
      if (cause.status === 404 && cause.graphCodes.some((code) => unknown.includes(code))) return undefined;
      throw new DirectoryUnavailable({ cause });
    }
    if (cause instanceof z.ZodError) {
      const words = 'Microsoft Graph answered in a form that Rootdesk does not know.';
      throw new DirectoryUnavailable({
        cause: new GraphFailure(words, 'Try again; if it lasts, update Rootdesk.', { cause }),
      });
    }
    throw cause;
  }
}
