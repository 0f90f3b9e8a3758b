/** What AWS takes as account ids, account names and root-user addresses: its limits are here alone. */

export const ACCOUNT_ID_DIGITS = 12;
export const ACCOUNT_ID = new RegExp(`^[0-9]{${ACCOUNT_ID_DIGITS}}$`);

/** Spaces, and dashes as word processors and other scripts make them. */
const BETWEEN_DIGITS = String.raw`[\s\-\u058a\u05be\u2010-\u2015\u2212\u2e3a\u2e3b\u301c\ufe58\ufe63\uff0d]*`;

/** How people write an account id, as a pattern that every client knows: cards have it checked before they are sent. */
export const ACCOUNT_ID_WRITTEN = `^${BETWEEN_DIGITS}(?:[0-9]${BETWEEN_DIGITS}){${ACCOUNT_ID_DIGITS}}$`;

/** The account id in its 12 digits; spaces and dashes are forgiven. Undefined when it is none. */
export function parseAccountId(text: string): string | undefined {
  return new RegExp(ACCOUNT_ID_WRITTEN).test(text) ? text.replaceAll(/[^0-9]/g, '') : undefined;
}

/** Names of AWS accounts have so many characters at most. */
export const ACCOUNT_NAME_MOST = 50;

/**
 * Printable ASCII without the characters that AWS refuses: `PutAccountName` of Account Management takes `[ -;=?-~]+`, the console of
 * Organizations refuses `/ % |` as well (https://docs.aws.amazon.com/accounts/latest/reference/API_PutAccountName.html).
 */
export const ACCOUNT_NAME_WRITTEN = String.raw`^(?:(?![<>/%|])[\x20-\x7e])+$`;

/** Whether AWS takes the name for an account. */
export function isAccountName(name: string): boolean {
  return name.length <= ACCOUNT_NAME_MOST && new RegExp(ACCOUNT_NAME_WRITTEN).test(name);
}

/** AWS takes 6 to 64 ASCII characters (Organizations CreateAccount, parameter Email). */
const ADDRESS_LEAST = 6;
export const AWS_ADDRESS_MOST = 64;
const AWS_ADDRESS = /^[\x21-\x7e]+$/;
/** Characters that CreateAccount refuses in the local part, besides white space and control characters. */
const REFUSED_BY_AWS = /[()<>[\]:;,\\|"'%&]/;
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;

/** Why AWS would refuse the address as a root-user address, or undefined when it would take it. */
export function addressFault(address: string): string | undefined {
  if (address.length < ADDRESS_LEAST || address.length > AWS_ADDRESS_MOST) {
    return `it has ${address.length} characters; AWS takes ${ADDRESS_LEAST} to ${AWS_ADDRESS_MOST}`;
  }
  if (!AWS_ADDRESS.test(address)) return 'it holds a character that is not printable ASCII';
  const parts = address.split('@');
  const [local = '', host = ''] = parts;
  if (parts.length !== 2 || local === '' || host === '') return 'it is not of the form name@domain';
  if (REFUSED_BY_AWS.test(local)) return 'it holds a character that AWS refuses in a root-user address';
  if (!host.includes('.') || !HOST.test(host)) return 'its domain is not a host name with a dot';
  if (local.startsWith('.') || address.includes('..')) return 'a dot is in a wrong place';
  return undefined;
}
