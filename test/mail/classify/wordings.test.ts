import { describe, expect, test } from 'vitest';
import { blindPlan, type BlindRow } from '../collections/blind.ts';
import { readPlan } from '../collections/reading.ts';

const ID = '123456789012';

/** Wordings by what makes them hard; none was in any collection. */
const WORDINGS: Readonly<Record<string, readonly BlindRow[]>> = {
  "what is advised, possible or somebody else's is not the topic": [
    [
      'A',
      '通知 - AWS Organizations',
      '管理帳戶 901234567890 已將帳戶 468024680246 從組織中移除。請登入主控台新增有效的付款方式並選擇支援方案，否則部分服務可能無法使用。',
      'account-admin',
      'action',
    ],
    [
      'O',
      'AWS Destek: 178999120400655 numaralı talebiniz yanıtlandı',
      'Lambda sınırı hakkındaki sorunuzu inceledik. Artış isteğini Service Quotas konsolundan gönderebilirsiniz.',
      'support-case',
      'notice',
    ],
    [
      'O',
      'RE:[CASE 178900112233460] Glue-job mislukt',
      'De job stopt door te weinig geheugen. Laat het ons weten als u nog vragen hebt.',
      'support-case',
      'notice',
    ],
    [
      'O',
      'RE:[CASE 178900112233458] Opóźnienia w SQS',
      'Opóźnienia wynikają z długiego czasu widoczności. W razie pytań prosimy o odpowiedź.',
      'support-case',
      'notice',
    ],
    [
      'O',
      'Service quota increase approved (case 178930044100217)',
      'Quota: Running On-Demand instances. New value: 256.',
      'service-health',
      'info',
    ],
  ],
  'the end of support is not the end of an account': [
    [
      'H',
      '[알림] AWS Lambda Python 3.10 런타임 지원 종료(2027년 6월 30일) [AWS 계정: 456789012345]',
      '이 런타임의 지원은 2027년 6월 30일에 종료되며 이후에는 보안 패치가 제공되지 않습니다.',
      'service-health',
      'notice',
    ],
    [
      'A',
      'MFA가 비활성화되었습니다',
      '계정 123456789012 루트 사용자의 가상 MFA 디바이스가 비활성화되었습니다.',
      'mfa-change',
      'urgent',
    ],
  ],
  '"action required" is required, however far the day is': [
    [
      'H',
      '[Aktion erforderlich] Amazon Linux 2 erreicht das Ende des Supports',
      'Nach dem 30. Juni 2027 erscheinen keine Sicherheitsupdates mehr. Bitte planen Sie den Umstieg.',
      'service-health',
      'action',
    ],
    [
      'H',
      '[Action Recommended] AWS Lambda end of support for Python 3.11',
      'We are ending support for Python 3.11 in Lambda on June 30, 2027.',
      'service-health',
      'notice',
    ],
  ],
  'every language has the commonest kinds': [
    [
      'O',
      'Tài khoản Amazon SES của bạn đang được xem xét',
      'Tỷ lệ thư trả lại của tài khoản 123456789012 là 8%. Chúng tôi có thể tạm dừng khả năng gửi email của bạn.',
      'security-alert',
      'urgent',
    ],
    [
      'A',
      'Ваш пароль Amazon Web Services обновлен',
      'Пароль корневого пользователя был только что изменен.',
      'password-reset',
      'urgent',
    ],
    [
      'O',
      'تم كشف مفتاح الوصول إلى AWS',
      'عثرنا على مفتاح وصول للحساب 123456789012 في مستودع عام على GitHub.',
      'security-alert',
      'urgent',
    ],
    [
      'O',
      'RE:[CASE 178900112233446] Lambda หมดเวลา',
      'โปรดส่งรหัสคำขอและเวลาที่เกิดปัญหาให้เราเพื่อดำเนินการตรวจสอบต่อ',
      'support-case',
      'action',
    ],
    [
      'O',
      'RE:[CASE 178900112233446] Lambda zaman aşımı',
      'İstek kimliğini ve saat aralığını bize iletir misiniz?',
      'support-case',
      'action',
    ],
    [
      'A',
      'Lời mời tham gia tổ chức AWS',
      'Tài khoản quản lý 901234567890 mời tài khoản 123456789012 tham gia tổ chức.',
      'account-admin',
      'action',
    ],
    [
      'H',
      'Mantenimiento de AWS Direct Connect finalizado',
      'El mantenimiento programado concluyó a las 04:10 UTC. La conexión funciona con normalidad.',
      'service-health',
      'info',
    ],
  ],
  'what is denied is not the topic': [
    [
      'I',
      'Payment received - your account was not suspended',
      'Your payment of USD 88 has arrived. Account 123456789012 was not suspended.',
      'billing',
      'info',
    ],
    [
      'I',
      'Zahlung eingegangen - Ihr Konto wurde nicht gesperrt',
      'Ihre Zahlung von 82,10 EUR ist am 3. November eingegangen. Ihr AWS-Konto wurde nicht gesperrt.',
      'billing',
      'info',
    ],
    [
      'I',
      "Paiement reçu : votre compte n'a pas été suspendu",
      "Votre paiement de 120 EUR a bien été reçu. Votre compte n'a pas été suspendu.",
      'billing',
      'info',
    ],
    [
      'I',
      'お支払いを確認しました（アカウントは停止されていません）',
      'お支払い 12,000 円を受領しました。アカウントは停止されていません。対応は不要です。',
      'billing',
      'info',
    ],
    [
      'A',
      `Your account ${ID} has not been suspended`,
      'A message said that your account is suspended. It did not come from us. No action is needed.',
      'account-closure',
      'notice',
    ],
    [
      'A',
      `We have suspended account ${ID}`,
      'The invoice for October was not paid. Your account is suspended and cannot be used.',
      'account-closure',
      'urgent',
    ],
  ],
  'what was called off did not happen': [
    [
      'O',
      `Your request to close account ${ID} was cancelled`,
      'The account was not closed and stays open.',
      'account-closure',
      'notice',
    ],
    [
      'O',
      `La demande de fermeture du compte ${ID} a été annulée`,
      "Votre compte reste ouvert ; rien n'a été supprimé.",
      'account-closure',
      'notice',
    ],
    [
      'A',
      `Your AWS account ${ID} has been closed`,
      'The account was closed on November 9, 2026 and your support plan was cancelled. You can reopen it within 90 days.',
      'account-closure',
      'urgent',
    ],
    [
      'H',
      '[ABGESAGT] Geplante Wartung von Direct Connect',
      'Die für den 18. November angekündigte Wartung wurde abgesagt.',
      'service-health',
      'info',
    ],
    [
      'A',
      `Restrictions levées sur le compte ${ID}`,
      'Les restrictions ont été levées et la politique de quarantaine a été retirée.',
      'security-alert',
      'info',
    ],
    [
      'A',
      `We have placed restrictions on your AWS account ${ID}`,
      'An access key may be compromised. Rotate it by November 20 to have the restrictions removed.',
      'security-alert',
      'urgent',
    ],
  ],
  'what is still to come waits for somebody': [
    [
      'O',
      'Ihr Fall 179077330100412 wird in 3 Tagen geschlossen',
      'Wir haben seit dem 2. November nichts von Ihnen gehört.',
      'support-case',
      'action',
    ],
    [
      'O',
      'Su caso 179077330100412 se cerrará en 3 días',
      'Todavía no hemos recibido respuesta.',
      'support-case',
      'action',
    ],
    ['O', 'Su caso 179077330100412 se ha cerrado', 'Marcamos el caso como resuelto.', 'support-case', 'info'],
    [
      'D',
      'Votre domaine shop.example expire dans 30 jours',
      'Le domaine shop.example expire le 22 décembre 2026.',
      'service-health',
      'action',
    ],
    [
      'D',
      'Your domain shop.example has expired',
      'The domain expired on November 1, 2026 and no longer resolves.',
      'service-health',
      'urgent',
    ],
    [
      'H',
      '[Handlung erforderlich] ACM kann ein Zertifikat nicht verlängern',
      'Das Zertifikat läuft am 19. Dezember 2026 ab, weil der CNAME-Eintrag fehlt.',
      'service-health',
      'action',
    ],
  ],
  'what was granted asks for nothing': [
    [
      'O',
      'Service Quotas: your request was approved',
      `The quota increase you requested is active in account ${ID}.`,
      'service-health',
      'info',
    ],
    [
      'O',
      'Su solicitud de aumento de cuota fue aprobada',
      'La cuota de instancias se ha aumentado a 128.',
      'service-health',
      'info',
    ],
    [
      'O',
      'Your Amazon SES account has production access',
      'Your account is out of the sandbox in eu-west-1.',
      'service-health',
      'info',
    ],
    [
      'A',
      'AWS Control Tower: landing zone update succeeded',
      'The landing zone was updated to version 3.4.',
      'account-admin',
      'info',
    ],
    [
      'A',
      'Anfrage: Alle Funktionen in Ihrer Organisation aktivieren',
      'Das Verwaltungskonto 901234567890 möchte alle Funktionen aktivieren. Bitte stimmen Sie in der Konsole zu.',
      'account-admin',
      'action',
    ],
  ],
  'the commonest kinds in languages in which AWS writes little': [
    [
      'A',
      'Не удалось провести платёж по счёту AWS',
      'Нам не удалось списать 1 204,11 USD с вашей карты.',
      'billing',
      'action',
    ],
    [
      'A',
      'Зміна юридичної особи, що виставляє рахунки AWS',
      'З 1 січня 2027 року рахунки виставлятиме Amazon Web Services EMEA SARL. Вам не потрібно нічого робити.',
      'billing',
      'info',
    ],
    [
      'I',
      'Faktura AWS za říjen 2026 je k dispozici',
      'Faktura za účet 123456789012 je připravena.',
      'billing',
      'info',
    ],
    [
      'A',
      'Az AWS-fizetés sikertelen',
      'A fiók októberi számlájának kifizetése sikertelen volt.',
      'billing',
      'action',
    ],
    [
      'A',
      'Betalingen af din AWS-faktura mislykkedes',
      'Vi kunne ikke trække 311 USD på kortet.',
      'billing',
      'action',
    ],
    [
      'A',
      'Ditt betalkort går snart ut',
      'Kortet som slutar på 5521 går ut den 30 november 2026.',
      'billing',
      'action',
    ],
    ['A', 'Maksu epäonnistui: AWS-tili 123456789012', 'Korttia ei voitu veloittaa.', 'billing', 'action'],
    ['A', 'החשבון שלך ב-AWS הושעה', 'חשבון 123456789012 הושעה בגלל חוב.', 'account-closure', 'urgent'],
    [
      'I',
      'فاتورة AWS لشهر أكتوبر متاحة الآن',
      'فاتورة الحساب 123456789012 متاحة في وحدة التحكم.',
      'billing',
      'info',
    ],
    ['A', 'การชำระเงิน AWS ไม่สำเร็จ', 'เราไม่สามารถเรียกเก็บเงินจากบัตรที่ลงท้ายด้วย 4411', 'billing', 'action'],
    [
      'A',
      'Thanh toán AWS không thành công',
      'Chúng tôi không thể trừ tiền thẻ cho tài khoản 123456789012.',
      'billing',
      'action',
    ],
    ['I', 'आपका AWS इनवॉइस उपलब्ध है', 'खाते 123456789012 का इनवॉइस उपलब्ध है।', 'billing', 'info'],
    [
      'H',
      '[Oznámení] Plánovaná údržba RDS',
      'Údržba databáze orders proběhne 8. prosince 2026.',
      'service-health',
      'notice',
    ],
  ],
  'a certificate that was renewed asks for nothing': [
    [
      'E',
      'Your certificate for shop.company.example has been renewed',
      'ACM has renewed the certificate for shop.company.example. You do not have to approve anything; the new certificate is in use.',
      'service-health',
      'info',
    ],
    [
      'E',
      'Ihr Zertifikat für shop.company.example wurde erneuert',
      'AWS Certificate Manager hat das Zertifikat für shop.company.example im Konto 123456789012 erneuert. Sie müssen nichts bestätigen.',
      'service-health',
      'info',
    ],
    [
      'E',
      'Se ha renovado el certificado de shop.company.example',
      'AWS Certificate Manager renovó el certificado de shop.company.example en la cuenta 123456789012. No tiene que aprobar nada.',
      'service-health',
      'info',
    ],
    [
      'E',
      'shop.company.example の証明書が更新されました',
      'ACM はアカウント 123456789012 の証明書を更新しました。対応は不要です。',
      'service-health',
      'info',
    ],
    [
      'H',
      'Renewal of the certificate for shop.company.example failed',
      'ACM could not renew the certificate for shop.company.example. It expires on December 20, 2026.',
      'service-health',
      'action',
    ],
  ],
  'what was to be switched off and stays': [
    [
      'H',
      '[Cancelled] EC2 instance retirement i-0be81f4420c6d97a3',
      'The retirement of instance i-0be81f4420c6d97a3 that we announced for November 30 will not take place.',
      'service-health',
      'info',
    ],
    [
      'H',
      '[Abgesagt] Außerbetriebnahme der EC2-Instance i-0be81f4420c6d97a3',
      'Die angekündigte Außerbetriebnahme der Instance i-0be81f4420c6d97a3 wurde abgesagt.',
      'service-health',
      'info',
    ],
    [
      'H',
      "[Annulé] Mise hors service de l'instance EC2 i-0be81f4420c6d97a3",
      "La mise hors service de l'instance i-0be81f4420c6d97a3 est annulée.",
      'service-health',
      'info',
    ],
    [
      'H',
      '【キャンセル】EC2 インスタンスのリタイア',
      'インスタンス i-0be81f4420c6d97a3 のリタイアはキャンセルされました。',
      'service-health',
      'info',
    ],
    [
      'H',
      '[停用通知] Amazon EC2 实例计划停用',
      '您的实例 i-0be81f4420c6d97a3 所在的底层硬件出现故障，我们将于 2026 年 12 月 7 日之后停止该实例。',
      'service-health',
      'action',
    ],
  ],
  'a report of abuse that is over': [
    [
      'T',
      'RE: Your AWS Abuse Report [41880273319-1]',
      'The reporter has confirmed that the page is gone. We consider report 41880273319 resolved and will take no further steps.',
      'security-alert',
      'info',
    ],
    [
      'T',
      'AW: AWS Abuse Report 41880273319',
      'Vielen Dank für Ihre Antwort. Die Meldung 41880273319 ist erledigt und wir unternehmen keine weiteren Schritte.',
      'security-alert',
      'info',
    ],
    [
      'T',
      "RE: Signalement d'abus AWS 41880273319",
      'Merci de votre réponse. Le signalement 41880273319 est résolu et classé sans suite.',
      'security-alert',
      'info',
    ],
    [
      'T',
      'RE: Informe de abuso de AWS 41880273319',
      'Gracias por su respuesta. El informe 41880273319 está resuelto y no tomaremos más medidas.',
      'security-alert',
      'info',
    ],
    [
      'T',
      'Your AWS Abuse Report [41880273319-1]',
      'Your instance sends spam. If this is not resolved within 24 hours, we will isolate it.',
      'security-alert',
      'urgent',
    ],
    [
      'T',
      'Your AWS Abuse Report [41880273319-2]',
      'Please reply within 24 hours and tell us how you have resolved it.',
      'security-alert',
      'urgent',
    ],
    [
      'T',
      'Your AWS Abuse Report [41880273319-3]',
      'Your instance i-0be81f4420c6d97a3 scans ports. Please stop it now. Reply to this mail and provide details. We consider the report resolved and will take no further steps if you act today.',
      'security-alert',
      'urgent',
    ],
    [
      'T',
      'AWS-Missbrauchsmeldung 41880273319-7',
      'Mit Ihrem Zugangsschlüssel wird Spam versendet. Der Schlüssel muss widerrufen werden.',
      'security-alert',
      'urgent',
    ],
    [
      'T',
      'Ihre AWS-Missbrauchsmeldung [41880273319-4]',
      'Ihre Instance versendet Spam. Bitte teilen Sie uns mit, wie Sie das Problem gelöst haben.',
      'security-alert',
      'urgent',
    ],
    [
      'T',
      'Signalement AWS 41880273319-5',
      'Votre instance envoie du spam. Décrivez-nous comment le problème a été résolu, sous 24 heures.',
      'security-alert',
      'urgent',
    ],
    [
      'T',
      'AWS 不正使用レポート 41880273319-6',
      'お客様のインスタンスからスパムが送信されています。24 時間以内に、どのように解決したかをご返信ください。',
      'security-alert',
      'urgent',
    ],
  ],
  'an answer that leaves it to the customer to close the case': [
    [
      'O',
      'RE:[CASE 179066601700312] CloudTrail log',
      'The events are written to us-east-1. If this is resolved, please close the case.',
      'support-case',
      'notice',
    ],
    [
      'O',
      'RE:[CASE 179066601700312] Вопрос по журналам',
      'События пишутся в регион us-east-1. Если вопрос решён, закройте обращение.',
      'support-case',
      'notice',
    ],
    [
      'O',
      'RE:[CASE 179066601700312] CloudTrail-Protokoll',
      'Die Ereignisse stehen in us-east-1. Falls das Problem gelöst ist, schließen Sie bitte den Fall.',
      'support-case',
      'notice',
    ],
    [
      'O',
      'RE:[CASE 179255500100266] SageMaker のジョブ',
      'コード 137 はメモリ不足を示しています。ml.g6.4xlarge へ変更してお試しいただけますでしょうか。',
      'support-case',
      'notice',
    ],
    [
      'O',
      'RE:[CASE 179255500100266] SageMaker のジョブ',
      'ジョブのログをお送りいただけますでしょうか。',
      'support-case',
      'action',
    ],
    [
      'O',
      'RE:[CASE 179066601700312] CloudTrail log',
      'If we do not hear from you by Friday, we will close the case.',
      'support-case',
      'action',
    ],
  ],
  'an alarm by the name of what it watches': [
    [
      'N',
      'ALARM: "login-code-failures" in EU (Frankfurt)',
      'Your Amazon CloudWatch Alarm "login-code-failures" in the EU (Frankfurt) region has entered the ALARM state: [604.0 (14/11/26 09:31:00)] was greater than the threshold (500.0).\n\n--\narn:aws:sns:eu-central-1:246802468024:ops:1\n',
      'service-health',
      'notice',
    ],
    [
      'N',
      'ALARM: "anmeldecode-fehler" in EU (Frankfurt)',
      'Der CloudWatch-Alarm "anmeldecode-fehler" hat den Zustand ALARM: 1204.0 lag über dem Schwellenwert 500.0.\n\n--\narn:aws:sns:eu-central-1:246802468024:ops:1\n',
      'service-health',
      'notice',
    ],
    [
      'N',
      'ALARM: "password-reset-errors" in EU (Paris)',
      'Your CloudWatch Alarm "password-reset-errors" has entered the ALARM state: 7204.5 was greater than 100.0.\n\n--\narn:aws:sns:eu-central-1:246802468024:ops:1\n',
      'service-health',
      'notice',
    ],
  ],
  'numbers of a bank and of a table': [
    [
      'I',
      'We received your payment',
      'Thank you. Your payment of USD 12,880.00 has been received. Your authorization code at the bank was 552917.',
      'billing',
      'info',
    ],
    [
      'I',
      'Zahlung eingegangen',
      'Ihre Zahlung von 12.880,00 EUR ist eingegangen. Der Bestätigungscode der Bank ist 552917.',
      'billing',
      'info',
    ],
    [
      'I',
      'Pago recibido',
      'Hemos recibido su pago de 12.880,00 EUR. El código de confirmación del banco es 552917.',
      'billing',
      'info',
    ],
    [
      'O',
      'RE:[CASE 179142200300611] Augmentation de quota accordée : Lambda',
      'Le quota « Concurrent executions » (code L-B99A9384) passe à 5 000 dans eu-west-3. Je passe ce dossier à l’état résolu.',
      'service-health',
      'info',
    ],
    [
      'O',
      'RE:[CASE 179018832700165] Connect: wrong prompt',
      'The default language is played because the attribute LanguageCode is empty. Your case stays open.',
      'support-case',
      'notice',
    ],
  ],
};

describe.each(Object.entries(WORDINGS))('%s', (_, rows) => {
  test.each(rows.map((row) => ({ row, subject: row[1] })))('$subject', async ({ row }) => {
    const { category, severity, secret, announced } = await readPlan(blindPlan(row));
    expect({ category, severity, secret, announced }).toEqual({
      category: row[3],
      severity: row[4],
      secret: false,
      announced: false,
    });
  });
});

test.each([
  ['Faktura AWS', 'Din faktura är klar. Verifieringskod 482913 behövs för betalning med kortet.'],
  ['Счёт AWS', 'Чтобы увидеть счёт за октябрь, введён код подтверждения 482913. Оплата списана с карты.'],
  ['Fakturace AWS', 'Faktura je připravena. Váš ověřovací kód je 482913.'],
  ['AWS-lasku', 'Laskusi on saatavilla. Vahvistuskoodi on 482913.'],
  ['חשבונית AWS', 'החשבונית לחשבון 123456789012 זמינה. קוד אימות 482913. התשלום בכרטיס.'],
  ['فاتورة AWS', 'فاتورة الحساب متاحة. رمز التحقق هو 482913. الدفع بالبطاقة.'],
  ['Hóa đơn AWS', 'Hóa đơn của tài khoản, thanh toán bằng thẻ. Mã xác nhận 482913.'],
  ['AWS invoice', 'Your invoice is available. Your verification code for your bank card is 482913.'],
  ['AWS Notification Message', 'Your invoice is available. Use the code 482913 to sign in.'],
  ['AWS इनवॉइस', 'खाते का इनवॉइस, भुगतान कार्ड से। सत्यापन कोड 482913'],
])('a code is withheld though the mail speaks of invoices too: %s', async (subject, text) => {
  const { secret, shown } = await readPlan(blindPlan(['A', subject, text, 'billing', 'info']));
  expect({ secret, leaks: shown.includes('482913') }).toEqual({ secret: true, leaks: false });
});

const OTHER_CODES: readonly BlindRow[] = [
  [
    'B',
    'AWS Budgets: team-a exceeded your threshold',
    'Your actual costs are 4,117.80 USD. Project code: 118822.',
    'billing',
    'notice',
  ],
  [
    'A',
    'Nota Fiscal de Serviços Eletrônica emitida',
    'Valor: R$ 5.871,30. Código de verificação da nota: 7QKR-M2XD',
    'billing',
    'info',
  ],
  [
    'M',
    'Your seat is confirmed: Building data lakes',
    'Webinar ID: 884 2017 5561. Passcode: 482911',
    'marketing',
    'info',
  ],
];

test.each(OTHER_CODES.map((row) => ({ row, subject: row[1] })))(
  'a code of something else is withheld in no mail: $subject',
  async ({ row }) => {
    expect((await readPlan(blindPlan(row))).secret).toBe(false);
  },
);

test.each([
  'Ihr Code: qwkzrt',
  'Ваш код: QWKZRT',
  'Введите qwkzrt на странице входа.',
  'Din kod är qwkzrt.',
  'Koodisi on qwkzrt.',
  'Codul dvs.: qwkzrt',
  'קוד: qwkzrt',
  'รหัสของคุณคือ qwkzrt',
  'आपका कोड: qwkzrt',
])(
  'letters that are said to be a code are shown in no channel, whatever the mail is about: %s',
  async (line) => {
    const text = `Your invoice for October is available. The payment was charged to your card.\n\n${line}\n`;
    const { shown } = await readPlan(blindPlan(['I', 'Your AWS invoice', text, 'billing', 'info']));
    expect(shown.toLowerCase()).not.toContain('qwkzrt');
  },
);
