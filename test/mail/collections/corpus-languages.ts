import type { Category, Severity } from '../../../src/channels/mail-topics.ts';
import type { Labelled } from './corpus.ts';

type Row = readonly [from: string, subject: string, text: string, Category, Severity];

const H = 'health@aws.com';
const A = 'no-reply@amazonaws.com';
const O = 'no-reply-aws@amazon.com';
const R = 'aws-receivables-support@email.amazon.com';
const ID = '246802468024';

/** Notices in German, French, Spanish and Japanese, in other words than before. */
const ROWS: readonly Row[] = [
  [
    A,
    'Neues Kennwort für den Root-Benutzer gesetzt',
    `Für das Konto ${ID} gilt seit heute ein neues Kennwort.`,
    'password-reset',
    'urgent',
  ],
  [
    A,
    'Modification du mot de passe de votre compte AWS',
    `Le mot de passe du compte ${ID} vient d’être changé.`,
    'password-reset',
    'urgent',
  ],
  [
    A,
    'Cambio de contraseña en su cuenta de AWS',
    `La contraseña de la cuenta ${ID} ha sido modificada.`,
    'password-reset',
    'urgent',
  ],
  [
    A,
    'ルートユーザーのパスワード変更のお知らせ',
    `アカウント ${ID} のパスワードが変更されました。`,
    'password-reset',
    'urgent',
  ],
  [A, 'MFA-Gerät von Ihrem Root-Benutzer entfernt', `Konto ${ID}`, 'mfa-change', 'urgent'],
  [A, 'Suppression d’un appareil MFA', `Compte ${ID} : l’appareil a été retiré.`, 'mfa-change', 'urgent'],
  [A, 'Dispositivo MFA eliminado', `Cuenta ${ID}`, 'mfa-change', 'urgent'],
  [A, 'MFA デバイスの無効化について', `アカウント ${ID} の MFA が無効になりました。`, 'mfa-change', 'urgent'],
  [A, 'Neuer Passkey registriert', `Konto ${ID}`, 'mfa-change', 'notice'],
  [A, 'Nuevo dispositivo MFA registrado', `Cuenta ${ID}`, 'mfa-change', 'notice'],
  [
    A,
    'Ihre Zugangsdaten sind möglicherweise kompromittiert',
    `Konto ${ID}: Ein Zugriffsschlüssel steht auf einer öffentlichen Seite.`,
    'security-alert',
    'urgent',
  ],
  [A, 'Vos clés d’accès AWS ont été exposées', `Compte ${ID}`, 'security-alert', 'urgent'],
  [A, 'Sus claves de acceso están expuestas', `Cuenta ${ID}`, 'security-alert', 'urgent'],
  [H, 'お客様のアカウントで不正利用の可能性があります', `アカウント ${ID}`, 'security-alert', 'urgent'],
  [
    'trustandsafety@support.aws.com',
    'Signalement d’abus concernant vos ressources AWS',
    `Identifiant AWS : ${ID}. Répondez sous 24 heures.`,
    'security-alert',
    'urgent',
  ],
  [A, 'Anmeldung als Root von einem neuen Gerät', `Konto ${ID}`, 'security-alert', 'notice'],
  [A, 'Inicio de sesión del usuario raíz', `Cuenta ${ID}`, 'security-alert', 'notice'],
  [R, 'Zahlungserinnerung zu Ihrer AWS-Rechnung', `Konto ${ID}`, 'billing', 'action'],
  [R, 'Rappel : facture AWS impayée', `Compte ${ID}`, 'billing', 'action'],
  [R, 'Recordatorio: factura de AWS pendiente de pago', `Cuenta ${ID}`, 'billing', 'action'],
  [R, 'お支払い期限経過のご案内', `アカウント ${ID} の請求書 2046119870 が未払いです。`, 'billing', 'action'],
  [A, 'Ihr AWS-Guthaben läuft bald ab', `Konto ${ID}`, 'billing', 'notice'],
  [A, 'Vos crédits AWS arrivent à expiration', `Compte ${ID}`, 'billing', 'notice'],
  [A, 'AWS クレジットの有効期限が近づいています', `アカウント ${ID}`, 'billing', 'notice'],
  [
    'budgets@costalerts.amazonaws.com',
    'AWS Budgets : team-x a dépassé votre seuil d’alerte',
    `Compte ${ID}`,
    'billing',
    'notice',
  ],
  ['anomalydetection@costalerts.amazonaws.com', 'Kostenanomalie erkannt', `Konto ${ID}`, 'billing', 'notice'],
  ['invoicing@aws.com', 'Gutschrift zu Ihrer AWS-Rechnung', `Konto ${ID}`, 'billing', 'info'],
  ['bcm-dashboards@aws.com', 'Ihr geplanter Kostenbericht', `Konto ${ID}`, 'billing', 'info'],
  [A, 'Sperrung Ihres AWS-Kontos am 25. November 2026', `Konto ${ID}`, 'account-closure', 'urgent'],
  [A, 'Fermeture de votre compte AWS', `Le compte ${ID} est fermé.`, 'account-closure', 'urgent'],
  [A, 'Cierre de su cuenta de AWS', `La cuenta ${ID} se ha cerrado.`, 'account-closure', 'urgent'],
  [A, 'アカウント停止のお知らせ', `アカウント ${ID}`, 'account-closure', 'urgent'],
  [
    A,
    'Fin de votre offre gratuite AWS',
    `L’offre gratuite du compte ${ID} a pris fin.`,
    'account-closure',
    'urgent',
  ],
  [
    H,
    'Travaux de maintenance sur AWS VPN [Compte AWS : ' + ID + ']',
    'Le 20 novembre 2026.',
    'service-health',
    'notice',
  ],
  [
    H,
    'Notificación de retirada de una instancia de Amazon EC2 [Cuenta de AWS: ' + ID + ']',
    'El 25 de noviembre de 2026 se detendrá.',
    'service-health',
    'action',
  ],
  [
    H,
    'Mise hors service d’une instance Amazon EC2 [Compte AWS : ' + ID + ']',
    'Le 25 novembre 2026.',
    'service-health',
    'action',
  ],
  [
    H,
    'Amazon EC2 インスタンスの廃止予定 [AWS アカウント: ' + ID + ']',
    '2026 年 11 月 25 日に停止します。',
    'service-health',
    'action',
  ],
  [
    H,
    'Störung bei AWS Lambda in Frankfurt [AWS-Konto: ' + ID + ']',
    'Wir untersuchen erhöhte Fehlerraten.',
    'service-health',
    'notice',
  ],
  [
    H,
    'Abgesagt: Wartung von AWS Direct Connect [AWS-Konto: ' + ID + ']',
    'Sie findet nicht statt.',
    'service-health',
    'info',
  ],
  [
    O,
    'RE:[CASE 179001122334455] Kontingent für EC2 erhöhen',
    'Guten Tag, wir haben Ihre Anfrage weitergegeben.',
    'support-case',
    'notice',
  ],
  [
    O,
    '[CASE 179001122334455] Nous attendons votre réponse',
    'Bonjour, merci de nous envoyer les journaux.',
    'support-case',
    'action',
  ],
  [O, 'Supportfall 179001122334455 wurde gelöst', 'Guten Tag.', 'support-case', 'info'],
  [
    O,
    'Wie zufrieden sind Sie mit dem AWS Support? Fall 179001122334455',
    'Nehmen Sie an der Umfrage teil.',
    'support-case',
    'info',
  ],
  [A, 'Votre compte AWS est prêt', `Compte ${ID}`, 'account-admin', 'info'],
  [A, 'Su cuenta de AWS está lista', `Cuenta ${ID}`, 'account-admin', 'info'],
  [A, 'Ihre Kontaktinformationen wurden aktualisiert', `Konto ${ID}`, 'account-admin', 'notice'],
  [A, 'Votre compte a rejoint une organisation AWS', `Compte ${ID}`, 'account-admin', 'notice'],
  [A, 'Ihr AWS-Konto nutzt jetzt den kostenpflichtigen Plan', `Konto ${ID}`, 'account-admin', 'info'],
  [
    'aws-marketing-email-replies@amazon.com',
    'AWS 認定資格の無料トレーニング',
    'お申し込みください。',
    'marketing',
    'info',
  ],
  [
    'aws-marketing-email-replies@amazon.com',
    'Únase a nosotros en el AWS Summit Madrid',
    'Inscríbase hoy.',
    'marketing',
    'info',
  ],
];

export const CORPUS_LANGUAGES: readonly Labelled[] = ROWS.map(
  ([from, subject, text, category, severity]) => ({
    name: subject,
    from: `Amazon Web Services <${from}>`,
    subject,
    text: `${text}\n`,
    labels: [category, severity, 'open', 'yes'],
    ...(`${subject}${text}`.includes(ID) ? { account: ID } : {}),
  }),
);
