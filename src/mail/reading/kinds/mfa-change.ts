import { phrases, type Kind } from './kind.ts';

/** Mail about MFA devices and passkeys of root. */
export const MFA_CHANGE: readonly Kind[] = [
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
    carriesToken: 'never',
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
    carriesToken: 'never',
    says: phrases(`
      mfa ~ nicht mehr; mfa ~ getrennt; mfa ~ n'est plus; multifacteur ~ n'est plus; mfa ~ dissoci;
      mfa ~ ya no; multifactor ~ ya no; mfa ~ desvincul; mfa ~ non e piu; mfa ~ nao esta mais;
      mfa ~ unlinked; mfa ~ detached; mfa ~ disassociated; mfa ~ 取り外; mfa ~ 外され; passkey ~ no longer;
      multifattore ~ rimoss; multifattore ~ disattivat;
      multifator ~ removid; multifator ~ desativad;
      認証デバイス ~ 削除; 認証デバイス ~ 無効; 認証デバイス ~ 解除;
      二要素 ~ 解除; 二要素 ~ 無効; 二要素 ~ 削除;
      セキュリティキー ~ 削除; セキュリティキー ~ 無効; セキュリティキー ~ 解除;
      zweiter faktor ~ entfernt; zweiter faktor ~ deaktiviert;
      second facteur ~ |supprim; second facteur ~ |retir; second facteur ~ desactiv;
      segundo factor ~ elimin; segundo factor ~ quit; segundo factor ~ desactiv;
      passkey ~ removid; passkey ~ eliminad; passkey ~ supprime;
      authenticator ~ removed; authenticator ~ deleted; authenticator ~ deactivated;
      security key ~ deleted; security key ~ deactivated;
      chave de seguranca ~ removid; chave de seguranca ~ desativad;
      clave de seguridad ~ elimin; clave de seguridad ~ quit; clave de seguridad ~ desactiv;
      llave de seguridad ~ elimin; llave de seguridad ~ quit; llave de seguridad ~ desactiv;
      cle de securite ~ |supprim; cle de securite ~ |retir; cle de securite ~ desactiv;
      sicherheitsschlussel ~ entfernt; sicherheitsschlussel ~ geloscht; sicherheitsschlussel ~ deaktiviert;
      zwei-faktor ~ entfernt; zwei-faktor ~ deaktiviert; zwei-faktor ~ geloscht;
      two-factor ~ removed; two-factor ~ disabled; two-factor ~ turned off; two-factor ~ deleted;
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
    carriesToken: 'never',
    says: phrases(`
      passkey ~ registrat; passkey ~ aggiunt; passkey ~ agreg; mfa ~ registrat; mfa ~ asociad; mfa ~ associ;
      multifattore ~ aggiunt; multifattore ~ |attivat;
      multifator ~ |ativad; multifator ~ adicionad;
      認証デバイス ~ 追加; 認証デバイス ~ 登録;
      二要素 ~ 有効; 二要素 ~ 追加; 二要素 ~ 登録;
      セキュリティキー ~ 追加; セキュリティキー ~ 登録;
      segundo factor ~ agreg; segundo factor ~ anadid; segundo factor ~ registr;
      authenticator ~ added; authenticator ~ registered;
      chave de seguranca ~ adicionad; chave de seguranca ~ registrad;
      clave de seguridad ~ agreg; clave de seguridad ~ anadid; clave de seguridad ~ registr;
      llave de seguridad ~ agreg; llave de seguridad ~ anadid; llave de seguridad ~ registr;
      cle de securite ~ ajout; cle de securite ~ enregistr;
      sicherheitsschlussel ~ hinzugefugt; sicherheitsschlussel ~ registriert;
      two-factor ~ added; two-factor ~ enabled; two-factor ~ turned on;
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
    topic: phrases(`
      |mfa; passkey; multi-factor; multi-faktor; multifacteur; multifactor; multifattore; multifator; 多要素認証;
      パスキー
    `),
  },
];
