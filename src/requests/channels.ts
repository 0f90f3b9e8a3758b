import type { ChannelRole, LinkedChannel } from '../aliases/register.ts';
import type { Person } from '../people.ts';

/** A channel as Teams tells of it in a verified activity. */
export interface ChannelSeen {
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly groupId: string | undefined;
}

/** Linking channels. Linking twice changes nothing; `approvals` and `triage` may be given by approvers alone. */
export interface Channels {
  /** @throws {Refusal} not-allowed */
  link(by: Person, channel: ChannelSeen, roles: readonly ChannelRole[]): Promise<LinkedChannel>;
  channel(id: string): Promise<LinkedChannel | undefined>;
}
