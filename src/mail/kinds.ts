import type { Category, Severity } from './understanding.ts';

/**
 * What a mail can be about: one row a kind, dangerous kinds first.
 *
 * `says` are phrases that name the kind by themselves, `hints` only speak for it; both are looked for in subject and text, and
 * weigh more in the subject. `from` is part of a sender's address that speaks for the kind. Phrases are substrings in
 * any language, with ` ~ ` for a gap and `|` for the edge of a word (phrases.ts); numbers, links and addresses are
 * taken out of the mail before.
 */
export interface Kind {
  readonly name: string;
  /** What it is, in words for people. */
  readonly title: string;
  readonly category: Category;
  readonly severity: Severity;
  /**
   * Such a mail carries a code or link that works by itself, in whatever shape: withheld also where none is recognised.
   * A link at least is seen as a link; a code can look like anything.
   */
  readonly carriesToken?: 'code' | 'link';
  /** Gives way to any other kind that fits: the topic decides, not the channel it came through. */
  readonly yields?: true;
  /** The words were written by the customer or by a stranger, AWS only carries them. */
  readonly carriesWords?: true;
  /** It is news that something is over: then it is, whatever else the words are about. */
  readonly settles?: true;
  readonly from?: readonly string[];
  /** Like `from`, of senders that send nothing else. */
  readonly onlyFrom?: readonly string[];
  readonly says: readonly string[];
  readonly hints?: readonly string[];
}

/** Phrases between semicolons, the East Asian ones last. */
function phrases(text: string): readonly string[] {
  return text.split(';').map((phrase) => phrase.trim());
}

export const KINDS: readonly Kind[] = [
  // ── password-reset ─────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: 'password-reset-link',
    title: 'Link to reset the root password',
    category: 'password-reset',
    severity: 'urgent',
    carriesToken: 'link',
    onlyFrom: ['password-reset'],
    says: phrases(`
      password assistance; reset your password; reset your aws password; reset the password;
      reset the root password; reset your root; reset ~ root user password; password reset request;
      request to reset; requested ~ password reset; choose a new password; recover your password;
      kennwort zurucksetzen; passwort zurucksetzen; zurucksetzen ~ kennwort; zurucksetzen ~ passwort;
      kennwort ~ zurucksetz; passwort ~ zurucksetz; kennworthilfe; passworthilfe; reinitialiser ~ mot de passe;
      reinitialisation ~ mot de passe; assistance mot de passe; restablecer ~ contrasena;
      restablecimiento ~ contrasena; asistencia ~ contrasena; reimposta ~ password; reimpostare ~ password;
      reimpostazione ~ password; redefinir ~ senha; redefinicao ~ senha;
      パスワードのリセット; パスワードをリセット; パスワードの再設定; パスワードを再設定;
      パスワードアシスタンス; パスワード アシスタンス; 重置 ~ 密码; 密码重置; 重設 ~ 密碼; 비밀번호 재설정;
      비밀번호를 재설정
    `),
  },
  {
    name: 'password-reset-required',
    title: 'A password must be reset',
    category: 'password-reset',
    severity: 'urgent',
    says: phrases(`
      password reset required; must reset ~ password; need to reset ~ password; required to reset ~ password;
      password ~ has expired; password ~ must be changed; password ~ was disabled;
      password ~ has been invalidated; kennwort muss geandert werden;
      パスワードの変更が必要
    `),
  },
  {
    name: 'password-updated',
    title: 'The root password was changed',
    category: 'password-reset',
    severity: 'urgent',
    says: phrases(`
      neues ~ kennwort; neues ~ passwort; cambio de contrasena; contrasena ~ cambi; contrasena ~ modific;
      contrasena ~ actualiz; mot de passe ~ modifi; nouveau mot de passe; nueva contrasena;
      anderung ~ kennwort; anderung ~ passwort; new ~ password ~ set; パスワード ~ 変更されました; modifica ~ password;
      alteracao ~ senha;
      password has been updated; password has been changed; password has been reset; password was updated;
      password was changed; password was reset; password ~ was changed; password ~ has been changed;
      password ~ was updated; password change confirmation; password changed; you changed ~ password;
      kennwort wurde geandert; kennwort wurde aktualisiert; kennwort ~ wurde geandert; passwort wurde geandert;
      passwort ~ wurde geandert; passwort wurde aktualisiert; kennwort geandert; passwort geandert;
      mot de passe a ete modifie; mot de passe ~ a ete modifie; mot de passe a ete mis a jour;
      mot de passe ~ mis a jour; mot de passe ~ change; contrasena ~ se ha actualizado;
      contrasena ~ ha sido actualizada; contrasena ~ ha cambiado; contrasena ~ se ha cambiado;
      ha cambiado la contrasena; password e stata modificata; password e stata aggiornata;
      password ~ e stata modificata; senha foi alterada; senha foi atualizada; senha ~ foi alterada;
      パスワードが変更されました; パスワードが更新されました; パスワードを変更しました; パスワードの変更;
      パスワードの更新; パスワード ~ 変更されました; パスワード ~ 更新されました; 密码已更新; 密码已更改;
      密码已修改; 密码 ~ 已被更改; 비밀번호가 변경되었습니다; 비밀번호가 업데이트되었습니다
    `),
  },
  // ── email-change: the root address ─────────────────────────────────────────────────────────────────────────────
  {
    name: 'root-email-change-code',
    title: 'Code or link to set a new root e-mail address',
    category: 'email-change',
    severity: 'urgent',
    carriesToken: 'code',
    says: phrases(`
      neue ~ email ~ root; codigo ~ correo ~ raiz; code ~ email ~ root user; code ~ root email;
      nouvelle ~ email ~ racine; nueva ~ correo ~ raiz; neue root-adresse ~ code; neue root-adresse ~ bestatig;
      verify your new ~ email; verify the new ~ email; verify new ~ email; confirm your new ~ email;
      confirm the new ~ email; as the new root user email; as the new root email;
      new root user email address ~ code; neue ~ email-adresse ~ bestatigen; bestatigen sie ~ neue ~ email;
      neue root-email; als neue email-adresse des root; verifiez ~ nouvelle adresse;
      confirmez ~ nouvelle adresse; nouvelle adresse ~ utilisateur racine ~ code; verifique ~ nueva direccion;
      confirme ~ nueva direccion; nueva direccion de correo ~ usuario raiz; nuovo indirizzo email ~ verifica;
      verifica ~ nuovo indirizzo; verifique ~ novo endereco;
      新しい ~ ルートユーザー ~ メール; 新しい ~ メールアドレス ~ 確認; 新しい ~ eメールアドレス ~ 検証;
      新しいルートユーザー; 新しい ~ メールアドレス ~ コード; 验证 ~ 新 ~ 电子邮件
    `),
    hints: phrases(`
      used ~ as the new root; change the root user email; update your root user email
    `),
  },
  {
    name: 'root-email-changed',
    title: 'The root e-mail address was changed',
    category: 'email-change',
    severity: 'urgent',
    says: phrases(`
      root user email ~ replaced; root email ~ replaced; email ~ ersetzt; email ~ remplace; correo ~ reemplaz;
      email ~ wurde geandert; email ~ geandert ~ konto; email ~ modifiee; correo electronico ~ modificado;
      correo electronico ~ actualizado; email ~ aktualisiert ~ konto; email address has been changed;
      email address has been updated; email address was changed; email address was updated;
      email address ~ has been changed; email address ~ has been updated; email address ~ was changed;
      email address ~ was updated; email address change; root email ~ changed; root email ~ updated;
      change of your root; change the email address; change ~ root user email; email-adresse ~ wurde geandert;
      cambiado ~ direccion de correo; modificado ~ direccion de correo; actualizado ~ direccion de correo;
      changed ~ root user email; changed ~ root email; modification ~ adresse email; anderung ~ email-adresse;
      email-adresse ~ geandert; adresse email ~ a ete modifiee; adresse email ~ modifie;
      adresse email ~ a change; direccion de correo ~ se ha cambiado; direccion de correo ~ ha cambiado;
      correo ~ se ha actualizado; correo electronico ~ cambiado; indirizzo email ~ modificato;
      endereco de email ~ alterado;
      メールアドレス ~ 更新されました; メールアドレスが変更されました; メールアドレスの変更;
      メールアドレス ~ 変更されました; 电子邮件地址已更改; 이메일 주소가 변경
    `),
  },
  // ── email-change: proofs of control ────────────────────────────────────────────────────────────────────────────
  {
    name: 'sign-up-code',
    title: 'Code to create an AWS account',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'code',
    onlyFrom: ['@signup.aws'],
    says: phrases(`
      aws email verification; verification code ~ sign up; verification code ~ signing up;
      sign-up verification; sign up verification; finish creating your aws account;
      starting to create an aws account; code ~ sign-up page; verifizierung ~ neues aws-konto;
      registrierung ~ bestatigungscode; aws-email-verifizierung; aws email-verifizierung;
      verification de l'adresse email aws; verification email aws; verificacion de correo electronico de aws;
      verifica email aws;
      aws eメール検証; aws メール認証; eメールの検証
    `),
    hints: phrases(`
      creating an aws account; create an aws account; sign-up page; anmeldeseite
    `),
  },
  {
    name: 'ses-verification',
    title: 'Amazon SES asks to verify an address',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'link',
    carriesWords: true,
    says: phrases(`
      email address verification request; ses address verification; for use with amazon ses;
      authorize this email address; for use with amazon simple email service; email-verification;
      bestatigung der email-adresse ~ ses; uberprufung der email-adresse; demande de verification d'adresse;
      demande de verification de l'adresse; solicitud de verificacion de direccion;
      solicitud de verificacion ~ correo;
      eメールアドレス検証リクエスト; メールアドレスの検証リクエスト; メールアドレス検証
    `),
  },
  {
    name: 'sns-subscription',
    title: 'Amazon SNS asks to confirm a subscription',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'link',
    carriesWords: true,
    says: phrases(`
      subscription confirmation; chosen to subscribe to the topic; to confirm this subscription;
      confirm subscription; confirm your subscription; abonnement bestatigen; confirmation d'abonnement;
      confirmer l'abonnement; confirmacion de suscripcion; confirmar la suscripcion; conferma ~ sottoscrizione;
      confirmacao ~ assinatura;
      サブスクリプションの確認
    `),
  },
  {
    name: 'acm-validation',
    title: 'AWS Certificate Manager asks to approve a certificate',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'link',
    from: ['@certificates.amazon.com'],
    says: phrases(`
      certificate request for; certificate approval for; certificate renewal for; approve ~ certificate;
      certificate ~ validation ~ required; amazon certificate approvals; zertifikatsanforderung;
      demande de certificat; solicitud de certificado;
      証明書のリクエスト; 証明書リクエスト
    `),
    hints: phrases(`
      ssl/tls certificate; certificate manager
    `),
  },
  {
    name: 'registrar-verification',
    title: 'The domain registrar asks to verify a contact',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'link',
    from: ['@registrar.amazon', 'domainnameverification.net', 'emailverification.info'],
    says: phrases(`
      confirm ~ contact information; verify ~ contact information; transfer ~ domain; transfer of ~ approval;
      approve ~ transfer; domain ~ transfer; registrant ~ verif; registrant ~ email; kontaktdaten ~ domain;
      domaine ~ confirm; dominio ~ confirm; verify your email address for; verify ~ domain;
      verify ~ registrant contact; domain ~ verification; verification ~ domain; confirm ~ domain transfer;
      approve ~ domain ~ transfer; transfer ~ domain ~ confirm; change of registrant; change of owner ~ domain;
      domain ~ suspended unless; bestatigen ~ domain; verifier ~ nom de domaine; verificar ~ dominio;
      ドメイン ~ 確認; ドメイン ~ 検証
    `),
  },
  {
    name: 'organizations-verification',
    title: 'AWS Organizations asks to verify the address',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'link',
    says: phrases(`
      organizations email verification; organizations ~ verify your email; verify ~ email ~ management account;
      verify ~ email ~ invite accounts; organizations ~ email address verification;
      verify ~ email ~ organizations; organizations ~ email-adresse bestatigen; organizations ~ verifiez;
      organizations ~ verifique;
      organizations ~ メールアドレス
    `),
    hints: phrases(`
      aws organizations
    `),
  },
  {
    name: 'address-verified',
    title: 'An address or subscription was confirmed',
    category: 'email-change',
    severity: 'info',
    settles: true,
    says: phrases(`
      successfully verified ~ email; verified successfully; was successfully verified; erfolgreich verifiziert;
      erfolgreich bestatigt; a bien ete verifiee; verificada correctamente; email address has been verified;
      email address ~ has been verified; email address was verified; email ~ successfully verified;
      your subscription has been confirmed; identity ~ has been verified; you have successfully subscribed;
      certificate ~ has been issued;
      検証されました
    `),
  },
  {
    name: 'address-verification',
    title: 'Code or link to prove control of the address',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'code',
    says: phrases(`
      verify your email address; verify your email; confirm your email address; confirm your email;
      email verification code; email address verification; email verification; email-adresse bestatigen;
      bestatigen sie ihre email; verifizieren sie ihre email; verifiez votre adresse email;
      confirmez votre adresse email; verifique su direccion de correo; confirme su direccion de correo;
      verifica tu direccion de correo; verifica il tuo indirizzo email; verifica l'indirizzo email;
      verifique seu endereco de email;
      メールアドレスの確認; メールアドレスを確認; eメールアドレスの検証; eメールアドレスを検証;
      验证您的电子邮件; 电子邮件验证; 이메일 주소 확인
    `),
  },
  // ── mfa-change ─────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: 'mfa-recovery',
    title: 'Link to sign in without the MFA device',
    category: 'mfa-change',
    severity: 'urgent',
    carriesToken: 'link',
    onlyFrom: ['recover-mfa'],
    says: phrases(`
      verify your aws account root user email address; mfa device is lost; lost mfa; lost ~ mfa device;
      mfa ~ is lost; mfa device ~ lost or; recover ~ mfa; mfa recovery; troubleshoot mfa; alternative factors;
      alternative authentication factors; without your mfa device; mfa ~ verloren; mfa-gerat verloren;
      mfa ~ wiederherstell; mfa ~ perdu; recuperation ~ mfa; mfa ~ perdido; recuperar ~ mfa; mfa ~ smarrit;
      mfaデバイスの紛失; mfa デバイスの紛失; mfa デバイスを紛失; mfa ~ 紛失; mfa ~ 回復; mfa ~ 復旧
    `),
  },
  {
    name: 'mfa-resync-link',
    title: 'Link to resynchronise the MFA device',
    category: 'mfa-change',
    severity: 'urgent',
    carriesToken: 'link',
    says: phrases(`
      resynchronize your mfa; resynchronize ~ mfa; resync your mfa; resync ~ mfa; mfa ~ resync;
      mfa ~ synchronisieren; mfa ~ synchronisation; resynchroniser ~ mfa; resincronizar ~ mfa;
      mfa ~ 再同期
    `),
  },
  {
    name: 'mfa-resynced',
    title: 'The MFA device was resynchronised',
    category: 'mfa-change',
    severity: 'notice',
    settles: true,
    says: phrases(`
      mfa ~ has been resynchronized; mfa ~ was resynchronized; mfa ~ has been resynced;
      mfa ~ successfully resync; mfa ~ successfully synchron; mfa ~ is in sync again;
      mfa ~ wurde synchronisiert; mfa ~ wurde neu synchronisiert; mfa ~ a ete resynchronise;
      mfa ~ se ha resincronizado;
      mfa ~ 再同期されました
    `),
  },
  {
    name: 'mfa-removed',
    title: 'MFA was removed',
    category: 'mfa-change',
    severity: 'urgent',
    says: phrases(`
      mfa ~ suppression; mfa ~ desactivation; mfa ~ desactivacion; mfa ~ deaktivierung; mfa ~ entfernung;
      mfa ~ eliminacion; mfa ~ losch; mfa ~ abgeschaltet; mfa ~ ausgeschaltet; passkey ~ suppression;
      mfa removed; mfa ~ no longer; ohne mfa; sans mfa; sin mfa;
      mfa ~ |supprim; mfa ~ |retir; mfa ~ quitad; mfa ~ geloscht; multifacteur ~ |supprim;
      multifactor ~ elimin; multifactor ~ quit; passkey ~ geloscht; cle d'acces ~ supprim;
      clave de acceso ~ elimin; mfa ~ deactivated; multi-factor authentication ~ deactivated;
      mfa ~ has been removed; mfa ~ was removed; mfa ~ has been disabled; mfa ~ was disabled; mfa ~ deleted;
      mfa ~ turned off; multi-factor authentication ~ removed; multi-factor authentication ~ disabled;
      multi-factor authentication ~ turned off; removed ~ mfa device; passkey ~ removed; passkey ~ deleted;
      passkey ~ deactivated; security key ~ removed; mfa ~ deaktiviert;
      multi-faktor-authentifizierung ~ deaktiviert; mfa ~ entfernt; multi-faktor-authentifizierung ~ entfernt;
      passkey ~ entfernt; mfa ~ desactive; authentification multifacteur ~ desactive; mfa ~ supprime;
      autenticacion multifactor ~ desactiv; mfa ~ desactivado; mfa ~ se ha desactivado; mfa ~ eliminado;
      mfa ~ se ha quitado; mfa ~ disattivat; mfa ~ rimosso; mfa ~ desativad; mfa ~ removid;
      mfa ~ 解除; 多要素認証 ~ 解除; mfa ~ 無効; 多要素認証 ~ 無効; mfa ~ 削除; 多要素認証 ~ 削除;
      パスキー ~ 削除; mfa ~ 停用; mfa ~ 禁用; mfa ~ 비활성화
    `),
  },
  {
    name: 'mfa-added',
    title: 'MFA was added',
    category: 'mfa-change',
    severity: 'notice',
    says: phrases(`
      ajout ~ mfa; nouvel appareil mfa; nouveau dispositif mfa; nuevo dispositivo mfa; neues mfa-gerat;
      neuer passkey; nouvelle cle ~ acces ~ utilisateur; 新しい mfa;
      mfa ~ registrier; mfa ~ eingerichtet; mfa ~ configur; mfa ~ enregistr; mfa ~ registrad;
      multifacteur ~ ajout; multifactor ~ |activ; multifactor ~ agreg; passkey ~ ajout; passkey ~ registrier;
      mfa ~ |activated; mfa ~ has been added; mfa ~ was added; mfa ~ enabled; mfa ~ registered; mfa ~ assigned;
      mfa ~ turned on; multi-factor authentication ~ |activated; multi-factor authentication ~ enabled;
      multi-factor authentication ~ added; new mfa device; added ~ mfa device; passkey ~ added;
      passkey ~ registered; passkey ~ created; new passkey; security key ~ added; security key ~ registered;
      mfa ~ hinzugefugt; mfa-gerat hinzugefugt; mfa ~ |aktiviert; multi-faktor-authentifizierung ~ |aktiviert;
      multi-faktor-authentifizierung ~ hinzugefugt; passkey ~ hinzugefugt; mfa ~ ajoute; cle d'acces ~ ajoutee;
      mfa ~ |active; multifacteur ~ |active; mfa ~ anadido; mfa ~ agregado; mfa ~ se ha |activado;
      mfa ~ aggiunto; mfa ~ adicionad;
      mfa ~ 登録; 多要素認証 ~ 登録; mfa ~ 追加; mfa ~ 有効; 多要素認証 ~ 有効; 多要素認証 ~ 追加;
      パスキー ~ 追加; パスキー ~ 登録; mfa ~ 添加; mfa ~ 启用; mfa ~ 추가
    `),
  },
  // ── account-closure ────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: 'closure-confirmation-link',
    title: 'Link that confirms closing or reopening the account',
    category: 'account-closure',
    severity: 'urgent',
    carriesToken: 'link',
    says: phrases(`
      confirm ~ close your aws account; confirm ~ closing ~ account; confirm ~ closure of ~ account;
      confirm ~ account closure; confirm the closure; confirm ~ reopen; confirm ~ reactivat;
      request to close your aws account; request to reopen ~ account; to confirm ~ permanently close;
      schliessung ~ bestatigen; bestatigen ~ schliessung; bestatigen ~ kontoschliessung;
      wiedereroffnung ~ bestatigen; bestatigen ~ wiedereroffnung; confirmer la fermeture;
      confirmez la fermeture; confirmez ~ reouverture; confirmar el cierre; confirme el cierre;
      confirme ~ cierre; confirme ~ reapertura; conferma ~ chiusura;
      解約 ~ 確認 ~ リンク; 閉鎖 ~ 確認 ~ リンク; 解約の確認; 閉鎖の確認; 再開の確認
    `),
  },
  {
    name: 'account-reinstated',
    title: 'The account works again',
    category: 'account-closure',
    severity: 'notice',
    settles: true,
    says: phrases(`
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
    from: ['aws-account-notifications@'],
    says: phrases(`
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
    says: phrases(`
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
    says: phrases(`
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
  // ── security-alert ─────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: 'security-resolved',
    title: 'A security or abuse case is closed',
    category: 'security-alert',
    severity: 'info',
    settles: true,
    says: phrases(`
      abuse report ~ resolved; abuse case ~ closed; abuse case ~ resolved; abuse report ~ closed;
      finding ~ archived; security issue ~ resolved; no further action ~ abuse
    `),
  },
  {
    name: 'exposed-key',
    title: 'An access key is exposed',
    category: 'security-alert',
    severity: 'urgent',
    says: phrases(`
      cles d'acces ~ expos; cles d'acces ~ publi; cles d'acces ~ compromis; claves de acceso ~ expuest;
      claves de acceso ~ public; claves de acceso ~ comprometid; schlussel ~ offentlich;
      schlussel ~ offengelegt; identifiants ~ expos; credenciales ~ expuest; keys ~ exposed;
      credentials ~ public; zugangsdaten ~ offentlich; 認証情報 ~ 漏; 認証情報 ~ 公開;
      access key is exposed; access key ~ exposed; exposed access key; exposed ~ access key;
      exposed credentials; credentials ~ exposed; access key ~ publicly; access key ~ public;
      key ~ compromised; compromised key; stolen ~ key; leaked ~ key; key ~ leaked;
      awscompromisedkeyquarantine; zugriffsschlussel ~ offentlich; zugriffsschlussel ~ offengelegt;
      zugangsschlussel ~ offen; offengelegt ~ zugriffsschlussel; zugriffsschlussel ~ kompromittiert;
      cle d'acces ~ expose; cle d'acces ~ publi; cle d'acces ~ compromise; clave de acceso ~ expuesta;
      clave de acceso ~ public; clave de acceso ~ comprometida; chiave di accesso ~ espost;
      chave de acesso ~ expost;
      アクセスキー ~ 公開; アクセスキー ~ 漏洩; アクセスキー ~ 漏えい; アクセスキー ~ 露出; 访问密钥 ~ 泄露;
      액세스 키 ~ 노출
    `),
  },
  {
    name: 'compromise',
    title: 'The account may be compromised',
    category: 'security-alert',
    severity: 'urgent',
    says: phrases(`
      compromission; kompromittierung; missbrauchlich; non autoris; no autoriz; nicht autorisiert;
      unauthori; usage frauduleux; uso fraudulento; betrug;
      account ~ compromised; is compromised; signs of being compromised; may have been compromised;
      may be compromised; unauthorized access; unauthorized activity; unauthorized use; unauthorized charges;
      suspicious activity; irregular activity; unusual activity; fraudulent activity; inappropriately accessed;
      review your aws account and credentials; secure your aws account; secure your account;
      third party ~ access; kompromittiert; verdachtige aktivitat; ungewohnliche aktivitat;
      unregelmassige aktivitat; unbefugte; unbefugter zugriff; nicht autorisierte aktivitat; compromis|;
      compte ~ compromis; activite suspecte; activite inhabituelle; activite irreguliere; acces non autorise;
      activite non autorisee; comprometida; actividad sospechosa; actividad inusual; actividad irregular;
      acceso no autorizado; attivita sospett; attivita insolit; account compromesso; atividade suspeita;
      atividade incomum;
      不審なアクティビティ; 不審な活動; 不正アクセス; 不正なアクセス; 不正利用; 不正使用; 異常なアクティビティ;
      疑わしいアクティビティ; 侵害; 可疑活动; 异常活动; 의심스러운 활동
    `),
  },
  {
    name: 'abuse-report',
    title: 'Abuse is reported from the account',
    category: 'security-alert',
    severity: 'urgent',
    from: ['trustandsafety@', 'ec2-abuse@', 'abuse@'],
    says: phrases(`
      abuse report; abuse case; abuse notice; reported ~ abuse; acceptable use policy; report of abuse;
      port scanning; denial of service ~ from your; hosting ~ phishing ~ content; sending of email is paused;
      sending ~ paused; sending ~ suspended; missbrauchsmeldung; missbrauch ~ gemeldet; missbrauch;
      signalement d'abus; rapport d'abus; utilisation abusive; informe de abuso; uso indebido;
      segnalazione di abuso; denuncia de abuso;
      不正使用レポート; 不正使用の報告; 迷惑行為; 乱用
    `),
  },
  {
    name: 'access-withdrawn',
    title: 'AWS withdrew access because of abuse',
    category: 'security-alert',
    severity: 'urgent',
    says: phrases(`
      access ~ withdrawn; withdrawn ~ abuse; withdrew ~ abuse; access ~ revoked ~ abuse;
      restricted ~ because of abuse; limited your account ~ security; restricted ~ your account ~ protect;
      instances ~ isolated; resource ~ isolated; resource has been disabled ~ abuse
    `),
  },
  {
    name: 'root-sign-in',
    title: 'Somebody signed in as root',
    category: 'security-alert',
    severity: 'notice',
    says: phrases(`
      root ~ login; root user activity; acces ~ racine; zugriff ~ root-benutzer;
      nouvel appareil ~ connexion; nuevo dispositivo ~ sesion;
      root ~ signed in; root ~ logged in; root ~ sign-in; anmeldung ~ root; root ~ angemeldet;
      racine ~ connexion; racine ~ connecte; raiz ~ sesion; raiz ~ acceso; root user sign-in; root sign-in;
      root user signed in; root user login; root login; sign-in as root user; signed in as root;
      signed in as the root; root user ~ signed in; new sign-in; sign-in from a new; signed in from a new;
      new device ~ sign; root account ~ used; root account usage; root-anmeldung; anmeldung als root;
      als root-benutzer angemeldet; anmeldung ~ root-benutzer ~ erfolgt; neue anmeldung;
      connexion ~ utilisateur racine; connexion ~ utilisateur root; nouvelle connexion;
      inicio de sesion ~ usuario raiz; nuevo inicio de sesion; accesso ~ utente root;
      ルートユーザー ~ サインイン; ルートユーザー ~ ログイン; ルートユーザー ~ サインインがありました;
      ルートユーザー ~ サインインしました; ルートユーザー ~ サインイン ~ 検出; ルートユーザーのサインイン;
      新しいデバイス ~ サインイン; 根用户 ~ 登录
    `),
  },
  {
    name: 'guardduty',
    title: 'A security finding',
    category: 'security-alert',
    severity: 'urgent',
    says: phrases(`
      guardduty; security hub ~ finding; security hub; amazon inspector ~ finding; amazon macie;
      unauthorizedaccess:; cryptocurrency:; recon:; backdoor:; trojan:; impact:ec2; impact:iam; impact:s3;
      policy:iamuser/rootcredentialusage; iam access analyzer; sicherheitsbefund; public s3 bucket;
      publicly accessible
    `),
  },
  // ── sign-in-verification ───────────────────────────────────────────────────────────────────────────────────────
  {
    name: 'sign-in-code',
    title: 'Code to sign in',
    category: 'sign-in-verification',
    severity: 'urgent',
    carriesToken: 'code',
    onlyFrom: ['@signin.aws'],
    from: ['@login.awsapps.com'],
    says: phrases(`
      sign in ~ verification; sign-in ~ verification; sign in ~ verify; anmeldung ~ bestatig;
      connexion ~ verifi; inicio de sesion ~ verifi; accesso ~ codice; login ~ codigo; verify your identity;
      verify it is you; verify it's you; sign-in verification; sign in verification; sign-in code;
      sign in code; login code; signing in ~ code; sign in ~ code; sign-in ~ type this code;
      verification code ~ sign; code ~ finish signing in; one-time password; one-time code; one time password;
      one-time passcode; your verification code; your aws verification code; aws verification code;
      your security code; authentication code; magic link; sign-in link; bestatigen sie ihre identitat;
      identitat bestatigen; anmeldecode; bestatigungscode; verifizierungscode; einmalcode; einmalkennwort;
      einmalpasswort; sicherheitscode; verifiez votre identite; confirmez votre identite;
      verification de votre identite; code de verification; code de connexion; code a usage unique;
      verifique su identidad; verifica tu identidad; confirme su identidad; codigo de verificacion;
      codigo de inicio de sesion; codigo de un solo uso; verifica la tua identita; codice di verifica;
      codice di accesso; verifique sua identidade; codigo de verificacao;
      サインイン ~ 確認コード; サインイン ~ 検証; 登录 ~ 验证; 로그인 ~ 확인; 本人確認; 本人であることを確認;
      ご本人様確認; id の確認; id を確認; アイデンティティの確認; 認証コード; 確認コード; 検証コード;
      ワンタイムパスワード; サインインコード; 验证您的身份; 验证码; 驗證碼; 신원 확인; 본인 확인; 인증 코드;
      확인 코드
    `),
  },
  // ── account-admin ──────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: 'identity-center-invitation',
    title: 'Invitation to IAM Identity Center',
    category: 'account-admin',
    severity: 'action',
    carriesToken: 'link',
    from: ['@login.awsapps.com'],
    says: phrases(`
      invitation to join iam identity center; invitation to join aws iam identity center;
      invitation to join aws single sign-on; invitation to join ~ identity center;
      join ~ aws iam identity center; einladung ~ identity center; einladung ~ single sign-on;
      invitation ~ identity center; invitacion ~ identity center; invito ~ identity center;
      convite ~ identity center;
      identity center ~ 招待; identity center ~ への招待
    `),
    hints: phrases(`
      accept invitation; your aws access portal; your username
    `),
  },
  {
    name: 'organization-invitation',
    title: 'Invitation to an AWS organization',
    category: 'account-admin',
    severity: 'action',
    carriesWords: true,
    says: phrases(`
      invitation to join an aws organization; invitation to join ~ organization;
      invited ~ to join ~ organization; invites you to join ~ organization; invited your aws account;
      invite ~ your aws account ~ organization; organization invitation; einladung ~ organisation;
      einladung ~ aws-organisation; invitation ~ organisation aws; invitation a rejoindre ~ organisation;
      invitacion ~ organizacion; invito ~ organizzazione; convite ~ organizacao;
      組織への招待; 組織 ~ 招待; 组织 ~ 邀请; 조직 ~ 초대
    `),
  },
  {
    name: 'organization-left',
    title: 'The account left its organization',
    category: 'account-admin',
    severity: 'action',
    says: phrases(`
      konto ~ organisation ~ entfernt; compte ~ organisation ~ retir; cuenta ~ organizacion ~ elimin;
      cuenta ~ organizacion ~ abandon; organisation ~ verlassen; account ~ removed ~ organization;
      account ~ left ~ organization; removed from ~ organization; removed ~ from the organization;
      left ~ organization; no longer ~ member ~ organization; leave the organization; organization ~ deleted;
      aus der organisation entfernt; aus ~ organisation entfernt; organisation verlassen;
      retire de l'organisation; supprime de l'organisation; quitte l'organisation; quitte ~ organisation;
      retire ~ organisation; ne fait plus partie; eliminad ~ organizacion; ha abandonado la organizacion;
      abandono la organizacion; rimosso ~ organizzazione; removid ~ organizacao;
      組織から削除; 組織を離れ; 組織から ~ 削除
    `),
  },
  {
    name: 'organization-joined',
    title: 'The account joined an organization',
    category: 'account-admin',
    severity: 'notice',
    says: phrases(`
      joined ~ organization; is now a member of ~ organization; now a member ~ organization;
      now part of ~ organization; accepted ~ invitation ~ organization; organisation beigetreten;
      mitglied der organisation; rejoint l'organisation; membre de l'organisation; se ha unido ~ organizacion;
      miembro de la organizacion; entrato ~ organizzazione;
      組織に参加; 組織 ~ 参加しました
    `),
  },
  {
    name: 'contact-changed',
    title: 'Contacts or the name of the account were changed',
    category: 'account-admin',
    severity: 'notice',
    says: phrases(`
      contacto ~ modificado; contact ~ modifie; kontakt ~ geandert; account ~ name ~ changed; kontoname;
      nom ~ compte ~ modifi; nombre ~ cuenta ~ cambi; password policy; alternate ~ contact; alternate contact;
      contact information ~ updated; contact information ~ changed; contact details ~ changed;
      contact ~ has been updated; account name ~ changed; account name ~ updated; account name has been;
      phone number ~ changed; phone number ~ updated; primary contact; account information ~ updated;
      account settings ~ changed; account settings have been; alternativer kontakt; alternative kontakt;
      kontaktdaten ~ geandert; kontaktinformationen ~ geandert; kontaktinformationen ~ aktualisiert;
      kontoname ~ geandert; contact secondaire; contact alternatif; coordonnees ~ modifie;
      nom du compte ~ modifie; contacto alternativo; informacion de contacto; nombre de la cuenta;
      contatto alternativo; contato alternativo;
      代替連絡先; 代替の連絡先; 連絡先情報 ~ 変更; 連絡先 ~ 変更; 連絡先 ~ 更新; アカウント名 ~ 変更
    `),
  },
  {
    name: 'account-created',
    title: 'The account is ready',
    category: 'account-admin',
    severity: 'info',
    says: phrases(`
      new aws account ~ is active; new account ~ is active; account ~ is active; konto ~ ist aktiv;
      compte ~ est actif; cuenta ~ esta activa; welcome to amazon web services; welcome to aws;
      account is ready; account ~ is ready; account has been created; account ~ has been created;
      account ~ has been activated; account ~ was created; account activation; thank you for signing up;
      thanks for signing up; get started with your aws account; getting started with your aws account;
      willkommen bei amazon web services; willkommen bei aws; konto ist bereit; konto ~ bereit;
      konto ~ erstellt; konto ~ |aktiviert; bienvenue dans amazon web services;
      bienvenue chez amazon web services; bienvenue sur aws; bienvenue chez aws; bienvenue dans aws;
      bienvenue ~ aws; compte ~ est pret; compte ~ a ete cree; bienvenido a amazon web services;
      bienvenido a aws; le damos la bienvenida a a; cuenta ~ esta lista; cuenta ~ se ha creado;
      benvenut ~ a aws; benvenuto in aws; account ~ e pronto; bem-vindo a aws; bem-vindo; conta ~ pronta;
      アマゾン ウェブ サービスへようこそ; amazon web services へようこそ; aws へようこそ; へようこそ;
      アカウント ~ 準備ができました; アカウント ~ 作成されました; アカウント ~ 準備が整いました;
      アカウント ~ ご利用いただけます; 欢迎使用 aws; 欢迎使用; 환영합니다
    `),
  },
  {
    name: 'request-validated',
    title: 'A request about the account was granted',
    category: 'account-admin',
    severity: 'info',
    from: ['aws-verification@'],
    says: phrases(`
      request for accessing aws resources; request for accessing ~ validated; has been validated;
      validation ~ complete; region is open for your account; region ~ has been enabled; anfrage ~ validiert;
      demande ~ validee; solicitud ~ validada;
      リクエスト ~ 検証されました; リクエストが検証
    `),
  },
  {
    name: 'plan-changed',
    title: 'The plan of the account was changed',
    category: 'account-admin',
    severity: 'info',
    says: phrases(`
      upgraded to a paid plan; upgraded to the paid plan; upgrade to ~ paid plan ~ complete; paid plan;
      account ~ has been upgraded; plan ~ upgraded; plan upgrade; support plan ~ changed;
      support plan ~ has been; kostenpflichtigen plan; kostenpflichtiger tarif; plan ~ hochgestuft;
      plan payant; plan de pago; piano a pagamento;
      有料プラン; アップグレードされました
    `),
  },
  // ── service-health ─────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: 'health-resolved',
    title: 'An issue is resolved, or planned work cancelled',
    category: 'service-health',
    severity: 'info',
    settles: true,
    says: phrases(`
      maintenance ~ cancelled; maintenance ~ canceled; maintenance ~ completed; maintenance ~ is complete;
      cancelled ~ maintenance; canceled ~ maintenance; retirement ~ cancelled; retirement ~ canceled;
      [resolved]; issue ~ has been resolved; issue ~ is resolved; operational issue ~ resolved;
      event ~ resolved; the service is operating normally; is operating normally; quota increase ~ approved;
      limit increase ~ approved; quota ~ has been increased; quota request ~ approved; ok: ";
      wartung ~ abgesagt; wartung ~ abgeschlossen; wartung ~ storniert; behoben; maintenance ~ annulee;
      maintenance ~ terminee; |resolu|; probleme ~ resolu; mantenimiento ~ cancelado;
      mantenimiento ~ finalizado; se ha resuelto;
      メンテナンス ~ キャンセル; メンテナンス ~ 中止; メンテナンス ~ 完了; メンテナンス終了; 解決されました;
      復旧しました
    `),
  },
  {
    name: 'retirement',
    title: 'Resources are to be retired',
    category: 'service-health',
    severity: 'action',
    says: phrases(`
      retirada ~ instanc; retrait ~ instance; instance ~ hors service; インスタンス ~ 停止; abschaltung ~ instan;
      stilllegung ~ instan;
      retirement notification; scheduled for retirement; instance retirement; instance ~ retirement;
      hardware ~ degrading; degraded hardware; underlying hardware; needs to be restarted; reboot ~ required;
      scheduled reboot; instance ~ reboot; persistent instance retirement; certificate ~ expire;
      certificate expiration; failed to renew; unable to renew; zertifikat ~ lauft ab; zertifikat ~ ablauf;
      domain ~ expires; domain ~ will expire; domain ~ renewal; vpn tunnel ~ replacement; ausserbetriebnahme;
      stilllegung; ausmusterung; instanz ~ eingestellt; mise hors service; retrait programme;
      retrait ~ instance; mise au rebut; retirada programada; retirada ~ instancia; retiro ~ instancia;
      instancia ~ retirada; ritiro ~ istanza;
      リタイア; インスタンス ~ 廃止
    `),
  },
  {
    name: 'health-action',
    title: 'AWS Health asks to do something',
    category: 'service-health',
    severity: 'action',
    yields: true,

    says: phrases(`
      [action required]; action required:; action required; you must ~ before; required action;
      upgrade required; mandatory upgrade; aktion erforderlich; handlungsbedarf; massnahme erforderlich;
      action requise; action necessaire; accion requerida; se requiere accion; azione richiesta;
      acao necessaria;
      要対応; 対応が必要
    `),
  },
  {
    name: 'deprecation',
    title: 'Something will be switched off one day',
    category: 'service-health',
    severity: 'notice',
    says: phrases(`
      deprecation; deprecated; end of support; end of standard support; end-of-support; end-of-life;
      end of life; will end support; ends support; will no longer support; will no longer be supported;
      no longer be available; will be discontinued; will reach end of; discontinue support; sunset;
      supportende; ende des supports; ende der unterstutzung; support ~ endet; nicht mehr unterstutzt;
      wird eingestellt; fin de support; fin du support; fin de prise en charge; fin de la prise en charge;
      ne sera plus pris; obsolescence; fin del soporte; fin de soporte; finalizacion del soporte;
      dejara de ser compatible; dejara de admitir; obsoleto; fine del supporto; fim do suporte;
      サポート終了; サポートの終了; サポートを終了; 廃止; 提供終了; 终止支持; 停止支持; 지원 종료
    `),
  },
  {
    name: 'maintenance',
    title: 'Planned maintenance',
    category: 'service-health',
    severity: 'notice',

    says: phrases(`
      planned maintenance; scheduled maintenance; maintenance notification; maintenance scheduled;
      maintenance window; upcoming maintenance; emergency maintenance; scheduled upgrade; scheduled change;
      scheduled for maintenance; maintenance ~ scheduled; wartung ~ geplant; geplante wartung;
      wartungsarbeiten; wartungsfenster; wartung; maintenance planifiee; maintenance programmee;
      mantenimiento programado; mantenimiento planificado; mantenimiento; manutenzione; manutencao;
      メンテナンス; 维护; 유지 관리; 유지보수
    `),
  },
  {
    name: 'operational-issue',
    title: 'Something does not work at AWS',
    category: 'service-health',
    severity: 'notice',

    says: phrases(`
      operational issue; operational event; service event; increased error rates; elevated error;
      connectivity issues; increased latencies; service disruption; aws health event; investigating;
      betriebsproblem; betriebsstorung; storung; fehlerraten; probleme operationnel; incident ~ service;
      perturbation; problema operativo; problema operacional; tasas de error;
      運用上の問題; 障害; エラー率
    `),
  },
  {
    name: 'alarm',
    title: 'An alarm or notification of the own resources',
    category: 'service-health',
    severity: 'notice',
    from: ['@sns.amazonaws.com'],
    says: phrases(`
      alarm: "; alarm:; cloudwatch alarm; has entered the alarm state; threshold crossed;
      aws notification message; notification digest; notifications digest; daily digest;
      aws user notifications; event notification; autoscaling; auto scaling; backup ~ failed; backup job;
      pipeline ~ failed; pipeline execution; codepipeline; stack ~ failed; cloudformation; rds event;
      rds notification message; alarmzustand; alarme; alarma;
      アラーム
    `),
  },
  {
    name: 'quota',
    title: 'A quota is nearly used up',
    category: 'service-health',
    severity: 'notice',
    says: phrases(`
      service quota; service quotas; quota ~ utilization; quota ~ exceed; quota ~ reached; approaching ~ limit;
      approaching ~ quota; quota usage; limit ~ reached; quota increase request; limit increase request;
      trusted advisor; kontingent; servicekontingent; cuota ~ servicio; quota de service; sending quota;
      サービスクォータ; クォータ
    `),
  },
  // ── billing ────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: 'payment-failed',
    title: 'A payment failed or is overdue',
    category: 'billing',
    severity: 'action',
    from: ['aws-receivables'],
    says: phrases(`
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
  },
  {
    name: 'budget',
    title: 'A budget or cost alert',
    category: 'billing',
    severity: 'notice',
    from: ['budgets@', 'anomalydetection@', 'freetier@'],
    says: phrases(`
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
    says: phrases(`
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
    says: phrases(`
      tax registration number ~ required; update your tax; verify your tax; tax information ~ missing;
      purchase order ~ expire; purchase order ~ exhausted; steuerinformationen ~ aktualisieren
    `),
  },
  {
    name: 'invoice',
    title: 'Invoice, statement or cost report',
    category: 'billing',
    severity: 'info',
    from: ['invoicing@', 'bcm-dashboards@', 'aws-receivables', 'billing@'],
    says: phrases(`
      domain ~ renewed; domain ~ registered; domain ~ verlangert; domaine ~ renouvele; dominio ~ renovado;
      abrechnung; kostenbericht; cost report;
      invoice available; billing statement; tax invoice; your invoice; invoice ~ available; is your invoice;
      invoice email address; invoice id; invoice number; credit note; credit memo; payment received;
      payment confirmation; payment ~ was successful; payment ~ has been received; payment receipt;
      receipt for; refund; cost report; cost and usage report; cost dashboard; scheduled report; monthly bill;
      will be charged; has been charged; your bill; savings plans ~ purchase; reserved instance ~ purchase;
      savings plan; reserved instance; rechnung verfugbar; rechnung ~ verfugbar; ihre rechnung; |rechnung;
      abrechnung; kontoauszug; zahlungseingang; kostenbericht; gutschrift; facture disponible;
      facture ~ disponible; votre facture; |facture; releve de facturation; rapport de couts; paiement recu;
      factura disponible; su factura; factura ~ disponible; |factura; extracto de facturacion;
      estado de cuenta; informe de costos; informe de costes; pago recibido; fattura; estratto conto; fatura;
      請求書; ご請求; 請求明細; 利用明細; 領収書; お支払い ~ 受領; コストレポート; 適格請求書; 账单; 发票;
      청구서; 인보이스
    `),
  },
  {
    name: 'marketplace',
    title: 'About an AWS Marketplace purchase',
    category: 'billing',
    severity: 'info',
    from: ['@marketplace.aws', 'marketplace@aws.com'],
    says: phrases(`
      aws marketplace offer; marketplace subscription; marketplace ~ subscription; subscription ~ marketplace;
      aws marketplace; private offer; you accepted ~ offer; marketplace-angebot; marketplace-abonnement;
      offre aws marketplace; abonnement aws marketplace; oferta de aws marketplace; suscripcion ~ marketplace;
      aws marketplace のサブスクリプション
    `),
  },
  // ── support-case ───────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: 'case-survey',
    title: 'A survey about a support case',
    category: 'support-case',
    severity: 'info',
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
    yields: true,
    says: phrases(`
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
    yields: true,
    says: phrases(`
      case ~ has been created; case ~ was created; case ~ been opened; case ~ was opened;
      contacting aws support; fall ~ angelegt; fall ~ eroffnet; caso ~ creado; caso ~ abierto; cas ~ cree;
      cas ~ ouvert; new support case; support case; [case ; case id; re:[case; correspondence; has opened case;
      has been opened ~ case; your case; replied to your case; aws support center; neuer supportfall;
      supportfall; support-fall; kundendienstfall; [fall ; cas de support; nouveau cas; dossier de support;
      demande de support; nuevo caso; caso de soporte; [caso ; caso di supporto; caso de suporte;
      ケース ~ 作成; ケース ~ 開かれました; サポートケース; サポート ケース; [ケース; お問い合わせ ~ ケース;
      支持案例; 지원 사례
    `),
  },
  // ── marketing ──────────────────────────────────────────────────────────────────────────────────────────────────
  {
    name: 'marketing',
    title: 'News, an event or training',
    category: 'marketing',
    severity: 'info',
    from: ['aws-marketing', 'marketing', 'awscloud', 'newsletter', 'events'],
    says: phrases(`
      re:invent; re:inforce; aws summit; webinar; webinaire; seminario web; newsletter; register now;
      save your seat; save the date; join us; your seat; free training; training and certification;
      aws training; aws certification; aws certified; skill builder; workshop; hands-on lab; |innovate;
      discover how; learn how; what's new; new feature; new features; product update; product news; announcing;
      introducing; case study; whitepaper; ebook; on-demand; unsubscribe from marketing; email preferences;
      manage ~ preferences; special offer; take the survey; developer day; jetzt anmelden; jetzt registrieren;
      veranstaltung; schulung; neuigkeiten; inscrivez-vous; rejoignez-nous; |evenement; |formation; nouveautes;
      registrese; inscribase; |unase; |evento; capacitacion; |formacion; novedades; iscriviti; inscreva-se;
      ウェビナー; ウェブセミナー; オンラインセミナー; ニュースレター; 登録受付中; お申し込み; イベント;
      トレーニング; 新機能; 立即注册; 网络研讨会; 등록하세요; 웨비나
    `),
  },
];
