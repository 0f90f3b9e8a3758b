/** Numbers under which a company is registered, taxed, paid and reached, as they are below its mails in several countries. */
const REGISTERED = new RegExp(
  [
    String.raw`\bHR[AB]\b|handelsregister|amtsgericht|registergericht|geschäftsführ|aufsichtsrat|sitz der gesellschaft|\bUST-?ID|steuernummer|\bBLZ\b|bankleitzahl|firmenbuch|\bCHE-\d`,
    String.raw`\bSIRE[NT]\b|\bRCS\b|\bcode (?:APE|NAF)\b|\b(?:APE|NAF) \d|\bTVA\b|capital social|code postal|partita iva|\bP\. ?IVA\b|capitale sociale|codice fiscale|\bCAP \d|registro mercantil|\b[CN]IF\b|código postal|\bCNPJ\b|\bSAC\b|\bCEP\b|inscrição estadual|\bNIPC\b|\bRFC: |\bCUIT\b`,
    String.raw`registered (?:office|in)|company (?:registration )?(?:no|number|reg)\b|\bVAT (?:no|number|reg|id)|\b(?:ABN|ACN|GSTIN|CIN|UEN|KVK|BTW|KRS|REGON|NIP|NPWP|HSN)\b[ :.-]|sort code|postcode|post code|zip code|kode pos|posta kodu|vergi no`,
    String.raw`法人番号|登録番号|代表取締役|〒\s?\d|统一社会信用代码|統一編號|邮政编码|邮编|郵遞區號|备案|사업자\s?등록번호|대표이사|우편번호`,
    String.raw`\bIBAN\b|\bBIC\b|\bSWIFT\b|\bbank code\b|routing (?:no|number)|\bmerchant (?:category |id|code|number)|\bcost cent(?:er|re)\b|kostenstelle|\b(?:tax|product|cost) code\b|creditor id|gläubiger-id`,
    String.raw`\b(?:voucher|coupon|discount|gutschein)[ -]?code|\[?\b(?:INC|REQ|TKT|RITM|CHG)-?\d{4,}|(?:ticket|vorgang|incident|request|reference|referenz|dossier|chamado|protocolo|チケット|工单|티켓)[ -]?(?:no|nr|number|nummer|id|pin|code|key|#|号|번호)\.?\s?[:#]?\s?[\w-]*\d|\[?#(?:INC|REQ|TKT)|^\W*(?:tel|telefon|phone|fax|téléphone|tél|teléfono|電話|电话|전화)\b\.?:?`,
    String.raw`(?:customer|client|kunden|vertrags|contract|company|firmen|profit|building|supplier|lieferanten|cliente|fornecedor|proveedor|お客様|고객|客户|客戶)[ -]?(?:no|nr|number|nummer|code|pin|center|コード|코드|编号|編號)|\bcode client\b|c[oó]digo (?:interno|de (?:cliente|barras|área))|codice (?:destinatario|univoco|cliente)|\bDUNS\b|\bMWST\b|编码|編碼|(?:dieser )?vorgang .{0,20}code`,
  ].join('|'),
  'iu',
);

const SCANNED =
  /scanned (?:for|by)|has been (?:scanned|checked) (?:for|by)|mimecast|barracuda|proofpoint|messagelabs|mailscanner|sophos|symantec|forcepoint|fortimail|scan code|cisco secure|trend micro|avast|auf viren|antivirus|anti-virus|virenfrei|virus-free/iu;

/** What else companies write above and below every mail: warnings, secrecy, paper. */
const ADDED = new RegExp(
  [
    String.raw`410 terry|38,? avenue john|amazon web services(?:,? inc\.?|,? emea)? (?:is a|ist ein|est une|es una|è una|é uma)|this message was (?:produced|sent|distributed)|this notification was (?:delivered|sent)|^view (?:details )?in (?:notification center|service console)`,
    String.raw`\[(?:ext|external|extern|externe|externo|外部)\]|external (?:e-?mail|sender|message|mail)|originat\w+ (?:from )?outside|outside (?:of )?(?:your|the|our) (?:organi[sz]ation|company)|don't often get email|externe[rn]? (?:e-?mail|absender|nachricht)|expéditeur externe|(?:correo|remitente|e-?mail|remetente|mittente) extern|外部からのメール|社外(?:メール|から)|ご注意ください|外部邮件|外部郵件|외부 메일|email eksternal|externe afzender`,
    String.raw`intended (?:only |solely )?(?:for|recipient)|received this (?:e-?mail|message|communication) (?:in error|by mistake)|legally privileged|confidentiality notice|diese (?:e-?mail|nachricht) (?:ist|enthält|kann) .{0,40}vertraulich|irrtümlich erhalten|(?:ce message|ce courriel|cet e-?mail) .{0,60}confidentiel|destinataire|este (?:mensaje|correo|e-?mail|mensagem) .{0,80}confiden|destinatári|destinatario|questo messaggio .{0,60}riservat|機密情報|誤って受信|保密|误收|誤收|기밀|수신인|pesan ini .{0,60}rahasia|dit bericht .{0,60}vertrouwelijk`,
    String.raw`##-.*-##|before printing|avant d'imprimer|vor dem (?:aus)?druck|antes de imprimir|prima di stampare|type your reply above|reply above this line|do not delete this|learnaboutsenderidentification|learn why this is important`,
  ].join('|'),
  'iu',
);

/** How far from the beginning and the end of a text a company's lines are looked for. */
const ENDS = 8_000;
const LONGEST = 600;
/** A line with a stop behind it that is longer than this says something. */
const SENTENCE = 80;
/** Such a line may give a code, whatever else is in it. */
const MAY_GIVE_CODE =
  /verif|one-time|otp|sign|login|anmeld|bestätig|einmal|connexion|vérif|usage unique|sesión|acceso|accesso|acesso|確認|認証|验证|驗證|인증|masuk/iu;

/** A text without the lines that a company or its gateway puts above and below every mail. */
export interface WithoutCompanyLines {
  /** They are not what the mail is about. */
  readonly topic: string;
  /**
   * For the search for codes, without register, tax, bank and ticket numbers. Nothing else is left out of that: a line about secrecy
   * may be beside a code, and so may a word for one.
   */
  readonly mayHoldCode: string;
}

export function withoutCompanyLines(text: string): WithoutCompanyLines {
  if (text.length > 2 * ENDS) {
    const head = withoutCompanyLines(text.slice(0, ENDS));
    const tail = withoutCompanyLines(text.slice(-ENDS));
    const joined = (name: keyof WithoutCompanyLines): string =>
      `${head[name]}${text.slice(ENDS, -ENDS)}${tail[name]}`;
    return { topic: joined('topic'), mayHoldCode: joined('mayHoldCode') };
  }
  const topic: string[] = [];
  const mayHoldCode: string[] = [];
  for (const line of text.split('\n')) {
    const isLong = line.length > LONGEST;
    const isNumber = !isLong && (isRegister(line) || SCANNED.test(line));
    if (isLong || !(isNumber || ADDED.test(line))) topic.push(line);
    if (!isNumber || MAY_GIVE_CODE.test(line)) mayHoldCode.push(line);
  }
  return { topic: topic.join('\n'), mayHoldCode: mayHoldCode.join('\n') };
}

/** A company's line is no sentence, or a short one: "VAT number: ..." and not "We could not check your VAT number, because ...". */
function isRegister(line: string): boolean {
  const isSentence = /[?？]\s*$/.test(line) || (line.length > SENTENCE && /[.!。]\s*$/.test(line));
  return !isSentence && REGISTERED.test(line);
}
