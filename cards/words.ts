import type { LinkedChannel } from '../src/aliases/register.ts';
import type { Category, Severity } from '../src/mail/understanding.ts';
import type { Person } from '../src/people.ts';
import type { Environment } from '../src/requests/request.ts';
import { plain } from './text.ts';

/** Colors of a container. */
export type Style = 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';
/** Colors of text that can be read on a container of that style. */
export type Color = 'Default' | 'Good' | 'Attention' | 'Warning' | 'Accent';

export const ENVIRONMENT_WORDS: Readonly<Record<Environment, string>> = {
  production: 'Production',
  staging: 'Staging',
  development: 'Development',
  sandbox: 'Sandbox',
};

export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  'account-admin': 'Account notice',
  'sign-in-verification': 'Sign-in code',
  'password-reset': 'Root password',
  'email-change': 'Email verification',
  'mfa-change': 'Multi-factor sign-in',
  'security-alert': 'Security alert',
  billing: 'Billing',
  'account-closure': 'Account closure',
  'service-health': 'Service health',
  'support-case': 'Support case',
  marketing: 'Marketing',
  'non-aws': 'Not from AWS',
};

export const SEVERITY_WORDS: Readonly<
  Record<Severity, { readonly text: string; readonly style: Style; readonly color: Color }>
> = {
  urgent: { text: '● Urgent', style: 'attention', color: 'Attention' },
  action: { text: '● Needs action', style: 'warning', color: 'Warning' },
  notice: { text: '● Good to know', style: 'accent', color: 'Accent' },
  info: { text: '○ Nothing to do', style: 'emphasis', color: 'Default' },
};

const NAME_MOST = 80;

export function nameOf(person: Person): string {
  return plain(person.name, NAME_MOST) || plain(person.mail, NAME_MOST) || 'someone';
}

export function nameAndMail(person: Person): string {
  const name = nameOf(person);
  const mail = plain(person.mail, NAME_MOST);
  return mail === '' || mail === name ? name : `${name} (${mail})`;
}

/** `Payments › aws-root`. */
export function channelName(channel: LinkedChannel | undefined): string {
  if (channel === undefined) return 'your linked channel';
  const parts = [plain(channel.teamName, NAME_MOST), plain(channel.name, NAME_MOST)];
  return parts.filter((part) => part !== '').join(' › ') || 'your linked channel';
}
