import { phrases, type Kind } from './kind.ts';

/** Mail about accounts, contacts, organizations and invitations. */
export const ACCOUNT_ADMIN: readonly Kind[] = [
  {
    name: 'identity-center-invitation',
    title: 'Invitation to IAM Identity Center',
    category: 'account-admin',
    severity: 'action',
    carriesToken: 'link',
    from: ['@login.awsapps.com'],
    says: phrases(`
      アイデンティティセンター ~ 招待; アイデンティティセンター ~ 参加; identity center ~ 参加; identity center ~ eingeladen;
      invited ~ identity center; invite ~ identity center; invitad ~ identity center;
      convidad ~ identity center; invitat ~ identity center; identity center ~ 邀请; identity center ~ 초대;
      access portal ~ invit; zugangsportal ~ eingeladen; portail d'acces ~ invit; portal de acceso ~ invit;
      アクセスポータル ~ 招待;
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
    carriesToken: 'never',
    carriesWords: true,
    says: phrases(`
      eingeladen ~ organisation; invite a rejoindre ~ organisation; invitee ~ organisation;
      invitad ~ organizacion; invita a ~ organizacion; convidad ~ organizacao; invitat ~ organizzazione;
      組織に招待; 組織への参加 ~ 依頼; 加入 ~ 组织 ~ 邀请; 組織 ~ 参加するよう;
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
    carriesToken: 'never',
    says: phrases(`
      removeu ~ organizacao; foi removida da organizacao; nao faz mais parte; deixou ~ organizacao;
      saiu da organizacao; ya no forma parte; ya no pertenece; retir ~ organizacion;
      salio de la organizacion; ha salido de ~ organizacion; n'appartient plus; sorti ~ organisation;
      nicht mehr ~ organisation; gehort nicht mehr; ausgetreten; no longer part of; no longer belongs;
      now a standalone account; eigenstandiges konto; compte autonome; cuenta independiente;
      conta independente; non fa piu parte; uscit ~ organizzazione; 組織 ~ 外れ; 組織 ~ 離脱; 組織 ~ 脱退; 組織に属さ;
      スタンドアロンアカウント; 组织 ~ 移除; 离开 ~ 组织; 조직에서 ~ 제거;
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
    carriesToken: 'never',
    says: phrases(`
      organisation ~ beigetreten; fait desormais partie; a rejoint ~ organisation; ahora forma parte;
      se unio ~ organizacion; agora faz parte; entrou na organizacao; ora fa parte;
      gehort jetzt zur organisation; jetzt teil ~ organisation; 組織に加わ; 組織のメンバーになり; 已加入 ~ 组织; 조직에 가입;
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
    carriesToken: 'never',
    says: phrases(`
      abrechnungskontakt; sicherheitskontakt; betriebskontakt; contact de facturation; contact de securite;
      contacto de seguridad; contacto de facturacion; contacto de operaciones; contact operationnel; 請求連絡先;
      セキュリティ連絡先; セキュリティ担当; billing contact; security contact; operations contact;
      ansprechpartner ~ geandert; telefonnummer ~ geandert; numero de telephone ~ modifi;
      numero de telefono ~ cambi; numero de telefono ~ modific; neuer ~ kontakt; nouveau contact;
      nuevo contacto; novo contato; contato ~ alterad; nome da conta ~ alterad;
      nome dell'account ~ modificat; contatto ~ modificat; 電話番号 ~ 変更; 联系人 ~ 更改; 联系信息 ~ 更改; 账户名称 ~ 更改;
      연락처 ~ 변경; 계정 이름 ~ 변경;
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
    carriesToken: 'never',
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
    carriesToken: 'never',
    from: ['aws-verification@'],
    says: phrases(`
      aws-ressourcen ~ gepruft; aws-ressourcen ~ validiert; ressources aws ~ valid; recursos de aws ~ valid;
      recursos de aws ~ verific; aws リソース ~ 検証; aws リソース ~ 確認されました; aws 资源 ~ 验证;
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
    carriesToken: 'never',
    says: phrases(`
      upgraded to a paid plan; upgraded to the paid plan; upgrade to ~ paid plan ~ complete; paid plan;
      account ~ has been upgraded; plan ~ upgraded; plan upgrade; support plan ~ changed;
      support plan ~ has been; kostenpflichtigen plan; kostenpflichtiger tarif; plan ~ hochgestuft;
      plan payant; plan de pago; piano a pagamento;
      有料プラン; アップグレードされました
    `),
  },
];
