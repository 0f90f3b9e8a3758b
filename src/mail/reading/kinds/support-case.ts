import { phrases, type Kind } from './kind.ts';

/** Mail about support cases. */
export const SUPPORT_CASE: readonly Kind[] = [
  {
    name: 'case-survey',
    title: 'A survey about a support case',
    category: 'support-case',
    severity: 'info',
    carriesToken: 'never',
    yields: true,
    says: phrases(`
      zufrieden ~ support; satisf ~ support; bewerten ~ support; evaluez ~ support; valore ~ soporte;
      experiencia ~ soporte; サポート ~ 評価; サポート ~ 満足; feedback ~ support; rate ~ support;
      how was your ~ support;
      rate your ~ support; support ~ survey; case ~ survey; how did we do; feedback ~ support case;
      tell us about your ~ support; support experience; umfrage ~ support; enquete ~ support; encuesta ~ caso;
      encuesta ~ soporte;
      アンケート
    `),
  },
  {
    name: 'case-resolved',
    title: 'A support case is resolved',
    category: 'support-case',
    severity: 'info',
    carriesToken: 'never',
    yields: true,
    settles: true,
    says: phrases(`
      fall ~ gelost; fall ~ abgeschlossen; fall ~ erledigt; cas ~ ferme; caso ~ resuelt;
      case ~ has been resolved; case ~ is resolved; case ~ was resolved; case ~ marked as resolved;
      case ~ resolved; case ~ closed; resolved case; fall ~ geschlossen; supportfall ~ gelost; ticket ~ resolu;
      cas ~ resolu; demande ~ resolue; dossier ~ resolu; caso ~ resuelto; caso ~ cerrado; caso ~ risolto;
      caso ~ resolvido;
      ケース ~ 完了; ケース ~ 解決; ケース ~ クローズ
    `),
  },
  {
    name: 'case-waiting',
    title: 'A support case waits for an answer',
    category: 'support-case',
    severity: 'action',
    carriesToken: 'never',
    yields: true,
    says: phrases(`
      necesitamos mas informacion; necesitamos informacion; wir brauchen; wir benotigen; angaben von ihnen;
      informations complementaires; 追加情報; 追加の情報; more information needed; precisamos de mais informac;
      abbiamo bisogno di;
      aguardando sua resposta; aguardamos sua resposta; in attesa della tua risposta; benotigen ~ ihnen;
      nous avons besoin ~ votre part; necesitamos ~ de su parte; necesitamos que; 等待您的回复; 답변을 기다리;
      need your input; needs your input; need ~ input; wait for your answer; wait for your reply;
      your answer ~ case; could you send us; please provide; we need from you; konnen sie uns;
      bitte senden sie; pouvez-vous nous; merci de nous; puede enviarnos; por favor, envie;
      case ~ awaiting your; case ~ waiting for your; case ~ pending customer; pending customer action;
      waiting for your reply; waiting for your response; waiting to hear from you; have not heard back;
      haven't heard; need ~ more information ~ case; please reply ~ case; requires your response;
      wartet auf ihre antwort; warten auf ihre antwort; ihre ruckmeldung ~ fall; en attente de votre reponse;
      attente ~ votre reponse; esperando su respuesta; a la espera de su respuesta; pendiente de su respuesta;
      in attesa di una tua risposta;
      お送りください; ご提供ください; ご教示ください; ご返信をお待ち; ご回答をお待ち; お客様からの ~ 待ち
    `),
  },
  {
    name: 'case',
    title: 'About a support case',
    category: 'support-case',
    severity: 'notice',
    carriesToken: 'never',
    yields: true,
    says: phrases(`
      votre cas; a su caso; su caso; ihr fall; ihrem fall; il tuo caso; seu caso; cas ~ reponse;
      caso ~ respuesta; caso ~ respond; fall ~ antwort; caso ~ risposta; caso ~ resposta; ケース ~ 返信; ケース ~ 回答;
      caso ~ aberto; caso ~ criado; caso ~ aperto; 案例; 工单; 케이스;
      case ~ has been created; case ~ was created; case ~ been opened; case ~ was opened;
      contacting aws support; fall ~ angelegt; fall ~ eroffnet; caso ~ creado; caso ~ abierto; cas ~ cree;
      cas ~ ouvert; new support case; support case; [case ; case id; re:[case; correspondence; has opened case;
      has been opened ~ case; your case; replied to your case; aws support center; neuer supportfall;
      supportfall; support-fall; kundendienstfall; [fall ; cas de support; nouveau cas; dossier de support;
      demande de support; nuevo caso; caso de soporte; [caso ; caso di supporto; caso de suporte;
      ケース ~ 作成; ケース ~ 開かれました; サポートケース; サポート ケース; [ケース; お問い合わせ ~ ケース;
      支持案例; 지원 사례
    `),
    topic: phrases(`
      |fall|; |caso|; |cas|; ケース; |case|
    `),
  },
];
