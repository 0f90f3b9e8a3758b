import { phrases, type Kind } from './kind.ts';

/** Mail about the root password. */
export const PASSWORD_RESET: readonly Kind[] = [
  {
    name: 'password-reset-link',
    title: 'Link to reset the root password',
    category: 'password-reset',
    severity: 'urgent',
    carriesToken: 'link',
    onlyFrom: ['password-reset'],
    says: phrases(`
      forgot ~ password; kennwort vergessen; passwort vergessen; mot de passe oublie; olvido ~ contrasena;
      olvidado ~ contrasena; esqueceu ~ senha; password dimenticata; neues kennwort festlegen;
      neues passwort festlegen; neues kennwort vergeben; definir ~ nouveau mot de passe;
      choisir ~ nouveau mot de passe; elegir ~ nueva contrasena; establecer ~ nueva contrasena;
      set a new password; パスワードをお忘れ; 忘记 ~ 密码; 重设密码;
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
    carriesToken: 'never',
    says: phrases(`
      kennwort ~ zuruckgesetzt werden; kennwort ~ muss ~ geandert; passwort ~ muss ~ geandert;
      mot de passe doit; reinitialisation obligatoire; debe cambiar ~ contrasena; debe restablecer;
      deve alterar ~ senha; パスワードのリセットが必要; パスワードをリセットする必要; パスワードを変更する必要; 必须重置 ~ 密码;
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
    carriesToken: 'never',
    says: phrases(`
      パスワードが再設定されました; パスワードがリセットされました; kennwort ~ ersetzt; passwort ~ ersetzt; mot de passe ~ remplace;
      contrasena ~ reemplaz; contrasena nueva; password ~ replaced; password ~ cambiat; password ~ modificat;
      senha ~ substitu;
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
    topic: phrases(`
      kennwort; passwort; |password; mot de passe; contrasena; |senha; パスワード; 密码; 密碼; 비밀번호
    `),
  },
];
