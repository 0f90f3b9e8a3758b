import { describe, expect, it } from 'vitest';
import { createTableConversations } from '../../src/azure/table-conversations.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { receiptSubject, type PersonalChat, type PostedCopy } from '../../src/messages/poster.ts';
import { countTable } from '../fakes/counted-table.ts';
import { openOwnTable } from './storage.ts';

const CHAT: PersonalChat = {
  personId: 'a1c04f52-6f0b-4a5e-8d1e-2b7d90c3e001',
  name: 'Alex Wilber',
  conversationId: 'a:1_Ab/c#d?e\\f',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: 'tenant-1',
};

function copy(conversationId: string, activityId: string): PostedCopy {
  return { serviceUrl: CHAT.serviceUrl, conversationId, activityId };
}

describe('where people and teams can be reached', () => {
  it('is found again by another process', async () => {
    const table = await openOwnTable();
    const before = createTableConversations(table);
    const team = { teamId: '19:payments@thread.tacv2', serviceUrl: CHAT.serviceUrl, tenantId: 'tenant-1' };
    await before.rememberPerson(CHAT);
    await before.rememberTeam(team);
    const after = createTableConversations(table);
    expect(await after.person(CHAT.personId)).toEqual(CHAT);
    expect(await after.team(team.teamId)).toEqual(team);
    expect(await after.person('somebody else')).toBeUndefined();
    expect(await after.team('another team')).toBeUndefined();
  });

  it('is asked of the table once for a team, and what is heard counts at once', async () => {
    const table = countTable(await openOwnTable());
    const conversations = createTableConversations(table);
    const team = { teamId: '19:payments@thread.tacv2', serviceUrl: CHAT.serviceUrl, tenantId: 'tenant-1' };
    expect(await conversations.team(team.teamId)).toBeUndefined();
    await conversations.rememberTeam(team);
    table.taken();
    for (let time = 0; time < 3; time += 1) expect(await conversations.team(team.teamId)).toEqual(team);
    expect(table.taken()).toEqual(['get']);
    const moved = { ...team, serviceUrl: 'https://smba.trafficmanager.net/amer/' };
    await conversations.rememberTeam(moved);
    expect(await conversations.team(team.teamId)).toEqual(moved);
  });

  it('is what was heard last', async () => {
    const conversations = createTableConversations(await openOwnTable());
    await conversations.rememberPerson(CHAT);
    const moved = { ...CHAT, serviceUrl: 'https://smba.trafficmanager.net/amer/', name: '' };
    await conversations.rememberPerson(moved);
    expect(await conversations.person(CHAT.personId)).toEqual(moved);
  });
});

describe('posted copies', () => {
  it('of a card are all kept, each once', async () => {
    const conversations = createTableConversations(await openOwnTable());
    const subject = newId();
    const copies = [copy('19:a@thread.tacv2;messageid=1', '1'), copy('19:a@thread.tacv2;messageid=2', '2')];
    for (const each of [...copies, ...copies]) await conversations.rememberCopy(subject, each);
    const found = await conversations.copies(subject);
    expect(found.map(({ activityId }) => activityId).toSorted()).toEqual(['1', '2']);
    expect(found).toMatchObject(found.map(({ activityId }) => copies[Number(activityId) - 1] ?? {}));
  });

  it('are told apart by upper and lower case, and by subject', async () => {
    const conversations = createTableConversations(await openOwnTable());
    const subject = newId();
    await conversations.rememberCopy(subject, copy('a:Xy', '1'));
    await conversations.rememberCopy(subject, copy('a:xY', '1'));
    await conversations.rememberCopy(receiptSubject(subject), copy('a:receipt', '1'));
    await conversations.rememberCopy(newId(), copy('a:other', '1'));
    expect(
      (await conversations.copies(subject)).map(({ conversationId }) => conversationId).toSorted(),
    ).toEqual(['a:Xy', 'a:xY']);
    expect(await conversations.copies(receiptSubject(subject))).toHaveLength(1);
  });

  it('of a mail are kept under its ledger id, however that is spelt', async () => {
    const conversations = createTableConversations(await openOwnTable());
    const subject = 'AAMkAD/x+y=#?:3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c0001';
    await conversations.rememberCopy(subject, copy('19:a@thread.tacv2;messageid=1', '1'));
    expect(await conversations.copies(subject)).toHaveLength(1);
    expect(await conversations.copies('')).toEqual([]);
  });
});
