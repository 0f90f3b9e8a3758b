import type { Person } from '../people.ts';
import type { Directory } from './directory.ts';
import type { Environment } from './request.ts';

/** Members of an Entra group, transitively, or people by their object ids. */
export type People =
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'people'; readonly personIds: readonly string[] };

/** The rules of a company for requests. */
export interface RequestPolicy {
  readonly approvers: People;
  readonly askers: People | { readonly kind: 'everyone' };
  /** Approvals by different people before an alias is allotted; at least 1. */
  readonly approvalsNeeded: number;
  /** Pending requests that one person may have. */
  readonly openRequestsMost: number;
  /** Environments that need no approver. */
  readonly approvedByItself: readonly Environment[];
}

/**
 * Whether the person is among the people. Fails closed: when the directory does not answer, its error goes up and nobody is.
 * @throws {DirectoryUnavailable}
 */
export async function isAmong(
  directory: Pick<Directory, 'memberOf'>,
  people: People,
  person: Person,
  signal: AbortSignal,
): Promise<boolean> {
  if (people.kind === 'people') return people.personIds.includes(person.id);
  const groups = await directory.memberOf(person.id, [people.groupId], signal);
  return groups.has(people.groupId);
}
