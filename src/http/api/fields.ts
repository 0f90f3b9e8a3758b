import { z } from 'zod';
import { english } from '../../../cards/texts/languages.ts';
import { ACCOUNT_NAME_MOST, isAccountName } from '../../aliases/aws-limits.ts';

const ACCOUNT_NAME_RULE = english.refusals['account-name-refused'].message({ most: ACCOUNT_NAME_MOST });

/** What the bodies of several operations hold. */
export const given = z.string().trim().min(1);
export const awsMail = given.max(254).describe('An alias.');
export const accountName = given
  .refine(isAccountName, ACCOUNT_NAME_RULE)
  .meta({ description: `Name of the AWS account. ${ACCOUNT_NAME_RULE}`, maxLength: ACCOUNT_NAME_MOST });
