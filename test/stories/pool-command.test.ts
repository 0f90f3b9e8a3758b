import { describe, expect, it } from 'vitest';
import { ALEX, MEGAN, PAYMENTS, TRIAGE } from './company.ts';
import { PAY } from './mail.ts';
import { buttonsOf } from './shown.ts';
import { openWorld } from './world.ts';

describe('pool', () => {
  it('counts the aliases for an approver, and says how long the free ones last', async () => {
    await using world = await openWorld();
    const before = await world.says(MEGAN, 'pool');
    expect(before.text).toContain('Free\n6');
    expect(before.text).toContain('Nobody was given one in the last four weeks');
    await world.owns(ALEX, PAYMENTS, PAY);
    const { text, card } = await world.says(MEGAN, 'How many aliases are left?');
    expect(text).toContain('Free\n5\nIn use\n1\nAll\n6');
    // One in four weeks, and five are left.
    expect(text).toContain('0.25 a week');
    expect(text).toContain('About 20 weeks');
    expect(JSON.stringify(card)).toContain('"type":"Chart.Donut"');
  });

  it('tells everybody else what they can do', async () => {
    await using world = await openWorld();
    const answer = await world.says(ALEX, 'pool');
    expect(answer.text).toContain('Only approvers see how many aliases are left');
    expect(answer.text).not.toContain('Free');
    await world.clicks(ALEX, answer, 'request-form');
    await world.sees(ALEX, 'Request an AWS root alias');
    expect((await world.sees(ALEX, 'Only approvers see')).text).toBe(answer.text);
  });

  it('is a button where the pool gets low, and answers below', async () => {
    await using world = await openWorld({ lowWater: 10 });
    await world.doesHousekeeping();
    const low = await world.sees(TRIAGE, 'The pool of AWS root aliases runs low');
    expect((await world.clicks(MEGAN, low, 'show-pool')).text).toContain('in a new message below');
    const pool = await world.sees(TRIAGE, 'The pool of aliases');
    expect(pool.conversationId).toBe(low.conversationId);
    expect(buttonsOf(pool.card).has('show-help')).toBe(true);
  });
});

describe('a command that is written where it does not work', () => {
  it('leads to the chat, or to the channels in which it does', async () => {
    await using world = await openWorld();
    const inChannel = await world.says(ALEX, 'find payments', PAYMENTS);
    expect(JSON.stringify(inChannel.card)).toContain(
      'https://teams.microsoft.com/l/chat/0/0?users=28%3Arootdesk&message=find',
    );
    const inChat = await world.says(ALEX, 'settings');
    expect(JSON.stringify(inChat.card)).toContain(
      `https://teams.microsoft.com/l/channel/${encodeURIComponent(PAYMENTS.id)}/aws-root?`,
    );
    await world.clicks(ALEX, inChat, 'show-help');
    await world.sees(ALEX, 'What Rootdesk can do');
  });
});
