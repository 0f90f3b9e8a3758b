import { z } from 'zod';
import { segment, type GraphClient } from './graph-client.ts';
import { GraphFailure } from './graph-failure.ts';
import { listOf } from './list-of.ts';

const USER = '#microsoft.graph.user';
const members = z.object({
  value: listOf(z.object({ id: z.string().min(1), '@odata.type': z.string().optional() })),
});

/**
 * Object ids of people who are in a group, directly or through other groups: the first page, which is enough to see whether
 * there is anybody. Undefined where there is no such group. Needs the permission GroupMember.Read.All.
 * @throws {GraphFailure}
 * @throws {z.ZodError}
 */
export async function groupMembers(
  client: GraphClient,
  groupId: string,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  try {
    // Not cast to users in the path: Graph takes that for an advanced query, with conditions of its own.
    const query = { $select: 'id', $top: '999' };
    const answer = await client.getJson(`/groups/${segment(groupId)}/transitiveMembers`, { signal, query });
    return members
      .parse(answer)
      .value.filter((member) => member['@odata.type'] === USER)
      .map(({ id }) => id);
  } catch (cause) {
    if (cause instanceof GraphFailure && cause.status === 404) return undefined;
    throw cause;
  }
}
