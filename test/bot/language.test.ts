import { describe, expect, it } from 'vitest';
import { createAdapter } from '../../bot/teams/adapter.ts';
import { addressOf, type AddressDeps } from '../../bot/teams/address.ts';
import { createPoster } from '../../bot/teams/poster.ts';
import { inPlainText, textsIn } from '../../cards/index.ts';
import type { Notice } from '../../src/notice.ts';
import { unwatched } from '../../src/shared/telemetry.ts';
import { PENDING } from '../cards/samples.ts';
import { startConnector } from '../fakes/connector.ts';
import { createFakeConversations } from '../fakes/conversations.ts';
import { silentLog } from '../fakes/log.ts';
import { ADA, CHANNEL, inChannel, openWorld, personal, TEAM } from './world.ts';

const german = textsIn('de');
const IN_GERMAN = { locale: 'de-CH' };

describe('somebody whose Teams speaks German', () => {
  it('is answered in German: help, refusals and clicks', async () => {
    await using world = await openWorld();
    await world.send({ type: 'message', id: 'm1', text: 'help', ...personal(ADA), ...IN_GERMAN });
    expect(world.lastCard()).toContain(german.help.titles.help);
    await world.send({ type: 'message', id: 'm0', text: 'help all', ...personal(ADA), ...IN_GERMAN });
    expect(world.lastCard()).toContain(german.commands.find);
    await world.send({
      type: 'message',
      id: 'm2',
      text: 'history aws_x@company.com',
      ...personal(ADA),
      ...IN_GERMAN,
    });
    expect(world.lastCard()).toContain(inPlainText(german.refusals['no-right'].message));
    await world.send({ type: 'message', id: 'm3', text: 'help bind', ...personal(ADA), ...IN_GERMAN });
    expect(world.lastCard()).toContain('bind <Alias> <Konto-ID> [Kontoname]');
    const clicked = await world.click(
      ADA,
      'submit-request',
      { requestId: 'x' },
      { ...personal(ADA), ...IN_GERMAN },
    );
    expect(clicked.text).toContain(inPlainText(german.refusals['card-unknown'].message));
  });

  it('is remembered, and a channel speaks as was last written there', async () => {
    await using world = await openWorld();
    await world.send({ type: 'message', id: 'm1', text: 'help', ...personal(ADA), ...IN_GERMAN });
    await world.send({ type: 'message', id: 'm2', text: 'help', ...inChannel(ADA), ...IN_GERMAN });
    await world.bot.settled();
    expect(world.conversations.people.get(ADA.id)?.language).toBe('de');
    expect(await world.conversations.languageOf(CHANNEL)).toBe('de');
    await world.click(ADA, 'request-form', {}, { ...inChannel(ADA), locale: 'en-US' });
    await world.bot.settled();
    expect(await world.conversations.languageOf(CHANNEL)).toBe('de');
  });

  it('decides for a channel in which nobody has written, by a click', async () => {
    await using world = await openWorld();
    await world.click(ADA, 'link-channel', {}, { ...inChannel(ADA), ...IN_GERMAN });
    await world.bot.settled();
    expect(await world.conversations.languageOf(CHANNEL)).toBe('de');
  });

  it('reads English where Rootdesk does not speak their language', async () => {
    await using world = await openWorld();
    await world.send({ type: 'message', id: 'm1', text: 'help', ...personal(ADA), locale: 'tlh' });
    expect(world.lastCard()).toContain(textsIn('en').help.titles.help);
  });
});

describe('a card that comes by itself', () => {
  const NOTICE: Notice = { kind: 'pool-empty', request: PENDING };
  const PATIENT = new AbortController().signal;

  it('is in the language of the person or the channel, and stays in it when it is redrawn', async () => {
    await using teams = await startConnector();
    const { serviceUrl } = teams;
    const conversations = createFakeConversations();
    await conversations.rememberTeam({ teamId: TEAM, serviceUrl, tenantId: 'tenant-1' });
    await conversations.rememberLanguage(CHANNEL, 'de');
    const poster = createPoster({
      teams: createAdapter({ kind: 'playground' }, silentLog(), { telemetry: unwatched }),
      conversations,
      register: { channel: async () => undefined, channels: async () => [] },
      directory: { localeOf: async () => undefined },
      log: silentLog(),
    });
    const posted = await poster.post({ kind: 'channel', channelId: CHANNEL, teamId: TEAM }, NOTICE, PATIENT);
    if (posted.kind !== 'posted') throw new Error(posted.kind);
    expect(posted.copy.language).toBe('de');
    expect(JSON.stringify(teams.calls[0])).toContain(german.pool.emptyTitle);
    await conversations.rememberLanguage(CHANNEL, 'en');
    await poster.redraw(posted.copy, NOTICE, PATIENT);
    expect(teams.calls[1]).toMatchObject({ body: { summary: german.pool.emptySummary } });
    const chat = {
      personId: ADA.id,
      name: ADA.name,
      conversationId: 'chat',
      serviceUrl,
      tenantId: 'tenant-1',
    };
    await conversations.rememberPerson({ ...chat, language: 'de' });
    await poster.post({ kind: 'person', personId: ADA.id }, NOTICE, PATIENT);
    expect(JSON.stringify(teams.calls[2])).toContain(german.pool.emptyTitle);
  });
});

describe('a chat that Rootdesk opens', () => {
  const to = { kind: 'person', personId: ADA.id } as const;
  function depsWith(localeOf: AddressDeps['directory']['localeOf']): AddressDeps {
    return {
      teams: {
        access: {
          kind: 'azure',
          appId: 'app-1',
          tenantId: 'tenant-1',
          identity: { kind: 'UserAssignedMSI' },
          allowedTenants: ['tenant-1'],
          allowedServiceHosts: ['teams.example'],
          personalServiceUrl: 'https://teams.example/',
        },
      },
      conversations: createFakeConversations(),
      register: { channel: async () => undefined, channels: async () => [] },
      directory: { localeOf },
      log: silentLog(),
    };
  }

  it.each([
    ['de-AT', 'de'],
    ['en-GB', 'en'],
    ['fr-FR', undefined],
    [undefined, undefined],
  ] as const)('is in the language that the directory has: %s', async (locale, language) => {
    const address = await addressOf(
      depsWith(async () => locale),
      to,
      new AbortController().signal,
    );
    expect(address).toMatchObject({ kind: 'new-chat', language });
  });

  it('is opened all the same when the directory does not answer', async () => {
    const deps = depsWith(() => Promise.reject(new Error('away')));
    const address = await addressOf(deps, to, new AbortController().signal);
    expect(address).toMatchObject({ kind: 'new-chat', personId: ADA.id, language: undefined });
  });
});
