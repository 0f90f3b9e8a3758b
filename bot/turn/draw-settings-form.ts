import { settingsFormCard, type Texts } from '../../cards/index.ts';
import type { MuteTopic } from '../../src/channels/mute-rules.ts';
import type { Grant } from '../../src/rights/grant.ts';
import { Refusal } from '../../src/store/refusal.ts';
import type { Said } from './turn.ts';

/**
 * How the channel wants to have its mail, to be changed.
 *
 * @param fewerOf the topic of which somebody wants to see less
 * @throws {Refusal} channel-not-owning
 */
export function drawSettingsForm(
  texts: Texts,
  { subject: channel }: Grant<'settings' | 'settings-form'>,
  fewerOf?: MuteTopic,
): Said {
  if (channel?.roles.includes('owner') !== true) throw new Refusal('channel-not-owning');
  return {
    ...settingsFormCard(texts, { rules: channel.muted ?? [], fewerOf }),
    copyOf: settingsSubject(channel),
  };
}

/** Under which the forms of a channel's settings are kept. */
export function settingsSubject({ id }: { readonly id: string }): string {
  return `${id}.settings`;
}
