import { describe, expect, it } from 'vitest';
import { english } from '../../../cards/index.ts';
import { eitherCard } from '../../../bot/commands/either.ts';
import { understand } from '../../../bot/commands/intents/understand.ts';
import { ADA, openWorld } from '../world.ts';

/** Between two intents as long as the table knows no more of it. */
const OPEN = 'billing mails are noise, keep them quiet';

describe('words that mean one thing as likely as another', () => {
  it('are asked about by buttons, and nothing is done', async () => {
    expect(understand(OPEN.split(' '))).toMatchObject({ kind: 'either' });
    await using world = await openWorld();
    await world.writeInChannel(ADA, `<at>Rootdesk</at> ${OPEN}`);
    const card = world.lastCard();
    expect(card).toContain(english.help.either);
    expect(card).toContain('"verb":"settings-form"');
    expect(card).toContain('"verb":"page-mail"');
    expect(card).toContain('"verb":"show-help"');
  });

  it('mean what works in this place, where the other does not', async () => {
    await using world = await openWorld();
    await world.write(ADA, OPEN);
    expect(world.lastCard()).not.toContain(english.help.either);
    expect(world.lastCard()).toContain('mail');
  });

  it('has the aliases of the channel in a channel', () => {
    const run = { kind: 'run', words: [] } as const;
    const either = {
      kind: 'either',
      of: [
        { ...run, name: 'aliases' },
        { ...run, name: 'pool' },
      ],
    } as const;
    const drawnIn = (place: Parameters<typeof eitherCard>[0]['place']): string =>
      JSON.stringify(eitherCard({ texts: english, place }, either).card);
    expect(drawnIn({ kind: 'channel', channelId: 'c', teamId: 't' })).toContain(english.help.aliasesHere);
    expect(drawnIn({ kind: 'personal' })).toContain(english.help.aliases);
  });
});
