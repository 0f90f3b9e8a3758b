/** Names of AWS accounts have so many characters at most. */
export const ACCOUNT_NAME_MOST = 50;

/**
 * Printable ASCII without the characters that AWS refuses: `PutAccountName` of Account Management takes `[ -;=?-~]+`, the console of
 * Organizations refuses `/ % |` as well (https://docs.aws.amazon.com/accounts/latest/reference/API_PutAccountName.html).
 */
const TAKEN_BY_AWS = /^(?:(?![<>/%|])[\x20-\x7e])+$/;

/** What AWS takes, for whoever types a name. */
export const ACCOUNT_NAME_RULE = `AWS takes account names of at most ${ACCOUNT_NAME_MOST} printable ASCII characters, without < > / % and |.`;

/** Why AWS would refuse the name of an account, or undefined when it would take it. */
export function accountNameFault(name: string): string | undefined {
  return name.length <= ACCOUNT_NAME_MOST && TAKEN_BY_AWS.test(name) ? undefined : ACCOUNT_NAME_RULE;
}
