import type { LinkedChannel } from './channel.ts';

/** The mark of the roles that one channel has at a time. */
export const SINGLE_ROLES = 'single-roles';

/** Without a triage channel, what has no owner goes to the approvers: it must not wait for an administrator to notice. */
export function channelFor(
  channels: readonly LinkedChannel[],
  role: 'approvals' | 'triage',
): LinkedChannel | undefined {
  const withRole = (wanted: string): LinkedChannel | undefined =>
    channels.find(({ roles }) => roles.some((has) => has === wanted));
  return withRole(role) ?? (role === 'triage' ? withRole('approvals') : undefined);
}
