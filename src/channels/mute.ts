import { isDeepStrictEqual } from 'node:util';
import type { LinkedChannel } from './channel.ts';
import type { ChannelsDeps } from './channels-deps.ts';
import type { Grant } from '../rights/grant.ts';
import { anew, retryOnConflict } from '../store/retry-on-conflict.ts';
import { Refusal } from '../store/refusal.ts';
import type { MuteRule } from './mute-rules.ts';

/** The commands, and the form, that make topics muted or loud. */
export type MuteGrant = Grant<'mute' | 'unmute' | 'digest' | 'save-settings'>;

/** What becomes of a channel's rules. */
export type MuteChange = (rules: readonly MuteRule[]) => readonly MuteRule[];

/** See `Channels.mute`. */
export async function setMute(
  deps: ChannelsDeps,
  first: MuteGrant,
  change: MuteChange,
): Promise<readonly MuteRule[]> {
  const busy = (): Refusal => new Refusal('mail-busy');
  return retryOnConflict(busy, anew(first), async (grant) => {
    const { subject: channel, before, actor } = grant;
    if (channel?.roles.includes('owner') !== true) {
      throw new Refusal('channel-not-owning');
    }
    const muted = change(rulesOf(channel));
    if (isDeepStrictEqual(muted, rulesOf(channel))) return muted;
    const outcome = await deps.register.commit({
      channels: [{ before: { ...before, value: channel }, after: { ...channel, muted } }],
      audit: {
        at: deps.clock(),
        actor,
        action: 'quiet',
        aliasId: undefined,
        before: { code: 'mute-rules', rules: rulesOf(channel) },
        after: { code: 'mute-rules', rules: muted },
        reason: { code: 'channel-name', teamName: channel.teamName, name: channel.name },
      },
    });
    return outcome.kind === 'committed' ? muted : undefined;
  });
}

function rulesOf({ muted }: LinkedChannel): readonly MuteRule[] {
  return muted ?? [];
}
