import { formFault, type FormFault } from '../../cards/texts/coded.ts';
import { ACCOUNT_NAME_MOST, isAccountName, parseAccountId } from '../aliases/aws-limits.ts';
import type { LinkedChannel } from '../channels/channel.ts';
import { channelsNamed } from '../channels/channels-named.ts';
import { ENVIRONMENTS, type RequestForm } from './request.ts';

export const PURPOSE_MOST = 500;
/** Printable text of any script, on one line. */
const CONTROL = /\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}/u;

/** `channelName` is for those who have more channels than a list can hold. */
export type FormField =
  'accountName' | 'purpose' | 'environment' | 'channelId' | 'channelName' | 'expectedAccountId';

/** Fields as they came from a card or an API body, nothing of them believed. */
export type FormFields = Readonly<Record<FormField, string>>;

/** What is wrong with each field that cannot stay as it is. */
export type FormFaults = Readonly<Partial<Record<FormField, FormFault>>>;

/** Takes the form's fields out of anything; what is not text counts as blank. */
export function formFields(input: unknown): FormFields {
  const fields: Record<string, unknown> = typeof input === 'object' && input !== null ? { ...input } : {};
  const text = (name: FormField): string => {
    const value = fields[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    accountName: text('accountName'),
    purpose: text('purpose'),
    environment: text('environment'),
    channelId: text('channelId'),
    channelName: text('channelName'),
    expectedAccountId: text('expectedAccountId'),
  };
}

/**
 * The form of a form, or a fault at each field that is wrong.
 *
 * @param channels those that may own the asker's aliases
 */
export function parseForm(
  form: FormFields,
  channels: readonly LinkedChannel[],
): { form: RequestForm } | { faults: FormFaults } {
  const environment = ENVIRONMENTS.find((known) => known === form.environment);
  const expectedAccountId =
    form.expectedAccountId === '' ? undefined : parseAccountId(form.expectedAccountId);
  const faults: Partial<Record<FormField, FormFault>> = {};
  const note = (field: FormField, fault: FormFault | undefined): void => {
    if (fault !== undefined) faults[field] = fault;
  };
  const { accountName } = form;
  note('accountName', accountNameFault(accountName));
  note('purpose', purposeFault(form.purpose));
  if (environment === undefined) {
    note('environment', formFault('environment-unknown', { environments: ENVIRONMENTS.join(', ') }));
  }
  const channel = channelOf(form, channels);
  if ('fault' in channel) note('channelId', channel.fault);
  if (form.expectedAccountId !== '' && expectedAccountId === undefined) {
    note('expectedAccountId', formFault('account-id-malformed'));
  }
  if (Object.keys(faults).length > 0 || environment === undefined || 'fault' in channel) return { faults };
  return {
    form: { ...pickText(form), environment, channelId: channel.id, expectedAccountId },
  };
}

/** The channel that was chosen, or whose name was typed: mail must not go where only half of the form says so. */
function channelOf(
  { channelId, channelName }: FormFields,
  channels: readonly LinkedChannel[],
): { readonly id: string } | { readonly fault: FormFault } {
  const chosen = channels.find(({ id }) => id === channelId);
  if (channelName === '') return chosen ?? { fault: formFault('channel-unknown') };
  const named = channelsNamed(channels, channelName);
  const [first, ...others] = named;
  if (first === undefined) return { fault: formFault('channel-not-found', { name: channelName }) };
  if (chosen !== undefined) return named.includes(chosen) ? chosen : { fault: formFault('channel-two') };
  if (others.length === 0) return first;
  return { fault: formFault('channels-found', { name: channelName, count: named.length }) };
}

function pickText(form: FormFields): { accountName: string; purpose: string } {
  return { accountName: form.accountName, purpose: form.purpose.replaceAll(/\s+/g, ' ') };
}

function accountNameFault(name: string): FormFault | undefined {
  if (name === '') return formFault('account-name-missing');
  return isAccountName(name) ? undefined : formFault('account-name-refused', { most: ACCOUNT_NAME_MOST });
}

function purposeFault(text: string): FormFault | undefined {
  const { length } = text;
  if (length === 0) return formFault('purpose-missing');
  if (length > PURPOSE_MOST) return formFault('purpose-too-long', { most: PURPOSE_MOST, length });
  return CONTROL.test(text.replaceAll(/[\r\n\t]/g, ' ')) ? formFault('purpose-invisible') : undefined;
}
