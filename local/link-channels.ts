import { setTimeout as delay } from 'node:timers/promises';
import type { ChannelRole } from '../src/channels/channel.ts';
import type { Register } from '../src/register.ts';
import { RootdeskError } from '../src/shared/rootdesk-error.ts';
import { approver, bot, cloudPlatform, engineer, payments, type Person, type Team } from './people.ts';

interface Linking {
  readonly playgroundUrl: string;
  readonly person: Person;
  readonly team: Team;
  readonly roles: readonly ChannelRole[];
  readonly text: string;
}

const LINKED_WITHIN_MS = 10_000;
const ASK_EVERY_MS = 100;

/**
 * Links the Payments channel as the engineer would, and the approvers' channel as the approver would, by writing to the bot
 * there. Channels that are linked already are left alone.
 * @throws {LinkError} when the bot does not link a channel
 */
export async function linkChannels(
  register: Pick<Register, 'channel'>,
  playgrounds: { readonly engineer: string; readonly approver: string },
): Promise<void> {
  const linkings: Linking[] = [
    { playgroundUrl: playgrounds.engineer, person: engineer, team: payments, roles: ['owner'], text: 'link' },
    {
      playgroundUrl: playgrounds.approver,
      person: approver,
      team: cloudPlatform,
      roles: ['approvals', 'triage'],
      text: 'link approvals triage',
    },
  ];
  await Promise.all(linkings.map((linking) => link(register, linking)));
}

async function link(register: Pick<Register, 'channel'>, linking: Linking): Promise<void> {
  const { id, name } = linking.team.channel;
  const isLinked = async (): Promise<boolean> => {
    const roles = (await register.channel(id))?.value.roles ?? [];
    return linking.roles.every((role) => roles.includes(role));
  };
  if (await isLinked()) return;
  await write(linking);
  const end = Date.now() + LINKED_WITHIN_MS;
  while (!(await isLinked())) {
    if (Date.now() > end) {
      throw new LinkError(
        'local-channel-not-linked',
        `Rootdesk did not link the channel ${name}.`,
        'Look into .local/rootdesk.log for the reason, then start again with --fresh.',
      );
    }
    await delay(ASK_EVERY_MS);
  }
}

async function write({ playgroundUrl, person, team, text }: Linking): Promise<void> {
  const mention = `<at>${bot.name}</at>`;
  const response = await fetch(
    `${playgroundUrl}/_conversation/v1/conversations/${encodeURIComponent(team.channel.id)}/messages`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        from: { id: person.id },
        text: `${mention} ${text}`,
        textFormat: 'plain',
        mentions: [{ mentioned: { id: bot.id, name: bot.name }, text: mention }],
      }),
      signal: AbortSignal.timeout(LINKED_WITHIN_MS),
    },
  );
  if (response.ok) return;
  throw new LinkError(
    'local-channel-not-linked',
    `The Playground answered ${response.status} to a message in the channel ${team.channel.name}.`,
    'Start again with --fresh.',
  );
}

/** A channel of the stand could not be linked. */
export class LinkError extends RootdeskError<'local-channel-not-linked'> {
  override name = 'LinkError';
}
