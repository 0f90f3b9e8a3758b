/** An alias that somebody may own, as the register knows it. */
export interface KnownAlias {
  readonly address: string;
  /** 12 digits, leading zeros kept; undefined while nobody has told. */
  readonly accountId: string | undefined;
  readonly accountName: string | undefined;
}

export interface KnownAliases {
  /** Those of the addresses (lower case) that are allotted, retired or quarantined; the others are left out. */
  byAddress(addresses: readonly string[]): Promise<readonly KnownAlias[]>;
  byAccount(accountId: string): Promise<KnownAlias | undefined>;
}

/** What a company may set about its mail. Addresses, hosts and domains in lower case. */
export interface MailRules {
  /** Beginnings of the local part that make an address look like an alias. */
  readonly aliasPrefixes: readonly string[];
  /** Domains of the pool; empty: an alias-shaped address of any domain counts. Also the company's own senders. */
  readonly domains: readonly string[];
  readonly awsSenders: AwsSenders;
  /** Ends of the host names with which the company's Exchange signs `X-MS-Exchange-Organization-AuthSource`. */
  readonly authSources: readonly string[];
  /** Hosts of the company's own, those below them too, beside `domains`: banners and footers may lead there. */
  readonly companyHosts: readonly string[];
}

/** From domains that are AWS when Exchange's DMARC check passed for them. */
export interface AwsSenders {
  /** Whole domains: below most of them customers have hosts of their own. */
  readonly domains: readonly string[];
  /** Whole top-level domains that belong to Amazon. */
  readonly topLevels: readonly string[];
  /** Domains below `topLevels` under which customers have hosts. */
  readonly customerDomains: readonly string[];
}

/**
 * The list of 2026: docs.aws.amazon.com/signin (signin.aws), AWS Health and User Notifications (aws.com), the guides of ACM,
 * SES, SNS and Route 53, and mail seen. AWS changes senders without long notice, so a company can set its own.
 *
 * `amazonaws.com`, `awsapps.com` and `aws.com` count as exact hosts only: EC2 and WorkMail give names below them away.
 */
export const AWS_SENDERS: AwsSenders = {
  domains: `
    signin.aws verify.signin.aws signup.aws marketplace.aws registrar.amazon registrar.amazon.com
    amazon.com aws.amazon.com email.amazon.com certificates.amazon.com amazonaws.com
    sns.amazonaws.com costalerts.amazonaws.com aws.com support.aws.com login.awsapps.com
  `
    .trim()
    .split(/\s+/),
  topLevels: ['aws'],
  customerDomains: ['on.aws', 'api.aws', 'app.aws', 'sagemaker.aws', 'web.aws'],
};

export const MAIL_RULES: MailRules = {
  aliasPrefixes: ['aws_', 'aws+'],
  domains: [],
  awsSenders: AWS_SENDERS,
  companyHosts: [],
  // Exchange Online of the public cloud; other clouds are not served (docs/configuration.md).
  authSources: ['.outlook.com'],
};

/** Whether a From domain is one of AWS's own; compared without regard to case, and exactly. */
export function isAwsDomain(domain: string, senders: AwsSenders): boolean {
  const name = domain.toLowerCase();
  if (senders.domains.includes(name)) return true;
  const labels = name.split('.');
  const wellFormed =
    labels.length >= 2 && labels.length <= 4 && labels.every((label) => /^[a-z0-9-]+$/.test(label));
  if (!wellFormed || !senders.topLevels.includes(labels.at(-1) ?? '')) return false;
  return !senders.customerDomains.some((shared) => name === shared || name.endsWith(`.${shared}`));
}
