import { describe, expect, it } from 'vitest';
import { sentencesOf, type Sentence } from '../../../src/mail/classify/sentences.ts';

/** Each says that something is asked of an account, so that it is not left out as a sentence that says nothing known. */
const NUMBERS = [
  ['English', 'Your account, case no. 17, is suspended'],
  ['English', 'Case No. 172839405012345: your account is suspended'],
  ['English', 'Your account was suspended (invoice no.: INV-2026-17)'],
  ['English', 'Account suspended, no. of instances: 17'],
  ['English', 'Invoice no 4711 of your account'],
  ['German', 'Ihr Konto ist gesperrt, Rechnung No. 17'],
  ['Spanish', 'Su cuenta ha sido suspendida, factura No. 17'],
  ['Spanish', 'No. de caso 17: su cuenta ha sido suspendida'],
  ['French', 'Votre compte est suspendu, dossier no 17'],
  ['French', 'Votre compte est suspendu (no de facture : 17)'],
  ['Indonesian', 'Akun Anda ditangguhkan, No. Kasus 17'],
  ['Italian', 'Il tuo account è sospeso, fattura no. 17'],
  ['Japanese', 'アカウントが停止されました（案件No.17）'],
  ['Korean', '계정이 정지되었습니다 (사례 No. 17)'],
  ['Dutch', 'Uw account is opgeschort, factuur no. 17'],
  ['Polish', 'Twoje konto zostało zawieszone, faktura no. 17'],
  ['Portuguese', 'Sua conta foi suspensa, fatura No. 17'],
  ['Turkish', 'Hesabınız askıya alındı, Fatura No: 17'],
  ['Turkish', "17 no'lu vaka: hesabınız askıya alındı"],
  ['Chinese', '您的账户已暂停（No. 17）'],
] as const;

const DENIALS = [
  'No, your account is not suspended',
  'There is no 2FA on your account',
  'Your account has no. Please add a password',
  'No account of yours is suspended',
  'Su cuenta no ha sido suspendida',
  "Votre compte n'est pas suspendu le 3 mai 2026",
  'Il tuo account non sarà mai sospeso',
] as const;

function subjectOf(subject: string): Sentence | undefined {
  return sentencesOf(subject, '', []).at(0);
}

describe('what looks like a denial', () => {
  it.each(NUMBERS)('is a number in %s: %s', (_language, sentence) => {
    expect(subjectOf(sentence)).toMatchObject({ denies: false });
    const [inText, ...others] = sentencesOf('', sentence, []);
    expect(inText).toMatchObject({ denies: false });
    expect(others.map(({ denies }) => denies)).not.toContain(true);
  });

  it('does not end the sentence in which it is', () => {
    expect(sentencesOf('', 'Case no. 17 about your account. It is suspended.', [])).toMatchObject([
      { raw: 'Case nr  17 about your account.' },
      { raw: 'It is suspended.' },
    ]);
  });

  it.each([
    'Ihr Konto wird am 3. Mai 2026 geschlossen',
    'Votre compte sera fermé le 1er mai 2026',
    'Konto geschlossen, Mai 2026',
  ])('is a month: %s', (sentence) => {
    expect(subjectOf(sentence)).toMatchObject({ denies: false, raw: sentence });
  });

  it.each(DENIALS)('is one all the same: %s', (sentence) => {
    expect(subjectOf(sentence)).toMatchObject({ denies: true });
  });
});
