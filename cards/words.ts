import type { LinkedChannel } from '../src/channels/channel.ts';
import type { Category, Severity } from '../src/channels/mail-topics.ts';
import type { Person } from '../src/people/person.ts';
import type { Environment } from '../src/requests/request.ts';
import { joined, plain, say, type CardText, type Words } from './text.ts';

/** Colors of a container. */
export type Style = 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';
export type Font = 'Default' | 'Monospace';

export const ENVIRONMENT_WORDS: Readonly<Record<Environment, Words>> = {
  production: say`Production`,
  staging: say`Staging`,
  development: say`Development`,
  sandbox: say`Sandbox`,
};

export const CATEGORY_WORDS: Readonly<Record<Category, Words>> = {
  'account-admin': say`Account notice`,
  'sign-in-verification': say`Sign-in code`,
  'password-reset': say`Root password`,
  'email-change': say`Email verification`,
  'mfa-change': say`Multi-factor sign-in`,
  'security-alert': say`Security alert`,
  billing: say`Billing`,
  'account-closure': say`Account closure`,
  'service-health': say`Service health`,
  'support-case': say`Support case`,
  marketing: say`Marketing`,
  'non-aws': say`Not from AWS`,
};

/** What a mail is about; of one that was not recognised no more than who wrote it. */
export function topicOf(category: Category, recognised: boolean): Words {
  return recognised ? CATEGORY_WORDS[category] : say`Message of AWS`;
}

export const SEVERITY_WORDS: Readonly<Record<Severity, { readonly text: Words; readonly style: Style }>> = {
  urgent: { text: say`● Urgent`, style: 'attention' },
  action: { text: say`● Needs action`, style: 'warning' },
  notice: { text: say`● Good to know`, style: 'accent' },
  info: { text: say`○ Nothing to do`, style: 'emphasis' },
};

export const NAME_MOST = 80;

export function nameOf(person: Person): CardText {
  return plain(person.name, NAME_MOST) || plain(person.mail, NAME_MOST) || say`someone`;
}

export function nameAndMail(person: Person): CardText {
  const name = nameOf(person);
  const mail = plain(person.mail, NAME_MOST);
  return mail === '' || mail === name ? name : say`${name} (${mail})`;
}

const YOURS = say`your linked channel`;

/** `Payments › aws-root`. */
export function channelName(channel: LinkedChannel | undefined): CardText {
  if (channel === undefined) return YOURS;
  return joined([plain(channel.teamName, NAME_MOST), plain(channel.name, NAME_MOST)], ' › ') || YOURS;
}
