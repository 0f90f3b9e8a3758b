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
      verification number; sign-in number; security number; number ~ finish signing in;
      number ~ sign-in page; anmeldeversuch ~ bestatig; anmeldung bestatigen; zahl ~ anmeld;
      nummer ~ anmelde; numero de verification; numero ~ page de connexion; tentative de connexion ~ confirm;
      confirm ~ connexion; numero de verificacion; numero ~ inicio de sesion; confirm ~ inicio de sesion;
      numero de verificacao; codigo ~ login; numero di verifica; conferm ~ accesso; パスコード; 確認番号; 認証番号;
      サインインの確認; サインインを確認; 登录确认; 动态密码; 로그인 확인;
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
];
