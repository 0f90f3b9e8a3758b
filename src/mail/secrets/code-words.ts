/** Words that give a code away, folded, language by language. Each is followed or preceded by the code within a few words. */
const STRONG_WORDS_BY_LANGUAGE = [
  '(?:verification|security|sign-?in|sign in|log-?in|one-time|one time|single-use|authentication|confirmation|access|activation|authorization|approval|recovery|reset|temporary|otp|mfa)[ _-]?(?:pass)?codes?\\b',
  '(?:verification|security|sign-?in|one-time|authentication) (?:numbers?|digits|tokens?)\\b',
  '(?:these|following|the) (?:four|six|eight|4|6|8)[ -](?:digits?|numbers)\\b',
  '\\b(?:six|6|eight|8)[ -]?digit (?:number|key)\\b',
  '\\bone-time (?:password|pin)\\b|\\bpasscodes?\\b|\\botp\\b',
  '(?:bestatigungs|verifizierungs|verifikations|sicherheits|anmelde|anmeldungs|einmal|prufungs?|uberprufungs|zugangs|aktivierungs|freischalt|freigabe|authentifizierungs|registrierungs)-?(?:codes?|nummern?|pin|zahl(?:en)?|ziffern)',
  'einmal(?:kenn|pass)wort|prufziffern?|\\btan(?=:| lautet| ist)',
  '(?:sechs|acht|6|8)[ -]?(?:stellige[nr]? (?:zahl|nummer|code)|ziffern)',
  '(?:codes?|numeros?|jetons?) (?:de (?:verification|securite|connexion|confirmation|validation|controle)|a usage unique)',
  "codes? d['’](?:acces|authentification|activation|identification)|codes? de acces|code secret",
  'mot de passe a usage unique|(?:six|huit|6|8) chiffres',
  'clave (?:de (?:verificacion|confirmacion|un solo uso|uso unico)|temporal|provisional)',
  '(?:codigos?|numeros?) de (?:verificacion|seguridad|inicio|confirmacion|acceso|autenticacion|comprobacion|validacion|activacion|un solo uso|verificacao|seguranca|acesso|confirmacao|autenticacao|uso unico|login)',
  '(?:contrasena|senha) de (?:un solo uso|uso unico)|(?:seis|ocho|oito|6|8) (?:digitos|cifras)',
  '(?:codice|numero) di (?:verifica|sicurezza|accesso|conferma|autenticazione)|(?:sei|otto|6|8) cifre',
  'kod(?:u|em|y)? (?:weryfik|jednoraz|potwierdz|uwierzyt|bezpiecz|logowan|dostep|aktywac)[a-z]*|has[lł]o (?:jednorazowe|tymczasowe)',
  '(?:do[gğ]rulama|onay|g[uü]venlik|giri[sş]|tek kullan[iı]ml[iı]k|ge[cç]ici) (?:kod|[sş]ifre|parola)[a-zıü]*',
  '(?:認証|確認|検証|セキュリティ|サインイン|ログイン|ワンタイム|アクセス)\\s?(?:コード|パスワード|番号)',
  '(?:次|下記|以下)の(?:コード|番号|数字)|このコード|(?:コード|番号|数字)を入力|コード[:：]|[4-8]\\s?桁の?(?:数字|番号|コード)|パスコード|暗証番号',
  '一次性密码|动态密码|(?:验证|校验|确认)(?:码|数字|号码)|驗證碼|安全码|动态码',
  '(?:인증|확인|보안|일회용)\\s?(?:코드|번호|비밀번호)',
  'код(?:а|у|ом)? (?:подтвержд|провер|безопасн|доступ|для вход|активац|авторизац|підтвердж|перевір|безпек|для вход)[а-яіїєґ]*|(?:одноразов|проверочн)[а-яіїєґ]* (?:код|парол)[а-яіїєґ]*',
  '(?:overovaci|bezpecnostni|jednorazov[yae]|potvrzovaci|prihlasovaci) (?:kod|heslo)[a-z]*|(?:ellenorzo|megerosito|biztonsagi|egyszeri|bejelentkezesi) ?(?:kod|jelszo)[a-z]*',
  '(?:bekræftelses|bekreftelses|bekraftelse|verifikations|verifiserings|verifierings|verificerings|sikkerheds|sikkerhets|sakerhets|engangs|paloggings|inloggnings|login)(?:kode|kod)[a-z]*|(?:vahvistus|turva|kerta|varmistus|kirjautumis)[a-z]*(?:koodi|salasana)[a-z]*',
  'cod(?:ul)? (?:de verificare|de securitate|de confirmare|de acces|unic)|κωδικο[^ ]* (?:επαληθευσης|ασφαλειας|μιας χρησης)',
  '(?:קוד|סיסמה|סיסמת) (?:ה?אימות|ה?אבטחה|חד|ה?גישה|ה?כניסה)|(?:رمز|كود) (?:التحقق|الأمان|التأكيد|الدخول|تسجيل|لمرة)|رمز تحقق',
  'รหัส(?:ยืนยัน|ความปลอดภัย|ผ่านครั้งเดียว)|ma (?:xac (?:minh|nhan|thuc)|bao mat|dang nhap|đang nhap)|(?:सत्यापन|पुष्टि|सुरक्षा) कोड',
];
export const STRONG_WORDS = new RegExp(STRONG_WORDS_BY_LANGUAGE.join('|'), 'g');
/** Words for any code: the token must be very close, and be written as codes are. */
export const WEAK_WORDS =
  /(?<!\p{L})(?:codes?|kode|kode[nt]|koodi|код|кода|kod(?:u|em|y|unu|unuz)?|codul|codigos?|codice|pin|confirmation (?:numbers?|digits|tokens?))(?!\p{L})|(?<!\p{L})ה?קוד(?!\p{L})|(?<!\p{L})(?:ال)?رمز(?!\p{L})|รหัส|कोड|コード|(?<!\p{Script=Han})[码碼]|코드/gu;
/**
 * What may be before such a word, folded. Any other word makes it a code of something else: SAC code, bank code, merchant code,
 * 銀行コード; of these there is no end.
 */
export const MAY_PRECEDE =
  /(?:^|[\n\t.:;,!?()"'“”„—–-]|[。、：！？「（のは]|(?<!\p{L})(?:twoj|ten|uzyj|bu|sizin|ваш|этот|следующии|цеи|vas|tento|din|denne|denna|sinun|आपका|यह|your|the|this|that|these|a|an|our|new|following|aws|amazon|with|use|enter|type|is|and|using|secret|personal|ihr(?:e[nmr]?)?|dies(?:e[rnm]?)|der|den|dem|die|das|einen?|folgende[rn]?|neuen?|mit|votre|ce|le|un|su|este|el|seu|esse|o|um|il|tuo|suo|questo|seguente)|这个|您的|此|以下|이|다음|아래)\s*$/u;
/** What may be behind it: "Code APE", "código de cliente" and "code postal" are codes of something else too. */
export const MAY_FOLLOW =
  /^(?:$|\s*[\n\t:=(["'*#.,;!?–—：「（-]|\s+\S{0,12}\d|\s+(?:is|was|below|above|here|to|in|into|on|for|and|now|when|that|lautet|ist|ein|unten|oben|zum|zur|fur|um|gilt|auf|est|ci-dessous|ci-dessus|pour|dans|sur|expire|para|en|es|caduca|abajo|abaixo|expira|per|nel|nella|qui|sotto|scade|at|it|as|you|we|will|expires|before|by|with|within|sent|shown|valid|again|er|ar|on|je|это|είναι|הוא|هو)(?!\p{L})|[はをが은는이을를])/u;
export const OTHER_CODES =
  /(?:promo(?:tion(?:al)?)?|credit|discount|coupon|voucher|gutschein|aktions|rabatt|error|fehler|erreur|status|http|response|exit|reason|return|result|country|area|region|zip|postal|swift|bic|tax|source|qr|bar|reference|referral|product|currency|promocional|promotionnel|descuento|プロモーション|クーポン|エラー|ステータス)[ -]?$/;
export const OTHER_NUMBERS =
  /(?:case|ticket|invoice|order|account|konto|compte|cuenta|アカウント|rechnung|facture|factura|id|error|fehler|status|report|reference|ref|phone|tel|fax|ending in|ends in|endet auf|terminee? (?:par|en)|terminada en|末尾|zip|wa|usd|eur|gbp|jpy|\$|€|£|¥|amount|total|port|version|build|(?:order|invoice|customer|client|phone|account|case|tracking|serial|document) (?:no|nr|number)|(?:kunden|rechnungs|auftrags|bestell|vorgangs|telefon)nummer|registered in [a-z ]{2,20}(?:no|number|under)|n\.?[ºo°]?(?:mero)? de (?:pedido|factura|cliente|cuenta|commande|facture|client|compte)|plz|po|of|[a-z]{2,4}-|(?:郵便|電話|請求書|注文|お客様)番号|event|instance|since|until|year|january|february|march|april|may|june|july|august|september|october|november|december|promo(?:tional)? code|error code|coupon|credit|bis|vom|am|le|el|(?<!ko)du|au|al)[\s.:#([-]*$/;
export const UNITS =
  /^\s?(?:%|usd|eur|gbp|jpy|円|ドル|€|\$|gb|tb|mb|kb|ms|s\b|sec|min|hours?|days?|minuten?|stunden?|tagen?|minutes?|heures?|jours?|horas?|dias?|requests?|calls?|instances?|times|年|月|日|時|分|件|回)/;
export const PASSWORD_WORDS =
  /(?:temporary|initial|one-time|single-use|first) (?:\w{1,12} )?password|(?:passwort|kennwort) lautet|(?:temporares|vorlaufiges) (?:passwort|kennwort)|mot de passe (?:temporaire|provisoire)|contrasena (?:temporal|provisional)|has[lł]o (?:tymczasowe|jednorazowe)[^:]{0,3}|ge[cç]ici (?:[sş]ifre|parola)[a-zıü]*|(?:仮|初期|一時)\s?パスワード/g;
/** Warnings about codes: what is outside of such a sentence is not the code it warns of, unless on a line of its own. */
export const WARNS =
  /never (?:ask|share|send|request|tell|give)|not (?:ask|share|send you|tell|give|forward|request|recogni)|n't (?:ask|share|send|tell|request)|without asking|\bnie\b|niemals|nicht (?:weiter|nach|mit)|jamais|ne (?:partagez|communiquez|transmettez)|nunca|no (?:comparta|facilite|comunique|solicit)|mai\b|non (?:condivid|comunic)|共有し(?:ない|ません)|教えない|お尋ねする|お伺いする|求めること|ことはありません|不会|请勿|요청하지|공유하지|никогда|не (?:сообщаи|передаваи|пересылаи)|ніколи|не повідомля|\bnikdy\b|\bsoha\b|\baldrig?\b|koskaan|לעולם לא|أبدا|ไม่เคย|khong bao gio|कभी नहीं/;
/** What a code is for that is none of AWS's accounts: in Brazil and China every invoice has one, and a bank gives one for a payment. */
export const OF_A_PAPER = {
  before: /(?:发票|發票|電子發票|invoice|nota fiscal|rechnungs|fattura|factura)[ -]?$/,
  after:
    /^ ?(?:da|do|de la|del|della|der|de l['’]|of the|of this|for this|of your) ?(?:nota|nfs|nf-e|fatura|factura|fattura|facture|rechnung|invoice|documento|document)|^ (?:at|by|from|of|der|bei|von|de|del|della|do)(?: (?:the|your|der|ihrer|la|el|su|votre))? ?(?:bank|banque|banco|banca)\b(?! (?:card|account|log))/,
};
/** Verbs for what is done with a code, in the languages of the mails and some more; folded. */
export const TYPED = new RegExp(
  [
    // Words that go on in other words (enterprise, types) end where they end.
    '(?<!\\p{L})(?:enter(?:ing)?|type (?:it|this|these|those|the|them|\\S{3,12}(?: \\d{3})? (?:in|into|on))|key in|fill in|submit|paste|tippen|eintippen|eingeben|geben sie|gib|einfugen|entrez|tapez)(?!\\p{L})',
    '(?<!\\p{L})(?:saisi|renseignez|recopie|introduzca|introduce |escriba|escribe|ingrese|teclee|inserisci|inserire|digiti|digite|insira|introduza)',
    '(?<!\\p{L})(?:przepisz|voer |typ |vul |wpisz|wprowadz|ange |skriv |indtast|tast |syota|kirjoita|zadejte|napiste|girin|yaz[iı]n|masukkan|ketik|nhap|introduceti|irja be|adja meg)',
    'введите|наберите|введіть|입력|入力|输入|輸入|键入|鍵入|填写|填寫|أدخل|ادخل|اكتب|הזן|הקלד|הזינו|הקלידו|दर्ज कर|टाइप कर|ป้อน|พิมพ์|กรอก|πληκτρολογ|εισαγ',
  ].join('|'),
  'u',
);
/** Nouns for what a code is made of; folded. */
export const NAMES_CHARACTERS = new RegExp(
  [
    '(?<!\\p{L})(?:characters?|letters? and (?:numbers?|digits?)|zeichen|buchstaben|caracteres?|caratteri|lettres|letras|lettere|tekens|znak(?:i|ow|y|u)|tecken|tegn|merkkia?|karakter|caracter)(?:e?s|n|ler\\p{L}*|i)?(?!\\p{L})',
    'символ|знак(?:и|ов)|文字を|文字で|文字が|[0-9一二三四五六七八]\\s?(?:文字|个字符|個字元|个字母|位字符|位字元)|字符(?!串|集)|字元(?!串|集)|문자(?!열| ?메시지)|글자|ky tu|أحرف|حروف|رموز|תווים|अक्षर|ตัวอักษร|อักขระ|χαρακτηρ',
  ].join('|'),
  'u',
);
/**
 * A piece of every word for a code: where there is none of them, nothing else has to be searched. "Number" and "token" alone are in
 * every other mail.
 */
export const STEMS = new RegExp(
  [
    'cod[eiu ]|códi|kod|kód|koodi|код|парол|kerta|κωδ|קוד|סיסמ|رمز|كود|รหัส|mã |कोड|heslo|salasana|jelsz|şifre|hasł|pin|otp|tan(?=:| lautet| ist)|passw|kennw|コード|パスワード|番号|数字|[码碼]|코드|번호|비밀',
    'd[ií]git|ziffer|chiffre|cifr|(?:tion|ity|in|time) (?:number|token)|(?:(?:gs|its)(?:nummer|zahl)|(?:de|al)nummer|ige (?:nummer|zahl))',
    'jeton|n[uú]m[eé]ro de (?:v|s|co)|numero di ver|clave de|contraseña de un|senha de uso|mot de passe',
  ].join('|'),
  'gi',
);
