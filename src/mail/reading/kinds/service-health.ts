import { phrases, type Kind } from './kind.ts';

/** Mail about what runs in an account: maintenance, alarms, quotas. */
export const SERVICE_HEALTH: readonly Kind[] = [
  {
    name: 'health-resolved',
    title: 'An issue is resolved, or planned work cancelled',
    category: 'service-health',
    severity: 'info',
    carriesToken: 'never',
    settles: true,
    says: phrases(`
      problema resuelto; problema ~ resuelt; incidente ~ resuelt; incidente resuelto; problema ~ risolto;
      problema ~ resolvid; 問題は解決; 問題が解決; 解決しました; 復旧いたしました; wieder normal; fonctionne normalement;
      funciona con normalidad; 正常に動作; 已解决; 해결되었;
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
    carriesToken: 'never',
    says: phrases(`
      neustart ~ instanz; neustart ~ erforderlich; neustart ~ notig; redemarrage ~ instance;
      redemarrage ~ requis; reinicio ~ instancia; reinicio ~ necesario; 再起動 ~ 必要; インスタンス ~ 再起動;
      certificat ~ renouvell; certificat ~ expir; certificado ~ caduc; certificado ~ venc;
      certificado ~ expir; certificado ~ renov; zertifikat ~ erneuer; certificato ~ scad; 証明書 ~ 期限;
      証明書 ~ 有効期限; 証明書 ~ 更新; 证书 ~ 过期; 证书 ~ 到期;
      ausser betrieb; instance ~ retiree; instance ~ sera retir; instancia ~ sera retirad;
      instanz ~ abgeschaltet; instance ~ sera arretee; インスタンス ~ 終了 ~ 予定;
      desativacao ~ instanc; desativad ~ instanc; instancia ~ retirad; dismissione; 停用 ~ 实例; 实例 ~ 停用;
      인스턴스 ~ 사용 중지;
      retirada ~ instanc; retrait ~ instance; instance ~ hors service; インスタンス ~ 停止; abschaltung ~ instan;
      stilllegung ~ instan;
      retirement notification; scheduled for retirement; instance retirement; instance ~ retirement;
      hardware ~ degrading; degraded hardware; underlying hardware; needs to be restarted; reboot ~ required;
      scheduled reboot; instance ~ reboot; persistent instance retirement; certificate ~ expire;
      certificate expiration; failed to renew; unable to renew; zertifikat ~ lauft ab; zertifikat ~ ablauf;
      domain ~ expires; domain ~ will expire; domain ~ renewal; ausserbetriebnahme;
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
    carriesToken: 'never',
    yields: true,

    says: phrases(`
      accion necesaria; accion obligatoria; se requiere una accion; se requiere su intervencion;
      action obligatoire; intervention requise; une action est requise; acao obrigatoria; acao requerida;
      acao exigida; azione necessaria; handlung erforderlich; massnahmen erforderlich;
      ihre mithilfe erforderlich; mandatory update; required update; actualizacion obligatoria;
      mise a jour obligatoire; obligatorisches update; 必須の ~ 更新; アクションが必要; 需要采取措施; 需要执行操作; 조치 필요;
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
    carriesToken: 'never',
    says: phrases(`
      fim de suporte; encerramento do suporte; descontinuad; non sara piu support; サポート ~ 終了; 非推奨; 提供を終了;
      abgekundigt; abkundigung; arret du support; arret ~ prise en charge; ne seront plus; dejaran de;
      se descontinua; 停止提供; 弃用;
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
    carriesToken: 'never',

    says: phrases(`
      tunnel endpoint replacement; endpoint replacement; vpn tunnel ~ replacement; endpunkt ~ ersetz;
      tunnel ~ ersetzt; remplacement ~ tunnel; reemplazo ~ tunel; トンネル ~ 置き換え; トンネルエンドポイント;
      mise a jour programmee; actualizacion programada; geplante aktualisierung; atualizacao programada;
      manutencao programada; manutenzione programmata; 计划内维护; 예정된 유지;
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
    carriesToken: 'never',

    says: phrases(`
      incidencia; interruption de service; ausfall; beeintrachtigung; interrupcion; degradacion; degradation;
      latencia; indisponibil; tassi di errore; taxas de erro; 接続の問題; レイテンシー; 运营问题; 服务中断; 운영 문제;
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
    carriesToken: 'never',
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
    carriesToken: 'never',
    says: phrases(`
      grenze ~ erreicht; limite ~ atteinte; limite ~ alcanz; limite ~ atingid; cota ~ servico;
      quota ~ servizio; 上限 ~ 近づ; 配额; 할당량;
      service quota; service quotas; quota ~ utilization; quota ~ exceed; quota ~ reached; approaching ~ limit;
      approaching ~ quota; quota usage; limit ~ reached; quota increase request; limit increase request;
      trusted advisor; kontingent; servicekontingent; cuota ~ servicio; quota de service; sending quota;
      サービスクォータ; クォータ
    `),
  },
];
