import { expect, test } from 'vitest';
import { accountIdsIn, concernedAccount } from '../../../src/mail/parse/account-id.ts';
import { linksIn } from '../../../src/mail/parse/links.ts';

function account(
  text: string,
  {
    own = [] as readonly string[],
    aliases = ['aws+finops@company.com'] as readonly string[],
    subject = '',
    arns = [] as readonly string[],
  } = {},
) {
  const found = accountIdsIn({ subject, text, links: linksIn(text), notificationArns: arns });
  return concernedAccount(found, own, aliases);
}

test.each([
  ['AWS account 123456789012 is ready', '123456789012'],
  ['account 1234-5678-9012', '123456789012'],
  ['Konto 0123 4567 8901', '012345678901'],
  ['[Account: 000123456789]', '000123456789'],
  ['[AWS ID 123456789012]', '123456789012'],
  ['(ID: 123456789012)', '123456789012'],
  ['(123456789012)', '123456789012'],
  ['お客様のアカウント123456789012には', '123456789012'],
  ['compte AWS : 123456789012.', '123456789012'],
  ['Tagihan Anda telah tersedia [Akun: 123456789012]', '123456789012'],
  ['arn:aws:iam::123456789012:root', '123456789012'],
  ['arn:aws-cn:sns:cn-north-1:123456789012:x', '123456789012'],
  ['https://123456789012.signin.aws.amazon.com/console', '123456789012'],
  [
    'https://email-verification.eu-west-1.amazonaws.com/?Context=123456789012&X-Amz-Date=20261021T081422Z',
    '123456789012',
  ],
  [
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsns.eu-west-1.amazonaws.com%2Fx%3FTopicArn%3Darn%3Aaws%3Asns%3Aeu-west-1%3A123456789012%3Ax',
    '123456789012',
  ],
])('%s', (text, id) => {
  expect(account(text)).toBe(id);
});

test.each([
  'case 179001122334455',
  'Case ID: 123456789012',
  'Invoice number: 184422001734',
  'Rechnungsnummer 184422001734',
  '1794308832123 ms',
  'account ending in ****1926',
  'AWS-Konto mit den Endziffern 8024',
  'Tel. +49 170 123456789012',
  'Management account: 901234567890',
  'for example account 111122223333',
  'the address aws_1d2c3b4a-5968-4776-8594-a3b2c1d0e9f8@company.com',
  'the address aws_1d2c3b4a-5968-4776-8594-012345678901@company.com',
  'the address 123456789012@company.com',
  'conta de gerenciamento 901234567890',
  'cuenta de administración 901234567890',
  'Verwaltungskonto 901234567890',
  'compte de gestion 901234567890',
  '管理アカウント 901234567890',
  'Delegated administrator: 901234567890',
  'in the guide, where 111122223333 stands for your account',
  'i-123456789012abcde',
  '4.123456789012',
])('no account: %s', (text) => {
  expect(account(text)).toBeUndefined();
});

test('of several the alias’s own counts, wherever it is', () => {
  const text =
    'AWS account 999900001111 (Management account: 901234567890). See arn:aws:s3:::x and 1234-5678-9012.';
  expect(account(text, { own: ['123456789012'] })).toBe('123456789012');
  expect(account(text)).toBe('999900001111');
});

test('the managing account counts where a mail reached no alias and names no other', () => {
  const text = 'The management account 901234567890 asked for this list.';
  expect(account(text, { aliases: [] })).toBe('901234567890');
  expect(account(`${text} About account 123456789012.`, { aliases: [] })).toBe('123456789012');
});

test.each([
  'Amazon Web Services Billing Statement Available [Account: 123456789012]',
  'Amazon Web Services Tax Invoice Available [Account: 123456789012] [Invoice ID: 2184422001]',
  'RE: Your AWS Abuse Report [P12345678] [AWS ID 123456789012]',
  'Rechnung verfügbar [Konto: 123456789012]',
])('what is labelled as an account is one, whatever comes before: %s', (subject) => {
  expect(account('', { subject })).toBe('123456789012');
});

test('the subject is surer than the text', () => {
  expect(account('Account 999900001111', { subject: '[AWS Account: 123456789012]' })).toBe('123456789012');
});

test('the ARN of a notification names the account where the text does not', () => {
  expect(account('Hello', { arns: ['arn:aws:notifications::123456789012:event/x'] })).toBe('123456789012');
});
