import { phrases, type Kind } from './kind.ts';

/** Mail that asks to prove control of an address or domain; category email-change. */
export const PROOF_OF_CONTROL: readonly Kind[] = [
  {
    name: 'sign-up-code',
    title: 'Code to create an AWS account',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'code',
    onlyFrom: ['@signup.aws'],
    says: phrases(`
      creation d'un compte aws; creation ~ compte aws; creer ~ compte aws; creacion ~ cuenta de aws;
      crear ~ cuenta de aws; erstellung ~ aws-konto; aws-konto erstellen; aws-konto zu erstellen;
      criacao ~ conta da aws; criar ~ conta da aws; creazione ~ account aws; creare ~ account aws;
      sign up for aws; signing up for aws; アカウントの作成 ~ 確認; アカウント作成 ~ コード; サインアップ ~ コード; アカウント ~ 作成を続行;
      注册 ~ aws; aws 가입;
      aws email verification; verification code ~ sign up; verification code ~ signing up;
      sign-up verification; sign up verification; finish creating your aws account;
      starting to create an aws account; code ~ sign-up page; verifizierung ~ neues aws-konto;
      registrierung ~ bestatigungscode; aws-email-verifizierung; aws email-verifizierung;
      verification de l'adresse email aws; verification email aws; verificacion de correo electronico de aws;
      verifica email aws;
      aws eメール検証; aws メール認証; eメールの検証
    `),
    hints: phrases(`
      page d'inscription; pagina de registro; registrierungsseite; inscription ~ aws; registro ~ aws;
      アカウント作成; サインアップ;
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
      amazon ses ~ adresse ~ verif; amazon ses ~ direccion ~ verif; amazon ses ~ adresse ~ bestatig;
      amazon ses ~ endereco ~ verif; ses ~ メールアドレス ~ 検証; ses ~ メールアドレス ~ 確認;
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
      abonnement ~ bestatig; abonnement ~ confirm; suscripcion ~ confirm; assinatura ~ confirm;
      sottoscrizione ~ conferm; subscription ~ confirm; サブスクリプション ~ 確認; 订阅 ~ 确认; 구독 ~ 확인;
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
      zertifikat ~ genehmig; zertifikat ~ bestatig; certificat ~ approu; certificat ~ |valider;
      certificado ~ aprob; certificado ~ aprov; certificato ~ approv; 証明書 ~ 承認; 証明書 ~ 検証; 证书 ~ 批准; 인증서 ~ 승인;
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
      verifi ~ domain; verifi ~ domaine; verific ~ dominio; bestatig ~ domain; titulaire ~ domaine;
      titular ~ dominio; inhaber ~ domain; contact du domaine; contacto del dominio; domaininhaber;
      domain-transfer; domaintransfer; transfert ~ domaine; transferencia ~ dominio; ドメイン ~ 登録者; ドメイン ~ 移管;
      ドメイン ~ 承認; 域名 ~ 验证; 域名 ~ 转移; 도메인 ~ 확인;
      confirm ~ contact information; verify ~ contact information; transfer ~ domain; transfer of ~ approval;
      approve ~ transfer; domain ~ transfer; registrant ~ verif; registrant ~ email; kontaktdaten ~ domain;
      domaine ~ confirm; dominio ~ confirm; verify your email address for; verify ~ domain;
      verify ~ registrant contact; domain ~ verification; verification ~ domain; confirm ~ domain transfer;
      approve ~ domain ~ transfer; transfer ~ domain ~ confirm; change of registrant; change of owner ~ domain;
      domain ~ suspended unless; bestatigen ~ domain; verifier ~ nom de domaine; verificar ~ dominio;
      ドメイン ~ 確認; ドメイン ~ 検証
    `),
    hints: phrases(`
      icann; whois; registrant; registrar
    `),
  },
  {
    name: 'organizations-verification',
    title: 'AWS Organizations asks to verify the address',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'link',
    says: phrases(`
      organizations ~ bestatig; organizations ~ verifi ~ adresse; organizations ~ confirm ~ adresse;
      organizations ~ verific ~ correo; organizations ~ direccion;
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
    carriesToken: 'never',
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
];
