import { formFault, type FormFault } from '../../cards/texts/coded.ts';
import { ACCOUNT_NAME_MOST, isAccountName, parseAccountId } from '../aliases/aws-limits.ts';
import { ENVIRONMENTS, type RequestForm } from './request.ts';

export const PURPOSE_MOST = 500;
/** Printable text of any script, on one line. */
const CONTROL = /\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}/u;

export type FormField = 'accountName' | 'purpose' | 'environment' | 'channelId' | 'expectedAccountId';

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
    expectedAccountId: text('expectedAccountId'),
  };
}

/**
 * The form of a form, or a fault at each field that is wrong.
 *
 * @param channelIds the channels that may own the asker's aliases
 */
export function parseForm(
  form: FormFields,
  channelIds: readonly string[],
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
  if (!channelIds.includes(form.channelId)) {
    note('channelId', formFault('channel-unknown'));
  }
  if (form.expectedAccountId !== '' && expectedAccountId === undefined) {
    note('expectedAccountId', formFault('account-id-malformed'));
  }
  if (Object.keys(faults).length > 0 || environment === undefined) return { faults };
  return {
    form: { ...pickText(form), environment, channelId: form.channelId, expectedAccountId },
  };
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
