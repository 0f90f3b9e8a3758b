import { parseAccountId, accountNameFault } from '../aliases/aws-limits.ts';
import { ENVIRONMENTS, type RequestForm } from './request.ts';

const PURPOSE_MOST = 500;
/** Printable text of any script, on one line. */
const CONTROL = /\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}/u;

export type FormField = 'accountName' | 'purpose' | 'environment' | 'channelId' | 'expectedAccountId';

/** Fields as they came from a card or an API body, nothing of them believed. */
export type FormFields = Readonly<Record<FormField, string>>;

/** A sentence for each field that cannot stay as it is. */
export type FormFaults = Readonly<Partial<Record<FormField, string>>>;

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
 * The form of a form, or a sentence at each field that is wrong.
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
  const faults: Partial<Record<FormField, string>> = {};
  const say = (field: FormField, fault: string | undefined): void => {
    if (fault !== undefined) faults[field] = fault;
  };
  const { accountName } = form;
  say('accountName', accountName === '' ? 'Give the AWS account a name.' : accountNameFault(accountName));
  say('purpose', textFault(form.purpose, 'Say in a sentence what the account is for.', PURPOSE_MOST));
  if (environment === undefined) say('environment', `Choose one of ${ENVIRONMENTS.join(', ')}.`);
  if (!channelIds.includes(form.channelId)) {
    say(
      'channelId',
      'Choose the channel that shall get the mail. It has to be linked and in one of your teams.',
    );
  }
  if (form.expectedAccountId !== '' && expectedAccountId === undefined) {
    say('expectedAccountId', 'An AWS account id has 12 digits. Leave it blank if there is no account yet.');
  }
  if (Object.keys(faults).length > 0 || environment === undefined) return { faults };
  return {
    form: { ...pickText(form), environment, channelId: form.channelId, expectedAccountId },
  };
}

function pickText(form: FormFields): { accountName: string; purpose: string } {
  return { accountName: form.accountName, purpose: form.purpose.replaceAll(/\s+/g, ' ') };
}

function textFault(text: string, blank: string, most: number): string | undefined {
  if (text === '') return blank;
  const { length } = text;
  if (length > most) return `Shorten it to ${most} characters; it has ${length}.`;
  if (CONTROL.test(text.replaceAll(/[\r\n\t]/g, ' '))) return 'Remove the invisible characters from it.';
  return undefined;
}
