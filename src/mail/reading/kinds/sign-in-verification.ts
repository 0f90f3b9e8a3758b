import { phrases, type Kind } from './kind.ts';

/** Codes and links to sign in. */
export const SIGN_IN_VERIFICATION: readonly Kind[] = [
  {
    name: 'sign-in-code',
    title: 'Code to sign in',
    category: 'sign-in-verification',
    severity: 'urgent',
    carriesToken: 'code',
    from: ['@signin.aws', '@login.awsapps.com'],
    says: phrases(`
      sign-in attempt ~ confirm; confirm ~ sign-in attempt; confirm your sign-in; confirm ~ sign in;
      sign-in number; number ~ finish signing in; number ~ sign-in page; anmeldeversuch ~ bestatig;
      anmeldung bestatigen; zahl ~ anmeld; nummer ~ anmelde; numero ~ page de connexion;
      tentative de connexion ~ confirm; confirm ~ connexion; numero ~ inicio de sesion;
      confirm ~ inicio de sesion; codigo ~ login; conferm ~ accesso; サインインの確認; サインインを確認; 登录确认; 로그인 확인;
      sign in ~ verification; sign-in ~ verification; sign in ~ verify; anmeldung ~ bestatig;
      connexion ~ verifi; inicio de sesion ~ verifi; accesso ~ codice; login ~ codigo; verify your identity;
      verify it is you; verify it's you; sign-in verification; sign in verification; sign-in code;
      sign in code; login code; signing in ~ code; sign in ~ code; sign-in ~ type this code;
      verification code ~ sign; code ~ finish signing in; magic link; sign-in link;
      bestatigen sie ihre identitat; identitat bestatigen; anmeldecode; verifiez votre identite;
      confirmez votre identite; verification de votre identite; code de connexion; verifique su identidad;
      verifica tu identidad; confirme su identidad; codigo de inicio de sesion; verifica la tua identita;
      codice di accesso; verifique sua identidade; サインイン ~ 確認コード; サインイン ~ 検証; 登录 ~ 验证; 로그인 ~ 확인; 本人確認;
      本人であることを確認; ご本人様確認; id の確認; id を確認; アイデンティティの確認; サインインコード; 验证您的身份; 신원 확인; 본인 확인
    `),
    // Any code: other mails than those to sign in carry one too.
    hints: phrases(`
      verification number; security number; numero de verification; numero de verificacion;
      numero de verificacao; numero di verifica; パスコード; 確認番号; 認証番号; 动态密码; one-time password; one-time code;
      one time password; one-time passcode; your verification code; your aws verification code;
      aws verification code; your security code; authentication code; bestatigungscode; verifizierungscode;
      einmalcode; einmalkennwort; einmalpasswort; sicherheitscode; code de verification; code a usage unique;
      codigo de verificacion; codigo de un solo uso; codice di verifica; codigo de verificacao; 認証コード; 確認コード;
      検証コード; ワンタイムパスワード; 验证码; 驗證碼; 인증 코드; 확인 코드
    `),
  },
];
