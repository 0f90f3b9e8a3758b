import { z } from 'zod';
import { ACCOUNT_NAME_MOST, accountNameFault, ACCOUNT_NAME_RULE } from '../../aliases/aws-limits.ts';

/** What the bodies of several operations hold. */
export const given = z.string().trim().min(1);
export const awsMail = given.max(254).describe('An alias.');
export const accountName = given
  .refine((name) => accountNameFault(name) === undefined, ACCOUNT_NAME_RULE)
  .meta({ description: `Name of the AWS account. ${ACCOUNT_NAME_RULE}`, maxLength: ACCOUNT_NAME_MOST });
