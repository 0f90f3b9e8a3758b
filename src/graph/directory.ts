import { z } from 'zod';
import { DirectoryUnavailable, type Directory } from '../requests/directory.ts';
import { segment, type GraphClient } from './client.ts';
import { GraphFailure } from './failure.ts';

/** https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups */
const MOST_GROUPS_A_CALL = 20;

const memberships = z.object({ value: z.array(z.string()) });
const user = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().min(1),
  mail: z.string().nullish(),
});

/** The directory through Microsoft Graph; needs the permissions User.Read.All and GroupMember.Read.All. */
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
    person: (personId, signal) =>
      unlessUnknown(async () => {
        const found = user.parse(
          await client.getJson(`/users/${segment(personId)}`, {
            signal,
            query: { $select: 'id,displayName,userPrincipalName,mail' },
          }),
        );
        return {
          id: found.id,
          name: found.displayName ?? found.userPrincipalName,
          mail: (found.mail ?? found.userPrincipalName).toLowerCase(),
        };
      }),
  };
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

async function unlessUnknown<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof GraphFailure) {
      if (cause.status === 404 && cause.graphCodes.includes('Request_ResourceNotFound')) return undefined;
      throw new DirectoryUnavailable(cause.message, cause.remedy, { cause });
    }
    if (cause instanceof z.ZodError) {
      throw new DirectoryUnavailable(
        'Microsoft Graph answered in a form that Rootdesk does not know.',
        'Try again; if it lasts, update Rootdesk.',
        { cause },
      );
    }
    throw cause;
  }
}
