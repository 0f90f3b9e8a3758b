import { z } from 'zod';
import { ACCOUNT_NAME_MOST, accountNameFault, ACCOUNT_NAME_RULE } from '../../aliases/account-name.ts';
import { ALIAS_STATES } from '../../aliases/states.ts';
import { ENVIRONMENTS, REQUEST_STATES } from '../../requests/request.ts';

/** Every body that goes in or out, once: calls are parsed with these, and the OpenAPI document is made of them. */

const moment = z.string().meta({ format: 'date-time' });
const given = z.string().trim().min(1);
const mail = given
  .max(254)
  .meta({ description: 'Mail address of a person.', format: 'email' })
  .pipe(z.email());
const awsMail = given.max(254).describe('An alias.');
const accountName = given
  .refine((name) => accountNameFault(name) === undefined, ACCOUNT_NAME_RULE)
  .meta({ description: `Name of the AWS account. ${ACCOUNT_NAME_RULE}`, maxLength: ACCOUNT_NAME_MOST });
const accountId = z
  .union([given.max(40), z.int().nonnegative().max(999_999_999_999)])
  .describe('12 digits. As a number it may have lost leading zeros; they are put back.');

export const newBody = z.object({
  user_mail: mail,
  account_name: accountName.optional(),
  channel_id: given.max(200).optional().describe('Teams id of the linked channel that gets the mail.'),
  idempotency_key: given
    .max(200)
    .optional()
    .describe(
      'The same key for the same user_mail gives the same alias again. Also as header Idempotency-Key.',
    ),
  purpose: given.max(500).optional().describe('What the account is for; approvers read it.'),
  environment: z.enum(ENVIRONMENTS).optional().describe('production where left out; approvers read it.'),
});

export const updateBody = z.object({
  aws_mail: awsMail,
  aws_account_id: accountId,
  account_name: accountName.optional(),
});

export const deleteBody = z.object({
  aws_mail: awsMail,
  reason: given.max(500).optional().describe('Stands in the history.'),
});

/** An alias: the columns of the old scheme's table, its keys, and what Rootdesk adds. */
export const aliasShape = z.object({
  aws_mail: z.string(),
  in_use: z.boolean().describe('False exactly for a free alias.'),
  id: z.string(),
  user_mail: z.string().describe('The owner; empty unless the alias is allotted.'),
  root_mailbox: z.string(),
  aws_account_id: z.string().describe('12 digits, or empty.'),
  PartitionKey: z.string(),
  RowKey: z.string(),
  state: z.enum(ALIAS_STATES),
  account_name: z.string().describe('Empty where unknown.'),
  channel_id: z.string().describe('Teams id of the owning channel, or empty.'),
});
export type AliasShape = z.output<typeof aliasShape>;

export const requestShape = z.object({
  request_id: z.string(),
  state: z.enum(REQUEST_STATES),
  status_url: z.string().describe('Where to look for the decision.'),
  user_mail: z.string(),
  account_name: z.string(),
  purpose: z.string(),
  environment: z.enum(ENVIRONMENTS),
  channel_id: z.string(),
  created_at: moment,
  decided_at: moment.optional(),
  decided_by: z.string().optional().describe('Name of whoever decided.'),
  comment: z.string().optional(),
  aws_mail: z.string().optional().describe('The alias, once approved.'),
});
export type RequestShape = z.output<typeof requestShape>;

export const problemShape = z.object({
  error: z.string().describe('What happened, a sentence for people.'),
  code: z.string().describe('The same for programs; stable.'),
  remedy: z.string().describe('What to do.'),
  response: z.string().optional().describe('As the old scheme said that no alias is left.'),
});
