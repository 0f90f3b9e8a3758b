import { quotedPrintable } from '../collections/mail-maker.ts';

/** Ways in which a code is written in HTML so that a search for its digits finds nothing. */
export const CODE_DISGUISES: readonly (readonly [name: string, (code: string) => string])[] = [
  ['plain', (code) => code],
  ['text between style sheets', (code) => `<style>a{}</style>${code}<style>b{}</style>`],
  ['text between scripts', (code) => `<script>a()</script>${code}<script>b()</script>`],
  [
    'cells',
    (code) =>
      `<table><tr>${Array.from(code)
        .map((char) => `<td>${char}</td>`)
        .join('')}</tr></table>`,
  ],
  [
    'cells over lines',
    (code) =>
      `<table><tr>\n${Array.from(code)
        .map((char) => `  <td style="x">\n   ${char}\n  </td>`)
        .join('\n')}</tr></table>`,
  ],
  [
    'spans',
    (code) =>
      Array.from(code)
        .map((char, at) => `<span class="d${at}">${char}</span>`)
        .join(''),
  ],
  ['spaces', (code) => Array.from(code).join(' ')],
  ['no-break spaces', (code) => Array.from(code).join('&nbsp;')],
  ['zero-width spaces', (code) => Array.from(code).join('\u200b')],
  ['zero-width entities', (code) => Array.from(code).join('&#8203;')],
  ['soft hyphens', (code) => Array.from(code).join('&shy;')],
  ['word joiners', (code) => Array.from(code).join('\u2060')],
  [
    'full-width',
    (code) =>
      Array.from(code)
        .map((char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0))
        .join(''),
  ],
  [
    'Arabic-Indic digits',
    (code) => code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
  ],
  [
    'mathematical digits',
    (code) => code.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))),
  ],
  [
    'circled digits',
    (code) =>
      code.replace(/\d/g, (digit) =>
        digit === '0' ? '⓪' : String.fromCodePoint(0x2460 + Number(digit) - 1),
      ),
  ],
  ['keycaps', (code) => code.replace(/\d/g, '$&\ufe0f\u20e3')],
  [
    'decimal entities',
    (code) =>
      Array.from(code)
        .map((char) => `&#${char.codePointAt(0) ?? 0};`)
        .join(''),
  ],
  [
    'hexadecimal entities',
    (code) =>
      Array.from(code)
        .map((char) => `&#x${(char.codePointAt(0) ?? 0).toString(16)};`)
        .join(''),
  ],
  ['comments', (code) => Array.from(code).join('<!-- -->')],
  ['dash in the middle', (code) => `${code.slice(0, 3)}-${code.slice(3)}`],
  ['blank in the middle', (code) => `${code.slice(0, 3)} ${code.slice(3)}`],
  ['pairs', (code) => code.replace(/(..)(?=.)/g, '$1 ')],
  ['dots', (code) => Array.from(code).join('·')],
  ['hidden preheader', (code) => `</p><div style="display:none">${code}</div><p>`],
  ['alternative text', (code) => `<img src="cid:1" alt="${code}">`],
  ['form field', (code) => `<input type="text" readonly value="${code}">`],
  ['bold in bold', (code) => `<b><i>${code.slice(0, 2)}</i>${code.slice(2)}</b>`],
  ['Outlook only', (code) => `<!--[if mso]>${code}<![endif]-->`],
  ['black circles', (code) => code.replace(/\d/g, (digit) => (digit === '0' ? '⓿' : rowOf(0x2776, digit)))],
  ['doubly circled digits', (code) => code.replace(/[1-9]/g, (digit) => rowOf(0x24f5, digit))],
  [
    'digits in parentheses',
    (code) => code.replace(/\d/g, (digit) => (digit === '0' ? '(0)' : rowOf(0x2474, digit))),
  ],
  ['superscripts', (code) => code.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '')],
  ['digits of a pocket calculator', (code) => code.replace(/\d/g, (digit) => rowOf(0x1fbf1, digit))],
  ['struck through', (code) => Array.from(code).join('\u0336')],
  ['right to left', (code) => `\u202e${Array.from(code).toReversed().join('')}\u202c`],
  ['references of references', (code) => code.replace(/\d/g, (digit) => `&amp;#${48 + Number(digit)};`)],
  ['list', (code) => `<ul>${Array.from(code, (char) => `<li>${char}</li>`).join('')}</ul>`],
];

/** Ways that no mail client shows, or shows elsewhere: not looked for. */
export const UNSEARCHED_CODES: readonly (readonly [name: string, (code: string) => string])[] = [
  [
    'frame in the page',
    (code) => `<iframe srcdoc="&lt;p&gt;Code: &lt;b&gt;${code}&lt;/b&gt;&lt;/p&gt;"></iframe>`,
  ],
  ['style sheet', (code) => `<style>.c::after { content: "${code}" }</style><i class="c"></i>`],
  [
    'page in a link',
    (code) =>
      `<a href="data:text/html;base64,${Buffer.from(`<p>Your verification code: ${code}</p>`).toString('base64')}">open</a>`,
  ],
];

/** A digit of a row of characters that begins with one. */
function rowOf(one: number, digit: string): string {
  return String.fromCodePoint(one + Number(digit) - 1);
}

/** Ways in which nobody expects a code behind "Your verification code:". */
export const ODD_CODES: readonly string[] = [
  '4, 8, 2, 9, 1, 3',
  '4/8/2/9/1/3',
  '4_8_2_9_1_3',
  '[4][8][2][9][1][3]',
  "482'913",
  '482+913',
  '482,913',
  '(482) 913',
  '$482913',
  '**482913**',
  'Ⅳ Ⅷ Ⅱ Ⅸ Ⅰ Ⅲ',
  '⠼⠙⠓⠃⠊⠁⠉',
  'qwertz',
  'a8f3k2m9z1q4w7',
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  'correct-horse-battery-staple',
  'forty-eight twenty-nine thirteen',
  'FOUR-EIGHT-TWO-NINE-ONE-THREE',
  'achtundvierzig neunundzwanzig dreizehn',
  'よん はち に きゅう いち さん',
  '肆捌贰玖壹叁',
  '〤〨〢〩〡〣',
  '\n4\n\n8\n\n2\n\n9\n\n1\n\n3',
  '\nFirst half\n482\nSecond half\n913',
];

/** Sentences that give a code and have no word for one. */
export const WORDLESS: readonly string[] = [
  'Hello,\n\nhere it is:\n\n482 913\n\nBye',
  'Type 482913 on the sign-in page.',
  'Geben Sie 482913 auf der Anmeldeseite ein.',
  'Saisissez 482 913 sur la page de connexion.',
  'Escriba 482913 en la página de inicio de sesión.',
  'サインインページで 482913 と入力してください。',
  'Never share a verification code with anybody. It is 482913.',
  'Su número de verificación: 482913',
  'Your verification number: 482913',
  'Ihre Prüfziffern: 482 913',
  'Les six chiffres : 482913',
];

/** Sentences that say what to do with letters and digits that stand by themselves. */
export const TO_BE_TYPED: readonly string[] = [
  'Type these six characters into the page that you left open.',
  'Enter the characters above on the confirmation page within 30 minutes.',
  'Geben Sie diese sechs Zeichen auf der geöffneten Seite ein.',
  'Saisissez ces six caractères sur la page ouverte.',
  'Escriba estos seis caracteres en la página abierta.',
  'Digite estes seis caracteres na página aberta.',
  'Inserisci questi sei caratteri nella pagina aperta.',
  'Voer deze zes tekens in op de geopende pagina.',
  'Wpisz te sześć znaków na otwartej stronie.',
  'Bu altı karakteri açık sayfaya girin.',
  'Введите эти шесть символов на открытой странице.',
  'Masukkan enam karakter ini di halaman yang terbuka.',
  'Nhập sáu ký tự này vào trang đang mở.',
  '開いているページにこの6文字を入力してください。',
  '请在打开的页面输入这六个字符。',
  '請在開啟的頁面輸入這六個字元。',
  '열려 있는 페이지에 이 여섯 글자를 입력하세요.',
  'أدخل هذه الأحرف الستة في الصفحة المفتوحة.',
  'הזן את ששת התווים האלה בדף הפתוח.',
];

/** Where letters and digits stand by themselves, with a sentence beside. */
export const BARE_CODES: readonly (readonly [
  name: string,
  place: (code: string, sentence: string) => string,
])[] = [
  ['a heading', (code, sentence) => `<p>Hello,</p><h2>${code}</h2>${sentence}`],
  ['behind the sentence', (code, sentence) => `${sentence}<p>${code}</p>`],
  ['a cell', (code, sentence) => `${sentence}<table><tr><td>30 min</td><td>${code}</td></tr></table>`],
  ['preformatted', (code, sentence) => `${sentence}<pre>\n   ${code}\n</pre>`],
  ['quoted', (code, sentence) => `${sentence}<blockquote>${code}</blockquote>`],
  ['in quotation marks', (code, sentence) => `${sentence}<p>“${code}”</p>`],
  ['between dashes', (code, sentence) => `${sentence}<p>-- ${code} --</p>`],
  ['with a full stop', (code, sentence) => `<p>${code}.</p>${sentence}`],
  ['the text for a picture', (code, sentence) => `<img src="cid:1" alt="${code}">${sentence}`],
  ['hidden before the text', (code, sentence) => `<div style="display:none">${code}</div>${sentence}`],
  ['right to left', (code, sentence) => `<div dir="rtl">\u200f${code}\u200f</div>${sentence}`],
  ['bold in running text', (code, sentence) => `${sentence}<p>It says <b>${code}</b> and ends soon.</p>`],
];

/** Lines of footers and letters with codes of something else. */
export const OTHER_CODES: readonly string[] = [
  'SAC code 998315',
  'HSN code: 847130',
  'Merchant category code 7372',
  'Bank code 370400 44',
  'Cost center code K4711B',
  'Code APE 6311Z',
  'Code postal 750014',
  'Código de cliente: 771204',
  'Código postal 280460',
  'Codice fiscale 12345678',
  'Kostenstellencode 482913',
  'Sort code 20-32-06',
  'Branch code 102030',
  'PIN code: Bengaluru 560103',
  'Error code 403771',
  '銀行コード 001234',
  '邮政编码 100020',
  '은행 코드 004821',
];

/** Ways in which a link is written in HTML. */
export const LINK_DISGUISES: readonly (readonly [name: string, (link: string) => string])[] = [
  ['href', (link) => `<a href="${link.replaceAll('&', '&amp;')}">open</a>`],
  ['href without quotes', (link) => `<a href=${link}>open</a>`],
  ['single quotes', (link) => `<a href='${link}'>open</a>`],
  ['text only', (link) => `<p>${link.replaceAll('&', '&amp;')}</p>`],
  [
    'upper case host',
    (link) => `<a href="${link.replace('signin.aws.amazon.com', 'SIGNIN.AWS.Amazon.COM')}">open</a>`,
  ],
  ['Safe Links', (link) => `<a href="${safe(link)}">open</a>`],
  ['Safe Links twice', (link) => `<a href="${safe(safe(link))}">open</a>`],
  ['Safe Links in the text', (link) => `<p>${safe(link)}</p>`],
  [
    'Proofpoint',
    (link) =>
      `<a href="https://urldefense.proofpoint.com/v2/url?u=${link.replace(/[:?=&]/g, (char) => `-${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).replaceAll('/', '_')}&d=x">open</a>`,
  ],
  ['Proofpoint 3', (link) => `<a href="https://urldefense.com/v3/__${link}__;!!abc">open</a>`],
  ['open redirect', (link) => `<a href="https://www.example.com/url?q=${encodeURIComponent(link)}">open</a>`],
  ['line break in the address', (link) => `<a href="${link.slice(0, 14)}\n\t${link.slice(14)}">open</a>`],
  [
    'character references',
    (link) =>
      `<a href="${link.replaceAll(':', '&colon;').replaceAll('/', '&sol;').replaceAll('.', '&#46;')}">open</a>`,
  ],
  ['hidden', (link) => `<div style="display:none"><a href="${link}"></a></div>`],
  ['button form', (link) => `<form action="${link}"><button>Go</button></form>`],
  ['refresh', (link) => `<meta http-equiv="refresh" content="0;url=${link}">`],
  ['without scheme', (link) => `<p>${link.replace('https://', '')}</p>`],
  ['user name in front', (link) => `<a href="${link.replace('https://', 'https://aws@')}">open</a>`],
  ['port', (link) => `<a href="${link.replace('.com/', '.com:443/')}">open</a>`],
  ['backslashes', (link) => `<a href="${link.replace('https://', String.raw`https:\\`)}">open</a>`],
  ['without a scheme in the page', (link) => `<a href="${link.replace('https:', '')}">open</a>`],
  ['style', (link) => `<div style="background: url('${link}')">x</div>`],
  [
    'base64 in a redirect',
    (link) => `<a href="https://t.example/r/${Buffer.from(link).toString('base64url')}">x</a>`,
  ],
  ['script', (link) => `<script type="application/ld+json">{"url":"${link}"}</script>`],
  ['harmless for the eye', (link) => `<p>${link.replace('https', 'hxxps').replaceAll('.', '[.]')}</p>`],
  ['broken over lines', (link) => `<p>${link.slice(0, -20)}\n${link.slice(-20)}</p>`],
  [
    'percent-encoded path',
    (link) =>
      `<a href="${link.replace('resetpassword', '%72esetpassword').replace('token', 'tok%65n')}">open</a>`,
  ],
  ['comment', (link) => `<!-- ${link} -->`],
  ['vml', (link) => `<!--[if mso]><v:roundrect href="${link}"></v:roundrect><![endif]-->`],
];

/** Ways in which no link can be clicked: not looked for. */
export const UNSEARCHED_LINKS: readonly (readonly [name: string, (link: string) => string])[] = [
  ['style sheet', (link) => `<style>a { background: url(${link}) }</style>`],
  ['quoted-printable twice', (link) => quotedPrintable(Buffer.from(`<a href="${link}">open</a>`))],
];

function safe(link: string): string {
  return `https://eur05.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C02&reserved=0`;
}

/** Sentences that announce a code, in the languages of the mails. */
export const CODE_SENTENCES: readonly string[] = [
  'Your verification code is:',
  'Enter this code on the sign-in page:',
  'To finish, please type the following code',
  'One-time password (OTP):',
  'Use this passcode to continue:',
  'Ihr Bestätigungscode lautet:',
  'Geben Sie diesen Code ein:',
  'Bitte verwenden Sie folgenden Sicherheitscode:',
  'Votre code de vérification :',
  'Saisissez ce code pour vous connecter :',
  'Su código de verificación es:',
  'Introduzca este código para continuar:',
  '確認コード：',
  '次のコードを入力してください。',
  '認証コードは以下のとおりです。',
  'Il tuo codice di verifica è:',
  'Seu código de verificação é:',
  '您的验证码是：',
  '인증 코드:',
];
