import { z } from 'zod';
import { mayCall, type AzureAccess } from '../../../bot/teams/teams-access.ts';
import type { LinkedChannel } from '../../channels/channel.ts';
import type { Stores } from '../../stores.ts';
import type { Config } from '../../config.ts';
import { reasonOf } from '../../graph/authentication.ts';
import { createBotCredential } from '../../graph/bot-credential.ts';
import type { TokenGiver } from '../../shared/token-source.ts';
import { fails, limit, tried, untried, works, type Finding, type Outcome } from './finding.ts';
import { signIn } from './check-sign-in.ts';

/** Where the Bot Framework publishes the keys of its tokens, and how the bot signs in; set by tests alone. */
export interface BotPlaces {
  readonly openIdMetadataUrl: string;
  readonly credential: (access: AzureAccess) => TokenGiver;
}

const PUBLIC_CLOUD: BotPlaces = {
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  credential: createBotCredential,
};
/** Scope of the tokens with which a bot speaks to Teams. */
const BOT_FRAMEWORK = 'https://api.botframework.com/.default';
const NETWORK = 'Let this machine reach it over https: firewall, proxy, name server.';

/** Whether the bot can tell who speaks to it, can sign in, and can reach Teams; in the Playground, whether its windows are there. */
export async function* checkBot(
  { teams }: Config,
  stored:
    | { readonly stores: Pick<Stores, 'conversations'>; readonly channels: readonly LinkedChannel[] }
    | undefined,
  places: BotPlaces = PUBLIC_CLOUD,
): AsyncGenerator<Finding> {
  if (teams.kind === 'azure') {
    yield tried('bot keys', () => examineKeys(places.openIdMetadataUrl));
    yield tried('bot sign-in', () =>
      signIn(
        places.credential(teams),
        BOT_FRAMEWORK,
        'Check BOT_APP_ID, BOT_TENANT_ID and BOT_APP_TYPE against the bot registration, and that the identity belongs to this machine.',
      ),
    );
    yield tried('Teams service', () => answers([teams.personalServiceUrl], NETWORK));
    return;
  }
  yield tried('Playground', async () => {
    if (stored === undefined || stored.channels.length === 0) return untried('no window is known yet');
    const { conversations } = stored.stores;
    const teamsSeen = await Promise.all(stored.channels.map(({ teamId }) => conversations.team(teamId)));
    const urls = teamsSeen.flatMap((team) => (team === undefined ? [] : [team.serviceUrl]));
    return answers(
      [...new Set(urls)].filter((url) => mayCall(teams, url)),
      'Start the local stand.',
    );
  });
}

const metadata = z.object({ issuer: z.literal('https://api.botframework.com'), jwks_uri: z.url() });

async function examineKeys(url: string): Promise<Outcome> {
  const response = await fetch(url, { signal: limit(), redirect: 'error' }).catch(unreachable);
  if (!(response instanceof Response)) return fails(`${url} cannot be reached (${response.why})`, NETWORK);
  const found = metadata.safeParse(await response.json().catch(() => undefined));
  return found.success
    ? works('the keys of the Bot Framework are published')
    : fails(
        `${url} answered ${response.status} with something else than keys`,
        'Look for a proxy that answers in its place.',
      );
}

/** Any HTTP answer will do: these services say nothing without a token. */
async function answers(urls: readonly string[], remedy: string): Promise<Outcome> {
  if (urls.length === 0) return untried('no address is known yet');
  for (const url of urls) {
    const response = await fetch(url, { signal: limit(), redirect: 'manual' }).catch(unreachable);
    if (!(response instanceof Response)) return fails(`${url} cannot be reached (${response.why})`, remedy);
    await response.body?.cancel();
  }
  return works(`${urls.join(', ')}: reached`);
}

function unreachable(error: unknown): { readonly why: string } {
  return { why: reasonOf(error) };
}
