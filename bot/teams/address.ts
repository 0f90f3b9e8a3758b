import { languageOf, type Language } from '../../cards/texts/languages.ts';
import type { Directory } from '../../src/people/directory.ts';
import type { Log } from '../../src/shared/log.ts';
import type { LinkedChannel } from '../../src/channels/channel.ts';
import type { Register } from '../../src/register.ts';
import type { Target } from '../../src/messages/job.ts';
import type { Conversations } from '../../src/messages/poster.ts';
import { channelFor } from '../../src/channels/channel-for.ts';
import type { TeamsAdapter } from './adapter.ts';

export interface AddressDeps {
  readonly teams: Pick<TeamsAdapter, 'access'>;
  readonly conversations: Pick<Conversations, 'person' | 'team' | 'languageOf'>;
  readonly register: Pick<Register, 'channel' | 'channels'>;
  readonly directory: Pick<Directory, 'localeOf'>;
  readonly log: Log;
}

/** In which language it is spoken there, where that is known. */
interface Spoken {
  readonly language: Language | undefined;
}

/** Where a message goes: a channel in which it starts a thread, or a person's chat. */
export type Address =
  | (Spoken & { readonly kind: 'channel'; readonly channelId: string; readonly serviceUrl: string })
  | (Spoken & { readonly kind: 'chat'; readonly conversationId: string; readonly serviceUrl: string })
  | (Spoken & {
      readonly kind: 'new-chat';
      readonly personId: string;
      readonly tenantId: string;
      readonly serviceUrl: string;
    });

export interface Unreachable {
  readonly kind: 'unreachable';
  readonly reason: string;
}

const DIRECTORY_MS = 5_000;

const NO_CHANNEL = {
  channel: 'The channel is not linked any more.',
  approvals: 'No channel is linked for approvals: an approver writes `link approvals` in one.',
  triage: 'No channel is linked for triage: an approver writes `link triage` in one.',
} as const;

/** The address of a target as the register and the remembered conversations have it now. */
export async function addressOf(
  deps: AddressDeps,
  target: Target,
  signal: AbortSignal,
): Promise<Address | Unreachable> {
  if (target.kind === 'person') return chatOf(deps, target.personId, signal);
  const channel =
    target.kind === 'channel'
      ? await placeOf(deps, target)
      : channelFor(
          (await deps.register.channels()).map(({ value }) => value),
          target.kind,
        );
  if (channel === undefined) return { kind: 'unreachable', reason: NO_CHANNEL[target.kind] };
  const team = await deps.conversations.team(channel.teamId);
  if (team === undefined) {
    return { kind: 'unreachable', reason: 'Nothing was heard from the team of this channel yet.' };
  }
  const language = await deps.conversations.languageOf(channel.id);
  return { kind: 'channel', channelId: channel.id, serviceUrl: team.serviceUrl, language };
}

async function placeOf(
  deps: AddressDeps,
  { channelId, teamId }: Extract<Target, { kind: 'channel' }>,
): Promise<Pick<LinkedChannel, 'id' | 'teamId'> | undefined> {
  return teamId === undefined ? (await deps.register.channel(channelId))?.value : { id: channelId, teamId };
}

async function chatOf(
  deps: AddressDeps,
  personId: string,
  signal: AbortSignal,
): Promise<Address | Unreachable> {
  const chat = await deps.conversations.person(personId);
  if (chat !== undefined) {
    const { conversationId, serviceUrl, language } = chat;
    return { kind: 'chat', conversationId, serviceUrl, language };
  }
  const { access } = deps.teams;
  if (access.kind === 'playground') {
    return { kind: 'unreachable', reason: 'This person has not opened a chat with Rootdesk yet.' };
  }
  const language = await languageInDirectory(deps, personId, signal);
  const { tenantId, personalServiceUrl: serviceUrl } = access;
  return { kind: 'new-chat', personId, tenantId, serviceUrl, language };
}

/** A message goes out whatever the directory does, in English then. */
async function languageInDirectory(
  { directory, log }: AddressDeps,
  personId: string,
  signal: AbortSignal,
): Promise<Language | undefined> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(DIRECTORY_MS)]);
    return languageOf(await directory.localeOf(personId, limit));
  } catch (error) {
    log.warn({ err: error }, 'the directory did not say which language a person reads');
    return undefined;
  }
}
