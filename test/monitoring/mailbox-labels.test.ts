import { expect, it } from 'vitest';
import { mailboxLabels } from '../../src/monitoring/mailbox-labels.ts';

it('figures name mailboxes without their domain, and two of the same name by a number', () => {
  expect(
    mailboxLabels([
      'aws@company.com',
      'AWS-root-01@company.com',
      'aws-root-01@other.example',
      'aws2@company.com',
    ]),
  ).toEqual(['aws', 'aws-root-01', 'aws-root-01 (2)', 'aws2']);
});
