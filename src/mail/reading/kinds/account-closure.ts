import { phrases, type Kind } from './kind.ts';

/** Mail about accounts suspended, closed, reopened. */
export const ACCOUNT_CLOSURE: readonly Kind[] = [
  {
    name: 'closure-confirmation-link',
    title: 'Link that confirms closing or reopening the account',
    category: 'account-closure',
    severity: 'urgent',
    carriesToken: 'link',
    says: phrases(`
      confirm ~ closure; confirm ~ close ~ account; confirm ~ closing; confirm ~ reopening;
      confirm ~ reinstat; schliessen ~ konto ~ bestatig; bestatigen ~ konto ~ schliess; confirm ~ fermeture;
      confirm ~ cloture; confirm ~ cierre; confirm ~ encerramento; conferm ~ chiusura; 閉鎖 ~ 確認して; 解約 ~ 確認して;
      解約を確定; 再開 ~ 確認して; 确认 ~ 关闭; 해지 ~ 확인;
      confirm ~ close your aws account; confirm ~ closing ~ account; confirm ~ closure of ~ account;
      confirm ~ account closure; confirm the closure; confirm ~ reopen; confirm ~ reactivat;
      request to close your aws account; request to reopen ~ account; to confirm ~ permanently close;
      schliessung ~ bestatigen; bestatigen ~ schliessung; bestatigen ~ kontoschliessung;
      wiedereroffnung ~ bestatigen; bestatigen ~ wiedereroffnung; confirmer la fermeture;
      confirmez la fermeture; confirmez ~ reouverture; confirmar el cierre; confirme el cierre;
      confirme ~ cierre; confirme ~ reapertura; conferma ~ chiusura;
      解約 ~ 確認 ~ リンク; 閉鎖 ~ 確認 ~ リンク; 解約の確認; 閉鎖の確認; 再開の確認
    `),
    topic: phrases(`
      wiedereroffnung; reouverture; reapertura; reabertura; riapertura; reopening; reopen your; アカウントの再開; 重新开立
    `),
  },
  {
    name: 'account-reinstated',
    title: 'The account works again',
    category: 'account-closure',
    severity: 'notice',
    carriesToken: 'never',
    settles: true,
    says: phrases(`
      停止が解除; 停止を解除; 停止 ~ 解除; 凍結 ~ 解除; 制限 ~ 解除; アカウント ~ 再び ~ 利用; suspension ~ removed; suspension ~ cleared;
      is active again; restriction ~ lifted; aussetzung ~ aufgehoben; wieder freigeschaltet;
      wieder freigegeben; de nouveau actif; a nouveau actif; reactivation ~ compte; vuelve a estar activa;
      de nuevo activa; ha sido reactivada; reactivacion ~ cuenta; suspensao ~ removida;
      suspensao ~ levantada; conta ~ reativad; conta ~ ativa novamente; sospensione ~ revocata;
      nuovamente attivo; riattivazione ~ account; 账户 ~ 恢复; 解除暂停; 정지 ~ 해제; 계정 ~ 복원;
      access ~ restored; zugang ~ wiederhergestellt; zugriff ~ wiederhergestellt; acces ~ retabli;
      acceso ~ restablecido; konto ~ entsperrt; sperre ~ aufgehoben; suspension ~ levee; suspension ~ levantad;
      account ~ reinstated; account ~ reactivated; account ~ has been reopened; account ~ was reopened;
      account ~ is open again; account ~ restored; account ~ active again; reinstatement ~ account;
      suspension ~ lifted; no longer suspended; konto ~ reaktiviert; konto ~ wiederhergestellt;
      konto ~ wieder aktiv; konto ~ wieder geoffnet; konto ~ wiedereroffnet; compte ~ reactive;
      compte ~ retabli; compte ~ rouvert; cuenta ~ reactivad; cuenta ~ restablecid; cuenta ~ reabierta;
      account ~ riattivat; conta ~ reativada;
      アカウント ~ 再開されました; アカウント ~ 再開しました; アカウント ~ 復旧; アカウント ~ 再有効化;
      アカウント ~ 再アクティブ化
    `),
  },
  {
    name: 'account-suspended',
    title: 'The account is suspended, or will be',
    category: 'account-closure',
    severity: 'urgent',
    carriesToken: 'never',
    from: ['aws-account-notifications@'],
    says: phrases(`
      suspensao ~ conta; sospensione ~ account; 利用停止; 停用 ~ 账户;
      sperrung ~ konto; suspension ~ compte; suspension ~ cuenta; suspension ~ account; aussetzung ~ konto;
      account ~ suspen; konto ~ suspen; konto ~ sperr; compte ~ suspen; cuenta ~ suspen; conta ~ suspen;
      account ~ sospen; account has been suspended; account ~ has been suspended; account ~ is now suspended;
      account ~ is suspended; account ~ was suspended; account ~ will be suspended; account ~ be suspended on;
      account suspension; suspension of your aws account; suspend your aws account on; suspend your account on;
      will suspend ~ account; scheduled for suspension; konto ~ gesperrt; konto wurde gesperrt;
      konto ~ ausgesetzt; konto ~ suspendiert; sperrung ihres ~ konto; kontosperrung; compte ~ suspendu;
      suspension de votre compte; suspendre votre compte; cuenta ~ suspendida; suspension de su cuenta;
      suspender su cuenta; se suspendera ~ cuenta; account ~ sospeso; conta ~ suspensa;
      アカウント ~ 停止; アカウント ~ 凍結; アカウント ~ 停止されました; アカウント ~ 停止いたしました;
      アカウントの停止; アカウント ~ 停止され; アカウント ~ 一時停止; アカウントを停止; 账户 ~ 暂停;
      帐户 ~ 暂停; 계정 ~ 일시 중지; 계정 ~ 정지
    `),
  },
  {
    name: 'account-closed',
    title: 'The account is closed, or will be',
    category: 'account-closure',
    severity: 'urgent',
    carriesToken: 'never',
    says: phrases(`
      encerramento ~ conta; cancelamento ~ conta; conta ~ encerr; cierre ~ cuenta; 账户 ~ 注销; アカウント ~ 閉じ;
      계정 ~ 종료;
      fermeture ~ compte; cloture ~ compte; schliessung ~ konto; closing ~ account;
      account ~ closed; account ~ be closed; konto ~ schliess; compte ~ ferme; cuenta ~ cierre;
      cuenta ~ cerrar; account ~ closure; account has been closed; account ~ has been closed;
      account ~ was closed; account ~ is closed; account ~ is now closed; account ~ will be closed;
      account closure; closure of your aws account; closed your aws account; account ~ permanently closed;
      account ~ be terminated; account ~ has been terminated; account termination; konto ~ geschlossen;
      schliessung ihres ~ konto; kontoschliessung; compte ~ cloture; fermeture de votre compte;
      cuenta ~ cerrada; cuenta ~ se ha cerrado; cierre de su cuenta; account ~ chiuso; chiusura ~ account;
      conta ~ encerrada; conta ~ fechada;
      アカウント ~ 終了; アカウント ~ 解約されました; アカウント ~ 閉鎖されました; アカウント ~ 閉鎖;
      アカウント ~ 解約; アカウントの解約; 账户 ~ 关闭; 계정 ~ 해지; 계정 ~ 폐쇄
    `),
  },
  {
    name: 'free-plan-ended',
    title: 'The free plan ended',
    category: 'account-closure',
    severity: 'urgent',
    carriesToken: 'never',
    says: phrases(`
      plano gratuito ~ termin; plano gratuito ~ encerr; plano gratuito ~ expir; piano gratuito ~ scad;
      kostenlosen plans; 免费计划; 무료 플랜;
      kostenlos ~ abgelaufen; kostenlos ~ beendet; kostenlos ~ endet; gratuit ~ expire; gratuit ~ termine;
      gratuit ~ fin; gratuito ~ caduc; gratuito ~ finaliz; free plan; free plan has ended; free plan ~ ended;
      free plan ~ expired; free plan ~ ends; free plan ~ will end; free plan period; free plan is ending;
      kostenloser plan ~ beendet; kostenlose plan ~ beendet; kostenlos-tarif ~ beendet;
      kostenloser tarif ~ beendet; kostenlose tarif ~ endet; forfait gratuit ~ pris fin;
      plan gratuit ~ termine; offre gratuite ~ pris fin; plan gratuito ~ finalizado; plan gratuito ~ terminado;
      piano gratuito ~ terminato;
      無料プラン ~ 終了; 無料プランの終了
    `),
  },
];
