import { phrases, type Kind } from './kind.ts';

/** Mail about money. */
export const BILLING: readonly Kind[] = [
  {
    name: 'payment-failed',
    title: 'A payment failed or is overdue',
    category: 'billing',
    severity: 'action',
    carriesToken: 'never',
    from: ['aws-receivables'],
    says: phrases(`
      pas pu debiter; n'avons pas pu prelever; no hemos podido procesar su pago; no hemos podido ~ pago;
      nao conseguimos ~ pagamento; nao foi possivel ~ pagamento; non siamo riusciti ~ addebit;
      impossibile addebitare; 請求ができません; 請求できません; お支払いができません; zahlung ~ nicht durchgegangen;
      konnten ~ nicht abbuchen; konnten ~ nicht belasten; 无法扣款; 无法处理 ~ 付款; 결제할 수 없;
      pagamento ~ nao foi; fatura ~ vencida; fatura ~ atraso; pagamento ~ pendente; cartao ~ recus;
      cobranca ~ falh; fattura ~ scaduta; carta ~ rifiut; sollecito; 付款 ~ 失败; 未付; 欠费; 결제 ~ 실패; 카드 ~ 거부;
      pendiente de pago; recordatorio ~ factura; rappel ~ facture; facture ~ impay; erinnerung ~ rechnung;
      rechnung ~ offen; rechnung ~ unbezahlt; factura ~ impag; factura ~ sin pagar; echeance ~ depassee;
      支払期限; お支払い期限; solde ~ impaye; saldo ~ pendiente; mahn;
      prelever ~ facture; prelevement ~ refuse; prelevement ~ echoue; abbuchung ~ fehlgeschlagen;
      lastschrift ~ fehlgeschlagen; einziehen; no pudimos cobrar; not paid; zahlung ~ nicht; karte ~ abgelehnt;
      karte ~ belaste; carte ~ refus; tarjeta ~ rechaz; tarjeta ~ cobr; card ~ declined; unpaid ~ invoice;
      invoice ~ overdue; zahlung ~ offen; payment declined; payment failed; payment failure;
      payment was declined; payment ~ declined; payment ~ failed; payment ~ not successful;
      payment ~ unsuccessful; unable to charge; could not charge; unable to process your payment;
      could not process ~ payment; past due; overdue; outstanding balance; payment reminder;
      payment method ~ expire; payment method ~ expired; update your payment method; card ~ expired;
      card ~ will expire; unpaid; has not been paid; zahlung ~ abgelehnt; zahlung ~ fehlgeschlagen;
      zahlungserinnerung; mahnung; uberfallig; zahlung ~ nicht ~ eingezogen; nicht belastet werden;
      offene rechnung; offener betrag; paiement refuse; paiement ~ refuse; paiement ~ echoue; echec ~ paiement;
      en retard; en souffrance; impaye; rappel de paiement; |relance; pago rechazado; pago ~ rechazado;
      error ~ pago; no se pudo ~ pago; no hemos podido cobrar; no se ha podido cobrar; pago vencido;
      factura vencida; recordatorio de pago; pago pendiente; |vencido; pagamento rifiutato;
      pagamento ~ non riuscito; scaduto; pagamento recusado; pagamento ~ falhou;
      引き落とし ~ できません; 支払い ~ できません; お支払い ~ できません; 支払い ~ エラー; カード ~ 拒否;
      お支払い ~ 失敗; お支払いが確認できません; お支払い ~ 確認できません; お支払い ~ 完了できません;
      お支払い ~ 処理できません; 支払い ~ 失敗; 支払い ~ 拒否; 支払期限 ~ 過ぎ; 未払い; 延滞; 付款失败;
      付款被拒; 逾期; 결제 실패; 연체
    `),
    topic: phrases(`
      zahlung; paiement; |pago; pagamento; 支払; payment; karte; |carte; tarjeta; cartao; |carta|; カード;
      debiter; cobrar; einzug
    `),
  },
  {
    name: 'budget',
    title: 'A budget or cost alert',
    category: 'billing',
    severity: 'notice',
    carriesToken: 'never',
    from: ['budgets@', 'anomalydetection@', 'freetier@'],
    says: phrases(`
      kostenlosen kontingent; kostenlose ~ kontingent; nutzungsgrenze ~ kostenlos; limite ~ offre gratuite;
      limite ~ capa gratuita; limite ~ nivel gratuito;
      orcamento; anomalia de custo; anomalias de custo; seuil ~ budget; umbral ~ presupuesto; 成本异常; 免费套餐;
      프리 티어;
      aws budgets; budget ~ exceeded; alert threshold; budget notification; budget alert; your budget;
      billing alarm; estimated charges; estimatedcharges; cost anomaly; anomaly detected; anomaly detection;
      cost ~ anomal; free tier limit; free tier usage; free tier; budget ~ uberschritten; budgetwarnung;
      budget; kostenanomalie; kostenloses kontingent; anomalie de cout; anomalies de cout; depasse ~ budget;
      offre gratuite; presupuesto; anomalia de costo; anomalia de coste; anomalias de cost; capa gratuita;
      nivel gratuito; anomalia dei costi; piano gratuito ~ limite;
      予算; コスト異常; コストの異常; 無料利用枠; 無料枠; 预算; 예산
    `),
  },
  {
    name: 'credits',
    title: 'About the credit balance',
    category: 'billing',
    severity: 'notice',
    carriesToken: 'never',
    says: phrases(`
      クレジット ~ 失効; gutschrift ~ verfall; crediti ~ scad; 크레딧;
      credits aws ~ expir; credits ~ expir; credits ~ utilis; creditos ~ caduc; creditos ~ venc;
      creditos ~ expir; credit ~ expir; guthaben ~ ablauf; credits ~ run out;
      credit balance; credits remaining; credit ~ remaining; credits ~ expire; credits ~ will expire;
      credits have expired; promotional credit; credits have been; credit has been; credit ~ applied; guthaben;
      credit restant; solde de credit; credits promotionnels; saldo de credito; creditos; saldo del credito;
      クレジット残高; クレジット ~ 残り; クレジット ~ 残高; クレジット; 抵扣金
    `),
  },
  {
    name: 'tax-action',
    title: 'Tax or billing details are needed',
    category: 'billing',
    severity: 'action',
    carriesToken: 'never',
    says: phrases(`
      tax registration number ~ required; update your tax; verify your tax; tax information ~ missing;
      purchase order ~ expire; purchase order ~ exhausted; steuerinformationen ~ aktualisieren
    `),
  },
  {
    name: 'commitment-expiring',
    title: 'A Savings Plan or reservation runs out',
    category: 'billing',
    severity: 'notice',
    carriesToken: 'never',
    says: phrases(`
      savings plans ~ enden; savings plan ~ laufen; savings plans ~ terminan; savings plans ~ vencen;
      savings plans ~ expirent; savings plans ~ prennent fin; savings plan ~ prend fin; reservierte ~ ablauf;
      reservierte ~ laufen; reservierten ~ enden; instances reservees ~ expir; instancias reservadas ~ venc;
      savings plan ~ expir; savings plan ~ ends on; savings plan ~ will end; savings plan ~ endet; savings plan ~ ablauf;
      savings plan ~ lauft; savings plan ~ arrive a; savings plan ~ caduc; savings plan ~ vence; savings plan ~ termina;
      savings plan ~ scad; reserved instance ~ expir; reserved instances ~ expir; reservation ~ expir; reservierung ~ ablauf;
      reservierung ~ lauft; reserva ~ expir; reserva ~ caduc; instance reservee ~ expir; instancia reservada ~ caduc;
      savings plan ~ 期限; savings plan ~ 終了; リザーブドインスタンス ~ 期限; 预留实例 ~ 到期
    `),
  },
  {
    name: 'invoice',
    title: 'Invoice, statement or cost report',
    category: 'billing',
    severity: 'info',
    carriesToken: 'never',
    from: ['invoicing@', 'bcm-dashboards@', 'aws-receivables', 'billing@'],
    says: phrases(`
      domain ~ renewed; domain ~ registered; domain ~ verlangert; domaine ~ renouvele; dominio ~ renovado;
      |abrechnung|; kostenbericht; cost report;
      invoice available; billing statement; tax invoice; your invoice; invoice ~ available; is your invoice;
      invoice email address; invoice id; invoice number; credit note; credit memo; payment received;
      payment confirmation; payment ~ was successful; payment ~ has been received; payment receipt;
      receipt for; refund; cost report; cost and usage report; cost dashboard; scheduled report; monthly bill;
      will be charged; has been charged; your bill; savings plans ~ purchase; reserved instance ~ purchase;
      savings plan; reserved instance; rechnung verfugbar; rechnung ~ verfugbar; ihre rechnung; |rechnung;
      |abrechnung|; kontoauszug; zahlungseingang; kostenbericht; gutschrift; facture disponible;
      facture ~ disponible; votre facture; |facture; releve de facturation; rapport de couts; paiement recu;
      factura disponible; su factura; factura ~ disponible; |factura; extracto de facturacion;
      estado de cuenta; informe de costos; informe de costes; pago recibido; fattura; estratto conto; fatura;
      請求書; ご請求; 請求明細; 利用明細; 領収書; お支払い ~ 受領; コストレポート; 適格請求書; 账单; 发票;
      청구서; 인보이스
    `),
    topic: phrases(`
      rechnung; facture; factura; fatura; fattura; 請求; betrag; montant; importe
    `),
  },
  {
    name: 'marketplace',
    title: 'About an AWS Marketplace purchase',
    category: 'billing',
    severity: 'info',
    carriesToken: 'never',
    from: ['@marketplace.aws', 'marketplace@aws.com'],
    says: phrases(`
      aws marketplace offer; marketplace subscription; marketplace ~ subscription; subscription ~ marketplace;
      aws marketplace; private offer; you accepted ~ offer; marketplace-angebot; marketplace-abonnement;
      offre aws marketplace; abonnement aws marketplace; oferta de aws marketplace; suscripcion ~ marketplace;
      aws marketplace のサブスクリプション
    `),
  },
];
