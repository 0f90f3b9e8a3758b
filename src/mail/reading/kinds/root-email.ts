import { phrases, type Kind } from './kind.ts';

/** Mail about a change of the root address itself; category email-change. */
export const ROOT_EMAIL: readonly Kind[] = [
  {
    name: 'root-email-change-code',
    title: 'Code or link to set a new root e-mail address',
    category: 'email-change',
    severity: 'urgent',
    carriesToken: 'code',
    from: ['no-reply@verify.signin.aws'],
    says: phrases(`
      primary email ~ one-time; primary email ~ |code; primary email ~ member account;
      primary email address of; set this mailbox as; neue root-adresse; hauptadresse ~ mitgliedskonto;
      primare email ~ konto; adresse email principale ~ compte; correo electronico principal ~ cuenta;
      correo principal ~ cuenta; email principal ~ conta; プライマリ ~ メール; メンバーアカウント ~ メール;
      root ~ email ~ one-time; root ~ email ~ |code; root ~ email ~ |otp; racine ~ adresse ~ |code;
      raiz ~ correo ~ codigo; raiz ~ email ~ codigo; root ~ adresse ~ |code; approve ~ new root;
      new root ~ |code; ルート ~ メール ~ コード; 根用户 ~ 邮件 ~ 验证码; 루트 ~ 이메일 ~ 코드;
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
      new root user email; new root email; neue root-email; nouvelle adresse racine; nueva direccion raiz;
      moving account ~ mailbox;
      used ~ as the new root; change the root user email; update your root user email
    `),
  },
  {
    name: 'root-email-changed',
    title: 'The root e-mail address was changed',
    category: 'email-change',
    severity: 'urgent',
    carriesToken: 'never',
    says: phrases(`
      メールアドレスが新しく; root-email-adresse ~ neu; email ~ different now;
      email ~ alterado; endereco ~ alterado; email ~ cambiat; email ~ modificat; eメールアドレス ~ 変更されました;
      ルートユーザー ~ メール ~ 変更; 邮箱 ~ 已更改; 邮箱地址 ~ 更改;
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
    topic: phrases(`
      root user email; root email; root-email; email ~ root; adresse email racine; adresse email ~ racine;
      correo ~ raiz; email ~ raiz; ルートユーザー ~ メール; 根用户 ~ 邮件; 루트 ~ 이메일
    `),
  },
];
