import { beforeEach, describe, expect, it } from 'vitest';
import type { ChannelRole, LinkedChannel } from '../../src/channels/channel.ts';
import type { Register } from '../../src/register.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import type { Table } from '../../src/azure/table.ts';
import type { Channels, ChannelSeen } from '../../src/channels/channels.ts';
import { createChannels } from '../../src/channels/create-channels.ts';
import type { Person } from '../../src/people/person.ts';
import { ADA } from '../fakes/aliases.ts';
import { newTable } from '../fakes/azurite-table.ts';
import { APPROVER, createCompany } from '../fakes/company.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';

const drivers: readonly { name: string; open: () => Promise<Table> }[] = [
  { name: 'Azurite', open: () => newTable() },
  { name: 'memory', open: async () => createMemoryTable() },
];

describe.each(drivers)('linked channels on $name', ({ open }) => {
  let register: Register;
  let channels: Channels;
  /** Links by way of the right that it takes. */
  let link: (by: Person, channel: ChannelSeen, roles: readonly ChannelRole[]) => Promise<LinkedChannel>;
  beforeEach(async () => {
    register = createTableRegister(await open());
    channels = createChannels({
      register,
      clock: () => new Date('2026-03-02T08:00:00Z'),
      wake: () => undefined,
    });
    const { rights } = createCompany(register);
    link = async (by, channel, roles) => {
      const operation = roles.every((role) => role === 'owner') ? 'link' : 'link-approvals';
      const place = { kind: 'channel', teamId: channel.teamId, channelId: channel.id } as const;
      const caller = { kind: 'person', person: by, place, conversationId: channel.id } as const;
      return channels.link(await rights.grant(operation, caller, channel.id), channel, roles);
    };
  });

  const seen = (name: string): ChannelSeen => ({
    id: `19:${name}@thread.tacv2`,
    name,
    teamId: '19:team@thread.tacv2',
    teamName: 'Cloud Platform',
    groupId: 'group',
    membership: 'standard',
  });
  const withRole = async (role: ChannelRole): Promise<string[]> =>
    (await register.channels())
      .map(({ value }) => value)
      .filter(({ roles }) => roles.includes(role))
      .map(({ name }) => name);

  it('own aliases once anybody linked them, and twice is once', async () => {
    await link(ADA, seen('payments'), ['owner']);
    await link(ADA, seen('payments'), ['owner']);
    expect(await channels.channel('19:payments@thread.tacv2')).toMatchObject({
      roles: ['owner'],
      linkedBy: ADA.name,
    });
    const lines: string[] = [];
    for await (const { action } of register.audit(new Date(0), new Date('2030-01-01'))) lines.push(action);
    expect(lines).toEqual(['link']);
  });

  it('take approvals and triage from approvers alone', async () => {
    await expect(link(ADA, seen('approvals'), ['approvals'])).rejects.toMatchObject({
      code: 'no-right',
    });
    await link(APPROVER, seen('approvals'), ['approvals', 'triage']);
    expect(await withRole('triage')).toEqual(['approvals']);
  });

  it('lose approvals to the channel that takes them next, and keep what else they are for', async () => {
    await link(APPROVER, seen('old'), ['owner', 'approvals', 'triage']);
    await link(APPROVER, seen('new'), ['approvals']);
    expect(await withRole('approvals')).toEqual(['new']);
    expect(await withRole('triage')).toEqual(['old']);
    expect(await withRole('owner')).toEqual(['old']);
  });

  it('that take a role at the same moment: one has it', async () => {
    const names = ['one', 'two', 'three', 'four'];
    await Promise.all(names.map((name) => link(APPROVER, seen(name), ['approvals'])));
    expect(await withRole('approvals')).toHaveLength(1);
  });

  it('linked by many hands at the same moment are linked', async () => {
    await Promise.all(Array.from({ length: 8 }, () => link(ADA, seen('payments'), ['owner'])));
    expect(await withRole('owner')).toEqual(['payments']);
  });
});
