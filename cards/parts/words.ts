import type { LinkedChannel } from '../../src/channels/channel.ts';
import type { Category, Severity } from '../../src/channels/mail-topics.ts';
import type { Actor, Person } from '../../src/people/person.ts';
import { joined, plain, withoutMarkup, type CardText, type Words } from '../text.ts';
import type { Texts } from '../texts/languages.ts';

/** Colors of a container. */
export type Style = 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';

/** What a mail is about; of one that was not recognised no more than who wrote it. */
export function topicOf({ topics }: Texts, category: Category, recognised: boolean): Words {
  return recognised ? topics[category] : topics.unrecognised;
}

export const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = {
  urgent: 'attention',
  action: 'warning',
  notice: 'accent',
  info: 'emphasis',
};

export const NAME_MOST = 80;

export function nameOf({ names }: Texts, person: Person): CardText {
  return plain(person.name, NAME_MOST) || plain(person.mail, NAME_MOST) || names.someone;
}

/** The same for a notification, where nothing may be markup. */
export function whoWords(texts: Texts, person: Person): Words {
  return withoutMarkup(nameOf(texts, person), NAME_MOST) || texts.names.someone;
}

/** What an account is called in a notification: its name, its id, else the address of its alias. */
export function accountWords({ names }: Texts, ...known: readonly (string | undefined)[]): Words {
  const name = known.find((each) => each !== undefined && each !== '') ?? '';
  return withoutMarkup(name, NAME_MOST) || names.account;
}

export function nameAndMail(texts: Texts, person: Person): CardText {
  const name = nameOf(texts, person);
  const mail = plain(person.mail, NAME_MOST);
  return mail === '' || mail === name ? name : texts.names.withMail({ name, mail });
}

/** Who did it, as people know them. */
export function actorName({ names }: Texts, actor: Actor): CardText {
  const name = plain(actor.name, NAME_MOST) || names.someone;
  switch (actor.kind) {
    case 'person':
      return name;
    case 'client':
      return names.apiClient({ name });
    case 'system':
      return names.rootdesk;
  }
}

/** `Payments › aws-root`. */
export function channelName({ names }: Texts, channel: LinkedChannel | undefined): CardText {
  if (channel === undefined) return names.yourChannel;
  return (
    joined([plain(channel.teamName, NAME_MOST), plain(channel.name, NAME_MOST)], ' › ') || names.yourChannel
  );
}
