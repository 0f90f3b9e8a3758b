import { phrases, type Kind } from './kind.ts';

/** Mail about exposed keys, abuse and what looks like an intruder. */
export const SECURITY_ALERT: readonly Kind[] = [
  {
    name: 'security-resolved',
    title: 'A security or abuse case is closed',
    category: 'security-alert',
    severity: 'info',
    carriesToken: 'never',
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
    carriesToken: 'never',
    says: phrases(`
      credenciales ~ repositorio; chiave di accesso ~ pubblic; identifiants ~ depot;
      credentials ~ repository; zugangsdaten ~ repository; 認証情報 ~ リポジトリ;
      key ~ found ~ public; key ~ github; schlussel ~ github; schlussel ~ veroffentlicht;
      schlussel ~ aufgetaucht; cle ~ github; clave ~ github; chave ~ github; chaves de acesso ~ expost;
      chaves de acesso ~ public; chiavi di accesso ~ espost; chiave ~ github; アクセスキー ~ github; アクセスキー ~ 流出;
      访问密钥 ~ 公开; 访问密钥 ~ github;
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
    topic: phrases(`
      access key; zugriffsschlussel; zugangsschlussel; cle d'acces; clave de acceso; chave de acesso;
      chiave di accesso; アクセスキー; credential; zugangsdaten; credenciales; credenciais; credenziali;
      identifiants; 認証情報; 访问密钥
    `),
  },
  {
    name: 'compromise',
    title: 'The account may be compromised',
    category: 'security-alert',
    severity: 'urgent',
    carriesToken: 'never',
    says: phrases(`
      credentials ~ outside aws; used ~ outside aws; used ~ outside of aws; used from outside;
      credentials ~ stolen; credentials ~ misus; credentials ~ exfiltrat; anmeldedaten ~ ausserhalb;
      zugangsdaten ~ ausserhalb; identifiants ~ hors d'aws; identifiants ~ vole; credenciales ~ fuera de aws;
      credenciales ~ robad; credenciais ~ fora da aws; 認証情報 ~ 外部; 認証情報 ~ aws 外; 認証情報 ~ 盗; revoke ~ sessions;
      cryptomining; crypto mining; crypto-mining; krypto-mining; kryptomining; minage; mineria; mineracao;
      マイニング; malware; schadsoftware; logiciel malveillant; マルウェア; sicherheitsvorfall; incident de securite;
      incidente de seguridad; incidente de seguranca; security incident; account takeover; taken over by; 乗っ取;
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
    hints: phrases(`
      suspicious; malicious; verdachtig; suspect; sospechos; suspeit; sospett; anomalous; ungewohnlich; 不審;
      可疑; 의심
    `),
  },
  {
    name: 'abuse-report',
    title: 'Abuse is reported from the account',
    category: 'security-alert',
    severity: 'urgent',
    carriesToken: 'never',
    from: ['trustandsafety@', 'ec2-abuse@', 'abuse@'],
    says: phrases(`
      abuse complaint; abusive activity; abusive traffic; port scan; brute force; intrusion attempt;
      activite abusive; actividad abusiva; atividade abusiva; reporte de abuso; denuncia ~ abuso;
      missbrauchsbeschwerde; missbrauchsbericht; beschwerde ~ missbrauch; plainte ~ abus; 不正行為; 迷惑メール ~ 送信;
      滥用; 악용;
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
    carriesToken: 'never',
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
    carriesToken: 'never',
    says: phrases(`
      login ~ raiz; entrou ~ raiz; acesso ~ raiz; raiz ~ conect; accesso ~ root; root-benutzer ~ zugriff;
      anmeldung ~ neuem gerat; neues gerat ~ anmeld; nuevo acceso; novo login; novo acesso; 新しいサインイン;
      新しい場所 ~ サインイン; 根用户登录; 루트 사용자 ~ 로그인;
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
    name: 'minor-finding',
    title: 'Security findings of low severity',
    category: 'security-alert',
    severity: 'notice',
    carriesToken: 'never',
    settles: true,
    says: phrases(`
      no critical or high; no high or critical; keine hohen; keine kritischen ~ befunde;
      aucun ~ resultat critique; ningun hallazgo ~ critic; 重要度が高い ~ ありません;
      low severity finding; low-severity finding; findings ~ low severity; finding ~ severity: low; finding ~ severity low;
      guardduty ~ weekly summary; guardduty ~ low severity; security hub ~ low severity; findings ~ weekly summary;
      finding ~ weekly digest; befund ~ geringem schweregrad; befund ~ niedriger schweregrad; befund ~ schweregrad niedrig;
      resultat ~ gravite faible; hallazgo ~ gravedad baja; descoberta ~ baixa gravidade; 重要度が低い; 重要度: 低; 重要度「低」
    `),
  },
  {
    name: 'guardduty',
    title: 'A security finding',
    category: 'security-alert',
    severity: 'urgent',
    carriesToken: 'never',
    says: phrases(`
      guardduty; security hub ~ finding; security hub; amazon inspector ~ finding; amazon macie;
      unauthorizedaccess:; cryptocurrency:; recon:; backdoor:; trojan:; impact:ec2; impact:iam; impact:s3;
      policy:iamuser/rootcredentialusage; iam access analyzer; sicherheitsbefund; public s3 bucket;
      publicly accessible
    `),
  },
];
