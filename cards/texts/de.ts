import type { en } from './en.ts';
import type { Translation } from './message.ts';

/** Deutsch, mit „Sie“. Befehle und die Wörter von AWS bleiben, wie sie sind: Sie werden so getippt und so gesucht. */
export const de: Translation<typeof en> = {
  time: {
    moment: '{day}, {time}',
    day: '{at, date, long}',
  },

  names: {
    someone: 'jemand',
    somebody: 'Jemand',
    owner: 'Inhaber',
    nobodyKnown: 'niemand bekannt',
    withMail: '{name} ({mail})',
    account: 'ohne Namen',
    yourAccount: 'ohne Namen',
    approver: 'einem Genehmiger',
    anApprover: 'Ein Genehmiger',
    approvers: 'den Genehmigern',
    apiClient: 'API-Client {name}',
    rootdesk: 'Rootdesk',
    yourChannel: 'Ihr verknüpfter Kanal',
    noChannel: 'noch kein Kanal',
    channelGone: 'ein Kanal, der nicht mehr verknüpft ist',
    noAddress: 'Adresse unbekannt',
    noAccountId: 'keine Konto-ID',
    notKnownYet: 'noch nicht bekannt',
    noSubject: '(kein Betreff)',
    mailGone: '(nicht mehr im zentralen Postfach)',
    mailUnreadable: '(konnte nicht gelesen werden)',
  },

  labels: {
    account: 'Konto',
    accountId: 'Konto-ID',
    accountIdInMail: 'Konto-ID in der Mail',
    accountIdSaved: 'Gespeicherte Konto-ID',
    accountNow: 'Bisheriges Konto',
    alias: 'Alias',
    allotted: 'Vergeben am',
    approvals: 'Genehmigungen',
    asked: 'Beantragt am',
    askedBy: 'Beantragt von',
    boundAlready: 'Schon zugeordnet',
    comment: 'Kommentar zur Entscheidung',
    environment: 'Umgebung',
    freeAgain: 'Wieder frei am',
    holdsAlready: 'Bisherige Aliase',
    freeAliases: 'Freie Aliase',
    from: 'Von',
    lastOwner: 'Letzter Inhaber',
    mailGoesTo: 'Mail geht an',
    more: 'Und weitere',
    moreAliases: 'Weitere Aliase',
    newAccount: 'Neues Konto',
    newOwner: 'Neuer Inhaber',
    noneLeftOn: 'Keiner mehr am',
    owner: 'Inhaber',
    ownerNow: 'Bisheriger Inhaber',
    purpose: 'Zweck',
    received: 'Empfangen am',
    reference: 'Referenz: ',
    released: 'Zurückgegeben am',
    rootMailbox: 'Root-Postfach',
    sentTo: 'Gesendet an',
    subject: 'Betreff',
    through: 'Über',
    topic: 'Thema',
    verifiedDomain: 'Geprüfte Domain',
  },

  environments: {
    production: 'Produktion',
    staging: 'Staging',
    development: 'Entwicklung',
    sandbox: 'Sandbox',
  },

  aliasStates: {
    free: 'Frei',
    allotted: 'In Gebrauch',
    quarantined: 'Ruht',
    retired: 'Stillgelegt',
    missing: 'Fehlt in Exchange',
    held: 'Zurückgehalten',
  },

  requestStates: {
    pending: 'Offen',
    approved: 'Genehmigt',
    denied: 'Abgelehnt',
    cancelled: 'Zurückgezogen',
    expired: 'Abgelaufen',
  },

  revealStates: {
    wanted: 'Offen',
    agreed: 'Zugestimmt',
    denied: 'Abgelehnt',
    shown: 'Angezeigt',
    over: 'Beendet',
  },

  topics: {
    'account-admin': 'Kontohinweis',
    'sign-in-verification': 'Anmeldecode',
    'password-reset': 'Root-Passwort',
    'email-change': 'E-Mail-Bestätigung',
    'mfa-change': 'Multi-Faktor-Anmeldung',
    'security-alert': 'Sicherheitswarnung',
    billing: 'Abrechnung',
    'account-closure': 'Kontoschließung',
    'service-health': 'Betriebszustand',
    'support-case': 'Supportfall',
    marketing: 'Werbung',
    'non-aws': 'Nicht von AWS',
    unrecognised: 'Nachricht von AWS',
  },

  kinds: {
    'password-reset-link': 'Link zum Zurücksetzen des Root-Passworts',
    'password-reset-required': 'Ein Passwort muss zurückgesetzt werden',
    'password-updated': 'Das Root-Passwort wurde geändert',
    'root-email-change-code': 'Code oder Link zum Setzen einer neuen Root-E-Mail-Adresse',
    'root-email-changed': 'Die Root-E-Mail-Adresse wurde geändert',
    'sign-up-code': 'Code zum Anlegen eines AWS-Kontos',
    'ses-verification': 'Amazon SES bittet um die Bestätigung einer Adresse',
    'sns-subscription': 'Amazon SNS bittet um die Bestätigung eines Abonnements',
    'acm-validation': 'AWS Certificate Manager bittet, ein Zertifikat zu bestätigen',
    'registrar-verification': 'Der Domain-Registrar bittet um die Bestätigung eines Kontakts',
    'organizations-verification': 'AWS Organizations bittet um die Bestätigung der Adresse',
    'address-verification': 'Code oder Link als Nachweis der Adresse',
    'address-verified': 'Eine Adresse oder ein Abonnement wurde bestätigt',
    'mfa-recovery': 'Link zur Anmeldung ohne MFA-Gerät',
    'mfa-resync-link': 'Link zum Synchronisieren des MFA-Geräts',
    'mfa-resynced': 'Das MFA-Gerät wurde synchronisiert',
    'mfa-removed': 'MFA wurde entfernt',
    'mfa-added': 'MFA wurde hinzugefügt',
    'closure-confirmation-link': 'Link, der das Schließen oder Wiedereröffnen des Kontos bestätigt',
    'account-reinstated': 'Das Konto ist wieder aktiv',
    'account-suspended': 'Das Konto ist gesperrt oder wird es bald',
    'account-closed': 'Das Konto ist geschlossen oder wird es bald',
    'free-plan-ended': 'Das kostenlose Kontingent endet und mit ihm das Konto',
    'security-resolved': 'Ein Sicherheits- oder Missbrauchsfall ist abgeschlossen',
    'exposed-key': 'Ein Zugriffsschlüssel ist öffentlich geworden',
    compromise: 'Das Konto ist möglicherweise kompromittiert',
    'abuse-report': 'Missbrauch aus dem Konto wurde gemeldet',
    'access-withdrawn': 'AWS hat wegen Missbrauchs den Zugriff entzogen oder wird es tun',
    'root-sign-in': 'Jemand hat sich als Root angemeldet',
    'credential-advice': 'Zugriffsschlüssel könnten sicherer sein',
    'minor-finding': 'Sicherheitsbefunde von geringer Bedeutung',
    guardduty: 'Ein Sicherheitsbefund',
    'sign-in-code': 'Code zur Anmeldung',
    'identity-center-invitation': 'Einladung zu IAM Identity Center',
    'organization-invitation': 'Einladung in eine AWS-Organisation',
    'organization-left': 'Das Konto hat seine Organisation verlassen',
    'organization-joined': 'Das Konto ist einer Organisation beigetreten',
    'contact-changed': 'Kontakte oder der Name des Kontos wurden geändert',
    'account-created': 'Das Konto ist bereit',
    'request-validated': 'Einem Antrag zum Konto wurde entsprochen',
    'plan-changed': 'Der Tarif des Kontos wurde geändert',
    'certificate-renewed': 'Ein Zertifikat wurde erneuert',
    'health-resolved': 'Eine Störung oder geplante Wartung ist vorbei',
    retirement: 'Etwas, das das Konto nutzt, wird abgeschaltet',
    deprecation: 'Etwas wird sich ändern oder eines Tages abgeschaltet',
    maintenance: 'Geplante Wartung',
    'operational-issue': 'Bei AWS funktioniert etwas nicht',
    'health-action': 'AWS Health bittet darum, etwas zu tun',
    alarm: 'Ein Alarm oder eine Meldung eigener Ressourcen',
    quota: 'Ein Kontingent ist fast ausgeschöpft',
    'domain-expired': 'Eine Domain ist abgelaufen, gesperrt oder geht verloren',
    'domain-expiring': 'Eine Domain läuft ab, wenn sie niemand verlängert',
    'domain-changed': 'Eine Domain wurde gesperrt, entsperrt oder umgezogen',
    'payment-failed': 'Eine Zahlung ist fehlgeschlagen oder überfällig',
    'budget-alert': 'Ein Budget ist fast ausgeschöpft oder überschritten',
    'cost-anomaly': 'Die Kosten sind ungewöhnlich',
    'credit-added': 'Guthaben wurde hinzugefügt',
    'free-tier': 'Das kostenlose Kontingent oder Guthaben ist fast aufgebraucht',
    'reservation-ends': 'Eine Reservierung oder ein Savings Plan endet',
    invoice: 'Rechnung, Abrechnung oder Kostenbericht',
    marketplace: 'Zu einem Kauf im AWS Marketplace',
    'case-survey': 'Eine Umfrage zu einem Supportfall',
    'case-resolved': 'Ein Supportfall ist gelöst',
    'case-waiting': 'Ein Supportfall wartet auf eine Antwort',
    case: 'Zu einem Supportfall',
    marketing: 'Neuigkeiten, eine Veranstaltung oder Schulung',
    unrecognised: 'Eine Nachricht von AWS',
    'non-aws': 'AWS hat diese Mail nicht geschrieben',
  },

  severities: {
    urgent: '● Dringend',
    action: 'Handlung nötig',
    notice: 'Zur Kenntnis',
    info: 'Nichts zu tun',
  },

  repeat: {
    message: 'Vielleicht doppelt: Ein früherer Versuch, dies zu senden, war möglicherweise erfolgreich.',
    mail: 'Vielleicht doppelt: Ein früherer Versuch, diese Mail zu senden, war möglicherweise erfolgreich.',
    revealed: 'Vielleicht doppelt: Weiter oben steht möglicherweise eine frühere Karte ohne Text.',
    digest: 'Vielleicht doppelt.',
  },

  problem: {
    fallback: 'Etwas hat nicht geklappt. Öffnen Sie diese Nachricht in Teams, um zu sehen, was zu tun ist.',
    summary: 'Rootdesk konnte das nicht tun.',
    refused: 'Das wurde nicht ausgeführt',
    failed: 'Etwas ist schiefgegangen',
  },

  note: {
    fallback: 'Eine Nachricht von Rootdesk.',
  },

  help: {
    fallback: 'Was Rootdesk kann. Schreiben Sie help, um es wieder zu sehen.',
    summary: 'Was Rootdesk kann.',
    titles: {
      help: 'Was Rootdesk kann',
      all: 'Alle Befehle',
      hello: 'Hallo, hier ist Rootdesk',
      added: 'Hallo, hier ist Rootdesk',
      unknown: 'Das habe ich nicht verstanden',
    },
    addedBy: '{who} hat Rootdesk zu diesem Team hinzugefügt.',
    waiting:
      '{count, plural, one {Ein Antrag wartet auf Ihre Entscheidung.} other {# Anträge warten auf Ihre Entscheidung.}}',
    introPersonal:
      'Rootdesk gibt Ihnen einen Alias: die E-Mail-Adresse, die ein AWS-Konto für seinen Root-Benutzer braucht. Die Mail von AWS an diese Adresse kommt in den Kanal Ihres Teams.',
    introChannel:
      'Rootdesk postet die Mail von AWS an Ihre Root-Adressen in diesem Kanal, sobald er verknüpft ist.',
    next: {
      personal:
        'Als Nächstes: Drücken Sie „Alias beantragen“, oder schreiben Sie, was Sie brauchen, zum Beispiel `Ich brauche einen Alias für payments`. Genehmiger entscheiden darüber; die Antwort kommt hier an.',
      channel:
        'Als Nächstes: Verknüpfen Sie den Kanal, der die Mail bekommen soll. Für diesen hier drücken Sie den Knopf; in einem anderen erwähnen Sie Rootdesk und schreiben Sie `link`.',
      linked:
        'Dieser Kanal ist verknüpft. Erwähnen Sie Rootdesk und schreiben Sie, was Sie brauchen, zum Beispiel `mail`. Um einen Alias zu beantragen, schreiben Sie `request` an Rootdesk in Ihrem eigenen Chat mit ihm.',
    },
    unknownPersonal:
      'Nichts wurde geändert. Sagen Sie in wenigen Worten, was Sie brauchen, oder drücken Sie eine der Schaltflächen.',
    unknownChannel:
      'Nichts wurde geändert. Erwähnen Sie Rootdesk und sagen Sie in wenigen Worten, was Sie brauchen, oder drücken Sie eine der Schaltflächen.',
    either: 'Was meinen Sie?',
    eitherLead:
      'Es wurde nichts geändert. Klicken Sie an, was Sie brauchen, oder sagen Sie es mit anderen Worten.',
    explained:
      'Schreiben Sie `help` und den Namen eines Befehls, um mehr über ihn zu lesen, zum Beispiel `help bind`.',
    request: 'Alias beantragen',
    aliases: 'Meine Aliase',
    aliasesHere: 'Aliase dieses Kanals',
    mail: 'Neueste Mail',
    all: 'Alle Befehle',
    about: 'Der Befehl „{command}“',
    example: 'Zum Beispiel: `{example}`',
    places: {
      personal: 'Schreiben Sie ihn in Ihrem eigenen Chat mit Rootdesk.',
      channel: 'Erwähnen Sie Rootdesk in dem Kanal, um den es geht, und schreiben Sie ihn dort.',
      both: 'Schreiben Sie ihn in Ihrem eigenen Chat mit Rootdesk, oder erwähnen Sie Rootdesk in einem Kanal.',
    },
    welcome: 'Gern geschehen',
    welcomeLead: 'Schreiben Sie `help`, wann immer Sie etwas brauchen.',
  },

  alias: {
    summary: '{title}: {account}',
    history: 'Verlauf',
    bind: 'Konto-ID',
    transfer: 'Übergeben',
    fallback: 'Ein AWS-Root-Alias. Öffnen Sie diese Nachricht in Teams, um ihn zu sehen.',
    awsWrote: 'AWS hat an einen Alias geschrieben, den niemand hat',
    awsWroteLead:
      'Ein AWS-Konto verwendet also diese Adresse. Der Alias ist stillgelegt: Niemand bekommt ihn, denn wer ihn hätte, bekäme die Codes dieses Kontos.',
    awsWroteNext:
      'Finden Sie heraus, wem das Konto gehört: Die Mail liegt im zentralen Postfach. `rootdesk adopt` vergleicht das Register mit den Konten Ihrer Organisation.',
  },

  ask: {
    fallback:
      'Rootdesk braucht noch eine Angabe. Öffnen Sie diese Nachricht in Teams auf einem Computer oder Telefon.',
    missing: 'Schreiben Sie hier etwas.',
    find: {
      title: 'Was suchen Sie?',
      lead: 'Sie finden Ihre eigenen Aliase und die Ihrer Teams; Genehmiger finden alle.',
      label: 'Anfang von Adresse, Konto-ID, Kontoname, Inhaber, Team oder Kanal',
      example: 'payments',
      button: 'Suchen',
    },
    bind: {
      title: 'Welches AWS-Konto verwendet diesen Alias?',
      lead: 'Von da an nennt die Mail dieses Alias das Konto.',
      label: 'AWS-Konto-ID (12 Ziffern)',
      example: '123456789012',
      button: 'Konto-ID speichern',
    },
    transfer: {
      title: 'An wen?',
      lead: 'Bevor sich etwas ändert, werden Sie gefragt, ob es die richtige Person ist. Um die Mail des Alias in einem anderen Kanal zu bekommen, erwähnen Sie dort Rootdesk und schreiben Sie `transfer`, die Adresse und `here`.',
      label: 'Mailadresse des neuen Inhabers',
      example: 'grace@company.com',
      button: 'Weiter',
    },
  },

  aliasList: {
    which: 'Welcher Alias?',
    whichLead: 'Wählen Sie einen davon, oder schreiben Sie `{usage}`.',
    fallback: 'AWS-Root-Aliase. Öffnen Sie diese Nachricht in Teams, um sie zu sehen.',
    summary: 'AWS-Root-Aliase.',
    forNext: 'für den nächsten Antrag',
    show: ' · Anzeigen',
    choose: ' · Auswählen',
    yours: 'Ihre Aliase',
    yoursNone: 'Sie haben noch keinen. Schreiben Sie `request`, um einen zu beantragen.',
    yoursMore:
      'Schreiben Sie `find` und den Anfang einer Adresse, eines Kontonamens oder einer Konto-ID, um weniger zu sehen.',
    channels: 'Aliase dieses Kanals',
    channelsNone:
      'Dieser Kanal hat keinen. Um einen zu bekommen, schreiben Sie mir `request` in unserem eigenen Chat.',
    channelsMore:
      'Schreiben Sie mir `find` und den Anfang eines Kontonamens in unserem eigenen Chat, um weniger zu sehen.',
    found: 'Gefundene Aliase',
    one: 'AWS-Root-Alias',
    foundOne: 'Ein Alias gefunden',
    foundNone: 'Kein Alias gefunden',
    foundNoneLead:
      'Schreiben Sie den Anfang einer Adresse, einer Konto-ID, eines Kontonamens, der Adresse des Inhabers, eines Teams oder Kanals. Sie finden Ihre eigenen Aliase und die Ihrer Teams; Genehmiger finden alle.',
    foundMore: 'Schreiben Sie genauer, wonach Sie suchen, um weniger zu sehen.',
  },

  list: {
    number: '{count, number}',
    next: 'Weiter',
    previous: 'Zurück',
    count: 'Insgesamt {all, number}.',
    part: '{first, number} bis {last, number} von {all, number}.',
    show: 'Anzeigen',
  },

  history: {
    fallback: 'Der Verlauf eines AWS-Root-Alias. Öffnen Sie diese Nachricht in Teams, um ihn zu sehen.',
    summary: 'Der Verlauf eines AWS-Root-Alias.',
    title: 'Verlauf eines AWS-Root-Alias',
    alias: 'Alias anzeigen',
    nothing: 'Seit Rootdesk das Register führt, ist mit ihm nichts geschehen.',
    entry: '*{what}* · {who}',
    reason: '„{reason}“',
  },

  actions: {
    add: 'In den Pool aufgenommen',
    allot: 'Vergeben',
    bind: 'Konto zugeordnet',
    transfer: 'Übergeben',
    take: 'Übernommen',
    move: 'In einen anderen Kanal verlegt',
    release: 'Zurückgegeben',
    free: 'Wieder frei',
    missing: 'Vermisst',
    'found-again': 'Wiedergefunden',
    hold: 'Zurückgehalten',
    'aws-wrote': 'AWS schrieb an ihn: Ein Konto verwendet ihn',
    'owner-unreached': 'Neuer Inhaber nicht erreicht',
    submit: 'Beantragt',
    approve: 'Antrag genehmigt',
    deny: 'Antrag abgelehnt',
    cancel: 'Antrag zurückgezogen',
    expire: 'Antrag abgelaufen',
    remind: 'Genehmiger erinnert',
    'pool-empty': 'Leerer Pool bemerkt',
    'pool-low': 'Knapper Pool bemerkt',
    'pool-recovered': 'Erholter Pool bemerkt',
    'reach-lost': 'Mail kommt nicht an',
    'reach-regained': 'Mail kommt wieder an',
    link: 'Kanal verknüpft',
    unlink: 'Verknüpfung des Kanals aufgehoben',
    rename: 'Umbenannt',
    restore: 'Wiederhergestellt',
    purge: 'Als zu alt gelöscht',
    adopt: 'Aus der alten Tabelle übernommen',
    'reveal-wanted': 'Mail angefordert',
    'reveal-agreed': 'Anzeigen der Mail erlaubt',
    'reveal-denied': 'Anzeigen der Mail abgelehnt',
    'reveal-shown': 'Mail angezeigt',
    'reveal-over': 'Anzeigen der Mail beendet',
    acknowledge: 'Mail quittiert',
    'confirm-account': 'Konto-ID bestätigt',
    quiet: 'Stille Themen geändert',
    reconcile: 'Abgeglichen',
    digest: 'Sammelpost vorbereitet',
    'await-acknowledgment': 'Quittung erwartet',
    raise: 'Eskaliert',
    'fall-back': 'Ausweichzustellung an Triage und Inhaber',
    'dead-letter': 'Zustellung aufgegeben',
    replay: 'Erneut zugestellt',
    assign: 'Zugewiesen',
    'not-for-us': 'Als nicht für uns bestimmt markiert',
  },

  audit: {
    allottedTo: 'vergeben an {to}',
    allottedToAccount: 'vergeben an {to}, Konto {account}',
    owned: 'Inhaber: {by}',
    ownedMailTo: 'Inhaber: {by}, Mail an {channel}',
    noAccount: 'kein Konto',
    account: 'Konto {account}',
    accountNamed: 'Konto {account} ({name})',
    onMailboxes: 'auf {mailboxes}',
    inExchange: 'wieder in Exchange Online',
    notInExchange: 'nicht in Exchange Online',
    lastMailThroughIt: 'nach der letzten Mail, die durch jedes Root-Postfach kam',
    noAddress: 'keine',
    probesAnswered: 'eine Probemail kam zurück',
    probesUnanswered: 'Probemails kamen nicht zurück',
    listedByAws: 'von AWS Organizations aufgeführt',
    firstAwsMail: 'die erste Mail, die sicher von AWS war, kam am {at}',
    untold: '{mail} ist in Teams nicht zu erreichen',
    freeAliases: '{count, number} frei',
    lowWater: 'die Schwelle liegt bei {mark, number}',
    approvals: '{count, plural, one {# Genehmigung} other {# Genehmigungen}}',
    poolWasEmpty: 'genehmigt, aber kein Alias war frei',
    undecidedInTime: 'niemand hat rechtzeitig entschieden',
    noApproverNeeded: 'Konten der Umgebung {environment} brauchen keinen Genehmiger',
    lost: {
      'bot-removed': 'Rootdesk wurde aus dem Team entfernt',
      'team-archived': 'das Team wurde archiviert',
      'team-deleted': 'das Team wurde gelöscht',
      'channel-deleted': 'der Kanal wurde gelöscht',
    },
    back: {
      'bot-removed': 'Rootdesk wurde dem Team wieder hinzugefügt',
      'team-archived': 'das Team ist nicht mehr archiviert',
      'team-deleted': 'das Team wurde wiederhergestellt',
      'channel-deleted': 'der Kanal wurde wiederhergestellt',
    },
    nothingQuiet: 'nichts still',
    mail: 'Mail {category} vom {at}',
    notShown: 'nicht angezeigt',
    toBeShown: 'wird angezeigt',
    waitsForApprover: 'wartet auf einen Genehmiger',
    waitsForApproverSecret: 'wartet auf einen Genehmiger: enthält einen Code oder Link',
    wanted: 'erbeten von {by}',
    shown: 'angezeigt für {to} ({person})',
    shownTo: 'angezeigt für {to}',
    revealOver: 'beendet: {because}',
    unacknowledged: 'nicht quittiert',
    acknowledged: 'quittiert von {by}',
    triageTold: 'Triage wird benachrichtigt',
    nobodyTold: 'kein Inhaber kann benachrichtigt werden',
    ownerTold: 'der Inhaber wird benachrichtigt ({person})',
    theOwnerTold: 'der Inhaber wird benachrichtigt',
    inTriage: 'in Triage',
    assigned: 'zugewiesen zu {alias}',
    notForUs: 'nicht für uns',
    confirmed: 'bestätigt von {by}',
    digest: 'Sammelpost ({way}) für {at}',
    reconciled:
      '{seen, plural, one {# Nachricht} other {# Nachrichten}} seit {since}, {missing, number} fehlten im Ledger',
    restored:
      '{rows, plural, one {# Zeile} other {# Zeilen}} der Sicherung vom {at}, {held, plural, one {# Alias} other {# Aliase}} zurückgehalten',
    purged: '{rows, plural, one {# Zeile} other {# Zeilen}} zu Mail und Anträgen von vor {before}',
    purgedWithHistory:
      '{rows, plural, one {# Zeile} other {# Zeilen}} zu Mail und Anträgen von vor {before} und zur Geschichte von vor {historyBefore}',
    nothingSinceBackup: 'Angabe: Seit der Sicherung hat niemand einen Alias bekommen',
  },

  requestForm: {
    fallback:
      'Beantragen Sie einen AWS-Root-Alias. Öffnen Sie diese Nachricht in Teams auf einem Computer oder Telefon, um das Formular auszufüllen.',
    summary: 'AWS-Root-Alias beantragen.',
    title: 'AWS-Root-Alias beantragen',
    lead: 'Eine Adresse für ein AWS-Konto. Ein Genehmiger entscheidet über Ihren Antrag; die Antwort kommt hier an.',
    faults: 'Einige Felder müssen Sie noch einmal ansehen.',
    accountName: 'Kontoname',
    accountNameExample: 'payments-production',
    purpose: 'Zweck',
    purposeExample: 'Wofür das Konto ist, in einem Satz',
    purposeMissing: 'Sagen Sie in einem Satz, wofür das Konto ist.',
    environment: 'Umgebung',
    environmentMissing: 'Wählen Sie eine Umgebung.',
    channel: 'Kanal, der die Mail bekommt',
    channelMissing: 'Wählen Sie einen Kanal.',
    moreChannels: 'Aufgeführt sind {shown, number} Ihrer {all, number} Kanäle.',
    channelSearch: 'Wählen oder tippen',
    channelName: 'Name eines Kanals, der nicht aufgeführt ist',
    channelNameExample: 'payments aws-root',
    accountId: 'AWS-Konto-ID (nur, wenn das Konto schon besteht)',
    accountIdExample: '123456789012',
    chooseOne: 'Bitte wählen',
    send: 'Antrag senden',
  },

  noChannel: {
    fallback:
      'Rootdesk ist noch mit keinem Ihrer Kanäle verknüpft. Erwähnen Sie es in einem Kanal und schreiben Sie link.',
    summary: 'Verknüpfen Sie zuerst einen Kanal.',
    title: 'Verknüpfen Sie zuerst einen Kanal',
    lead: 'Die Mail von AWS an Ihren Alias wird in einem Kanal Ihres Teams gepostet. Noch ist kein Kanal Ihrer Teams verknüpft, also gibt es keinen Ort für sie.',
    stepOne: '1. Fügen Sie Rootdesk in Teams Ihrem Team hinzu, falls es dort noch fehlt.',
    stepTwo: '2. Öffnen Sie den Kanal, der die Mail bekommen soll.',
    stepThree: '3. Erwähnen Sie dort Rootdesk und schreiben Sie `link`.',
    done: 'Kanal ist verknüpft',
  },

  request: {
    title: 'Antrag auf einen AWS-Root-Alias',
    fallback:
      'Ein Antrag auf einen AWS-Root-Alias. Öffnen Sie ihn in Teams auf einem Computer oder Telefon, um ihn zu sehen und zu entscheiden.',
    commentField: 'Kommentar für den Antragsteller (zum Ablehnen nötig)',
    commentExample: 'Zum Genehmigen nicht nötig',
    approve: 'Genehmigen',
    deny: 'Ablehnen',
    apiClient: 'API-Client {name}',
    freeNow: '{free, number}',
    holds: '{count, plural, =0 {keine} other {#}}',
    holdsNamed: '{count, number}: {names}',
    boundElsewhere: 'Ein anderer Alias hat diese Konto-ID.',
    approvalsOf: '{given, number} von {needed, number}',
    approvalsOfBy: '{given, number} von {needed, number}: {names}',
    approvalsBy: '{given, number}: {names}',
    summaries: {
      pending: '{who} beantragt einen AWS-Root-Alias für {account}.',
      approved: 'Genehmigt: der Antrag von {who} für {account}.',
      denied: 'Abgelehnt: der Antrag von {who} für {account}.',
      cancelled: 'Zurückgezogen: der Antrag von {who} für {account}.',
      expired: 'Abgelaufen: der Antrag von {who} für {account}.',
    },
    outcomes: {
      approved: '*Genehmigt von* {who}',
      denied: '*Abgelehnt von* {who}',
      cancelled: '*Zurückgezogen von* {who}',
      expired: '*Abgelaufen: niemand hat rechtzeitig entschieden*',
    },
    rules: {
      production: 'der Regel für Produktionskonten',
      staging: 'der Regel für Staging-Konten',
      development: 'der Regel für Entwicklungskonten',
      sandbox: 'der Regel für Sandbox-Konten',
    },
  },

  requestList: {
    fallback: 'Anträge auf AWS-Root-Aliase. Öffnen Sie diese Nachricht in Teams, um sie zu sehen.',
    title: 'Anträge',
    toDecide: 'Zu entscheiden',
    own: 'Ihre Anträge',
    none: 'Sie haben noch keinen Alias beantragt, und nichts wartet auf Ihre Entscheidung.',
    waiting:
      '{waiting, plural, one {Einer wartet auf Ihre Entscheidung.} other {# warten auf Ihre Entscheidung.}}',
  },

  deciders: {
    rings: '{people}, jemand von Ihnen muss entscheiden.',
    group: 'Alle in der Gruppe der Genehmiger können das entscheiden, aber niemand in eigener Sache.',
  },

  requestWaits: {
    fallback: 'Ein Antrag auf einen AWS-Root-Alias wartet auf eine Entscheidung.',
    summary: '{who} wartet immer noch auf eine Entscheidung zu {account}.',
    title: 'Dieser Antrag wartet immer noch auf eine Entscheidung',
    lead: 'Antrag von *{asker}* auf einen Alias, Konto *{account}*, gestellt am {since}.',
    next: 'Genehmigen oder lehnen Sie ihn auf der Karte am Anfang dieses Threads ab.',
  },

  receipt: {
    fallback: 'Ihr Antrag auf einen AWS-Root-Alias.',
    summary: '{state}: Ihr Antrag für {account}.',
    title: 'Ihr Antrag auf einen AWS-Root-Alias',
    cancel: 'Antrag zurückziehen',
    leads: {
      pending:
        'Ihr Antrag liegt bei den Genehmigern. Sobald jemand entschieden hat, bekommen Sie hier eine Nachricht.',
      approved: 'Die nächsten Schritte stehen in einer eigenen Nachricht in diesem Chat.',
      denied: 'Der Grund steht in einer eigenen Nachricht in diesem Chat.',
      cancelled: 'Sie haben diesen Antrag zurückgezogen. Weiter geschieht nichts.',
      expired: 'Niemand hat rechtzeitig entschieden. Mit `request` können Sie einen neuen Antrag stellen.',
    },
  },

  ended: {
    fallback: 'Ihr Antrag auf einen AWS-Root-Alias ist beendet.',
    again: 'Erneut beantragen',
    approved: {
      title: 'Ihr Antrag wurde genehmigt',
      lead: 'Ihr Antrag (Konto: *{account}*) wurde von *{who}* genehmigt.',
      remedy: 'Die Adresse konnte nicht angezeigt werden. Fragen Sie einen Genehmiger danach.',
    },
    denied: {
      title: 'Ihr Antrag wurde abgelehnt',
      lead: 'Ihr Antrag (Konto: *{account}*) wurde von *{who}* abgelehnt.',
      remedy:
        'Sie haben keinen Alias bekommen. Wenn im Kommentar steht, was zu ändern ist, stellen Sie den Antrag damit noch einmal.',
    },
    cancelled: {
      title: 'Ihr Antrag wurde zurückgezogen',
      lead: 'Ihr Antrag (Konto: *{account}*) wurde von *{who}* zurückgezogen.',
      remedy: 'Sie haben keinen Alias bekommen, und weiter geschieht nichts.',
    },
    expired: {
      title: 'Ihr Antrag ist abgelaufen',
      lead: 'Ihr Antrag (Konto: *{account}*) wurde von *{who}* nicht rechtzeitig entschieden.',
      remedy:
        'Sie haben keinen Alias bekommen. Stellen Sie den Antrag noch einmal, wenn Sie weiterhin einen brauchen.',
    },
  },

  ready: {
    fallback: 'Ihr AWS-Root-Alias ist bereit. Öffnen Sie diese Nachricht in Teams, um ihn zu kopieren.',
    summary: 'Ihr AWS-Root-Alias für {account} ist bereit.',
    title: 'Ihr Alias ist bereit',
    lead: 'Ihr Antrag (Konto: *{account}*) wurde von *{who}* genehmigt. Dies ist die E-Mail-Adresse für den Root-Benutzer:',
    nextSteps: 'Nächste Schritte',
    create: 'Legen Sie in AWS das Konto mit dieser Adresse als E-Mail-Adresse des Root-Benutzers an.',
    change: 'Machen Sie diese Adresse in AWS zur E-Mail-Adresse des Root-Benutzers von Konto {account}.',
    mail: 'Mail von AWS an diese Adresse erscheint in: *{channel}*.',
    save: 'Wenn das Konto besteht, speichern Sie unten seine 12-stellige ID, damit alle wissen, um welches Konto es in der Mail geht.',
    bind: 'Wenn das Konto besteht, schreiben Sie `bind`, die Adresse und die Konto-ID.',
    bound:
      'Das AWS-Konto {account} ist diesem Alias zugeordnet. Ist das falsch? Schreiben Sie `bind`, die Adresse und die richtige ID.',
    once: 'Verwenden Sie die Adresse nur für dieses Konto: AWS nimmt sie ein einziges Mal, auch nach der Schließung des Kontos nie wieder.',
    accountId: 'AWS-Konto-ID',
    saveButton: 'Konto-ID speichern',
  },

  channel: {
    toldFallback: 'Dieser Kanal hat einen neuen AWS-Root-Alias.',
    toldSummary: 'Dieser Kanal hat einen neuen AWS-Root-Alias für {account}.',
    toldTitle: 'Dieser Kanal hat einen neuen AWS-Root-Alias',
    toldLead: 'Mail, die AWS an diese Adresse sendet, wird von jetzt an in diesem Kanal gepostet.',
    linkedFallback: 'Wofür dieser Kanal mit Rootdesk verknüpft ist.',
    titles: {
      linked: 'Dieser Kanal ist verknüpft',
      again: 'Dieser Kanal ist wieder verknüpft',
      unlinked: 'Dieser Kanal ist nicht mehr verknüpft',
      unchanged: 'Nichts wurde geändert',
    },
    ownerFallback: 'Wohin die Mail Ihrer AWS-Root-Aliase geht.',
    ownerLost: 'Die Mail Ihrer AWS-Root-Aliase hat keinen Kanal',
    ownerLostLead:
      'Bis er wieder verknüpft ist, geht ihre Mail in den Triage-Kanal und an Sie in diesem Chat.',
    unknownOwnersLead:
      'Der Inhaber dieser Aliase hat es nicht erfahren: Das Verzeichnis kennt niemanden mit der Adresse {owner}. Bis der Kanal wieder verknüpft ist, geht ihre Mail in den Triage-Kanal.',
    unreachedOwnersLead:
      'Der Inhaber dieser Aliase hat es nicht erfahren: Rootdesk hat keinen Chat mit {owner}. Bis der Kanal wieder verknüpft ist, geht ihre Mail in den Triage-Kanal.',
    unreachedOwnersNext:
      'Leiten Sie diese Nachricht weiter, und bitten Sie darum, Rootdesk in Teams hinzuzufügen und ihm `help` zu schreiben: Dann kommt die Nachricht auch dort an.',
    unknownOwnersNext:
      'Übergeben Sie sie jemandem: Schreiben Sie in einem Chat mit Rootdesk `transfer`, die Adresse und die des neuen Inhabers.',
    unknownOwners: 'Die Mail von AWS-Root-Aliasen hat keinen Kanal',
    ownerLostNext:
      'Soll sie in einem anderen Kanal gepostet werden, erwähnen Sie dort Rootdesk und schreiben Sie `transfer`, die Adresse und `here`.',
    unlinkedBy: '{by} hat die Verknüpfung von {channel} gelöst.',
    lostBecause: '{channel} ist nicht erreichbar: {because}.',
    ownerLinked: 'Die Mail Ihrer AWS-Root-Aliase hat ihren Kanal wieder',
    ownerLinkedLead: 'Die Mail dieser Aliase wird wieder in {channel} gepostet; was inzwischen kam, folgt.',
    ownerLinkedNext: 'Sie müssen nichts tun.',
    linkedOwner:
      'Um einen Alias zu bekommen, schreiben Sie `request` an Rootdesk in Ihrem eigenen Chat mit ihm.',
    linkedOther: 'Dieser Kanal kann Aliase haben, sobald er dafür verknüpft ist.',
    unlinkedOwner:
      'Bis er wieder verknüpft ist, geht die Mail seiner Aliase in den Triage-Kanal und an ihre Inhaber, und für ihn lässt sich kein neuer Alias beantragen.',
    link: 'Diesen Kanal verknüpfen',
    roles: {
      owner: 'Er kann Aliase haben: Die AWS-Mail ihrer Konten wird hier gepostet.',
      approvals: 'Anträge auf Aliase werden hier gepostet, damit Genehmiger sie entscheiden.',
      triage: 'AWS-Mail, die zu keinem Team gehört, wird hier gepostet.',
    },
  },

  pool: {
    fallback: 'Der Pool der AWS-Root-Aliase. Öffnen Sie diese Nachricht in Teams, um ihn zu sehen.',
    title: 'Der Pool der Aliase',
    summary: '{free, plural, =0 {Kein Alias ist frei.} one {# Alias ist frei.} other {# Aliase sind frei.}}',
    all: 'Alle',
    pace: 'Vergeben',
    paceNow: '{count, number} in der Woche, in den letzten vier Wochen',
    lasts: 'Reicht',
    lastsFor:
      '{weeks, plural, =0 {weniger als eine Woche, bis {day}} one {etwa eine Woche, bis {day}} other {etwa # Wochen, bis {day}}}',
    lastsLong: 'Mehr als zehn Jahre',
    lastsForEver: 'In den letzten vier Wochen hat niemand einen bekommen.',
    notYours: 'Nur Genehmiger sehen, wie viele Aliase übrig sind',
    notYoursLead:
      'Sie können jederzeit einen beantragen. Ist bei der Genehmigung keiner frei, wartet Ihr Antrag, und Sie hören davon.',
    emptyFallback:
      'Kein freier AWS-Root-Alias ist übrig. Ein Antrag wartet, bis ein Administrator neue hinzufügt.',
    emptySummary: 'Kein freier AWS-Root-Alias ist übrig.',
    emptyTitle: 'Kein freier Alias ist übrig',
    emptyLead:
      'Ein Genehmiger hat dem Antrag unten zugestimmt, aber alle Aliase des Pools sind in Gebrauch. Der Antrag ist noch offen.',
    emptyNext:
      'Bitten Sie einen Administrator, dem Pool Aliase hinzuzufügen. Genehmigen Sie den Antrag dann noch einmal.',
    lowFallback: 'Wenige freie AWS-Root-Aliase sind übrig. Ein Administrator sollte neue hinzufügen.',
    lowSummary:
      '{free, plural, =0 {Kein freier AWS-Root-Alias ist} one {# freier AWS-Root-Alias ist} other {# freie AWS-Root-Aliase sind}} übrig.',
    lowTitle: 'Der Pool der AWS-Root-Aliase geht zur Neige',
    lowLead: 'Wenn kein Alias frei ist, müssen genehmigte Anträge warten.',
    lowNext:
      'Bitten Sie einen Administrator, dem Pool Aliase hinzuzufügen: `rootdesk plan`, dann `rootdesk import --new`.',
    emptyOn: '{day}, wenn weiterhin so viele Anträge kommen',
  },

  questions: {
    fallback:
      'Bestätigen Sie eine Änderung an einem AWS-Root-Alias. Öffnen Sie diese Nachricht in Teams, um zu antworten.',
    consequences: 'Was dann geschieht',
    reason: 'Grund, für den Verlauf (freiwillig)',
    changeNothing: 'Nichts ändern',
    transfer: {
      title: 'Diesen Alias jemand anderem geben?',
      confirm: 'Übergeben',
      reasonExample: 'Das Team übernimmt das Konto',
      codes:
        'Von da an kann sich nur der neue Inhaber Mail anzeigen lassen, deren Text nicht im Kanal steht: Codes und Links, die das AWS-Konto öffnen.',
      before: 'Solche Mail, die vorher kam, wird keinem von beiden mehr angezeigt.',
      told: 'Mail wird weiter im selben Kanal gepostet. Beide Inhaber und der Kanal werden benachrichtigt.',
    },
    rebind: {
      title: 'Diesem Alias ein anderes Konto zuordnen?',
      confirm: 'Neue ID zuordnen',
      accountName: 'Name des AWS-Kontos (freiwillig)',
      accountNameExample: 'payments-prod',
      mail: 'Mail dieses Alias nennt von da an das neue Konto. Inhaber und Kanal werden benachrichtigt.',
      once: 'Tun Sie das, um eine falsche ID zu korrigieren. Für ein anderes Konto beantragen Sie einen eigenen Alias: AWS nimmt eine Adresse nur einmal.',
    },
    unlink: {
      fallback: 'Verknüpfung dieses Kanals lösen? Öffnen Sie diese Nachricht in Teams, um zu antworten.',
      title: 'Verknüpfung dieses Kanals lösen?',
      confirm: 'Lösen',
      owner:
        '{aliases, plural, =0 {Dieser Kanal hat keinen Alias. Neue können für ihn dann nicht mehr beantragt werden.} one {Er hat # Alias. Mail, die dann an ihn kommt, geht in den Triage-Kanal und an seinen Inhaber.} other {Er hat # Aliase. Mail, die dann an sie kommt, geht in den Triage-Kanal und an ihre Inhaber.}}',
      kept: 'Aliase bleiben bei ihren Inhabern und bei diesem Kanal: Verknüpft man ihn wieder, ist alles wie vorher. Die Inhaber erfahren davon.',
      approvals: 'Anträge warten, bis ein anderer Kanal für sie verknüpft ist.',
      triage: 'Mail, die zu keinem Team gehört, geht in den Kanal der Genehmiger.',
    },
    release: {
      fallback: 'Einen AWS-Root-Alias zurückgeben? Öffnen Sie diese Nachricht in Teams, um zu antworten.',
      summary: 'Diesen AWS-Root-Alias zurückgeben?',
      title: 'Diesen Alias zurückgeben?',
      reasonExample: 'Das Konto wurde geschlossen',
      confirm: 'Zurückgeben',
      keep: 'Behalten',
      rests:
        'Für ihn ist kein AWS-Konto bekannt, und AWS hat nie an ihn geschrieben. Er ruht {days, plural, one {# Tag} other {# Tage}} und ist dann für andere frei.',
      notIfUsed:
        'Geben Sie ihn nicht zurück, wenn ein AWS-Konto ihn verwendet: Der nächste Inhaber bekäme die Mail, die das Konto öffnet.',
      retired: {
        bound:
          'Das AWS-Konto {account} verwendet ihn oder hat ihn verwendet. Er wird deshalb stillgelegt: Niemand bekommt ihn je wieder.',
        boundOnce:
          'Ein AWS-Konto verwendet ihn oder hat ihn verwendet. Er wird deshalb stillgelegt: Niemand bekommt ihn je wieder.',
        awsWrote:
          'AWS hat an diese Adresse geschrieben, also verwendet sie ein Konto. Er wird deshalb stillgelegt: Niemand bekommt ihn je wieder.',
      },
      changeFirst:
        'Wenn das Konto noch offen ist, geben Sie ihm in AWS zuerst eine andere E-Mail-Adresse für den Root-Benutzer.',
      mailToTriage: 'Mail, die noch kommt, geht an den Triage-Kanal.',
      mailTo: 'Mail, die noch kommt, geht weiter an: {channel}.',
    },
  },

  changed: {
    ifWrong: 'Wenn das nicht stimmt, wenden Sie sich jetzt an einen Genehmiger oder Ihr Sicherheitsteam.',
    notYours: 'Ein AWS-Root-Alias gehört Ihnen nicht mehr',
    notYoursLead:
      '{by} hat ihn jemand anderem gegeben: `{alias}`. Seine Mail wird Ihnen nicht mehr angezeigt. Wenn das nicht stimmt, wenden Sie sich jetzt an einen Genehmiger oder Ihr Sicherheitsteam.',
    mailMoved: 'Die Mail Ihres AWS-Root-Alias geht in einen anderen Kanal',
    mailMovedLead: '{by} hat sie verlegt. Der Alias bleibt Ihrer.',
    yours: 'Ein AWS-Root-Alias gehört jetzt Ihnen',
    yoursLead:
      '{by} hat ihn Ihnen gegeben. Wer die Mail liest, die AWS dorthin sendet, kann das AWS-Konto öffnen: Von jetzt an kümmern Sie sich darum.',
    yoursNext:
      'Um seine Mail in einem anderen Kanal zu bekommen, erwähnen Sie dort Rootdesk und schreiben Sie `transfer`, die Adresse und `here`.',
    channelLost: 'Ein AWS-Root-Alias gehört nicht mehr zu diesem Kanal',
    channelLostLead:
      '{by} hat die Mail von `{alias}` in einen anderen Kanal verlegt. Mail, die von jetzt an kommt, wird hier nicht gepostet. Wenn das nicht stimmt, wenden Sie sich jetzt an einen Genehmiger oder Ihr Sicherheitsteam.',
    channelGot: 'Dieser Kanal hat jetzt einen AWS-Root-Alias',
    channelGotLead: '{by} lässt seine Mail hier posten.',
    channelNewOwner: 'Ein AWS-Root-Alias dieses Kanals hat einen neuen Inhaber',
    channelNewOwnerLead: '{by} hat ihn weitergegeben. Seine Mail wird weiterhin hier gepostet.',
    account: 'Einem Alias ist ein anderes AWS-Konto zugeordnet',
    accountLead:
      '{by} hat `{alias}` das Konto {account} statt {before} zugeordnet. Wenn das nicht stimmt, wenden Sie sich jetzt an einen Genehmiger oder Ihr Sicherheitsteam.',
    released: 'Ihr AWS-Root-Alias wurde zurückgegeben',
    channelReleased: 'Ein AWS-Root-Alias dieses Kanals wurde zurückgegeben',
    releasedLead: '{by} hat ihn zurückgegeben.',
    unknownOwner: 'Niemand weiß, wem ein Alias gehört',
    unknownOwnerLead:
      'Bei `{alias}` hat sich etwas geändert, und der Inhaber hat es nicht erfahren: Das Verzeichnis kennt niemanden mit der Adresse {owner}. Übergeben Sie den Alias mit `transfer`, seiner Adresse und der des neuen Inhabers.',
    unreached: 'Der neue Inhaber weiß es noch nicht',
    unreachedLead:
      'Der Alias `{alias}` ist übergeben, aber Rootdesk hat keinen Chat mit dem neuen Inhaber, um es mitzuteilen. Leiten Sie diese Nachricht weiter, und bitten Sie darum, Rootdesk in Teams hinzuzufügen und ihm `help` zu schreiben: Dann kommt die Nachricht an, und die Mail kann angezeigt werden.',
  },

  summaries: {
    is: '{kind}.',
    unclear: '{kind}; worum es geht, ist nicht klar.',
    withheld:
      'Der Text wird zurückgehalten, denn wer den Code oder Link hat, braucht keine andere Anmeldung.',
    unverified: 'Ob AWS sie geschrieben hat, konnte nicht geprüft werden.',
    byAccount: 'Keine ihrer Adressen ist ein Alias; sie kam über das Konto hierher, das sie nennt.',
  },

  mail: {
    fallback:
      'Mail an einen AWS-Root-Alias. Öffnen Sie sie in Teams auf einem Computer oder Telefon, um sie zu lesen.',
    summary: '{severity}: {topic}, {account}.',
    rings:
      '{people}, bitte kümmern Sie sich um diese Mail, und drücken Sie „Quittieren“, damit es alle wissen.',
    forgedBadge: '● Warnung',
    late: 'Verspätet zugestellt: Sie wurde hier nicht gepostet, als sie kam.',
    whyHere: 'Warum sie hier ist',
    verified: 'Geprüft: von AWS gesendet',
    whose: 'Für wen ist sie? Adresse des Alias',
    whoseExample: 'aws_…',
    assign: 'Alias zuweisen',
    notForUs: 'Nicht für uns',
    replay: 'Erneut zustellen',
    acknowledge: 'Quittieren',
    openInOutlook: 'In Outlook öffnen',
    accountIsRight: 'Konto-ID {account} bestätigen',
    addressesAndMore: '{addresses} und {more, number} weitere',
    withheld: {
      title: 'Text zurückgehalten',
      text: 'Diese Mail enthält einen Code oder Link, der das Konto öffnet; ihr Text wird deshalb nicht im Kanal angezeigt. Wenn niemand in Ihrem Team sie erwartet, sagen Sie es jetzt Ihrem Sicherheitsteam.',
      button: 'Dem Inhaber anzeigen',
    },
    announced: {
      title: 'Text hier nicht angezeigt',
      text: 'In dieser Mail wurde nichts Geheimes gefunden, aber sie wurde nicht sicher erkannt; ihr Text wird deshalb nicht im Kanal angezeigt. Jemand sollte sie lesen.',
      button: 'Text anzeigen',
    },
    ownerReads:
      'Der Inhaber des Alias kann sie sich im eigenen Chat anzeigen lassen. Kann sie das Konto öffnen, muss vorher ein Genehmiger zustimmen. Der Kanal wird benachrichtigt.',
    readElsewhere: 'Wer Zugriff auf das zentrale Postfach hat, kann sie dort lesen.',
    suspicious: {
      title: 'Vielleicht nicht von AWS',
      text: 'Sie sieht nach AWS aus, aber der Absender konnte nicht geprüft werden. Folgen Sie nicht ihren Links und geben Sie keine Codes ein; melden Sie sich stattdessen selbst bei AWS an.',
    },
    forged: {
      title: 'AWS hat diese Mail nicht gesendet',
      text: 'Antworten Sie nicht, und folgen Sie nicht ihren Links. Wenn sie vorgibt, von AWS zu sein, melden Sie sie Ihrem Sicherheitsteam.',
    },
  },

  triage: {
    unreadable: 'Die Mail konnte nicht gelesen werden.',
    'not-handed-over':
      'Die Mail konnte nicht gelesen werden: Microsoft 365 hat sie nicht herausgegeben. Jemand sollte sie sich im zentralen Postfach ansehen.',
    'not-from-aws': 'AWS hat diese Mail nicht geschrieben.',
    unowned: '{more, plural, =0 {Niemand hat {addresses}.} other {Niemand hat {addresses} und # weitere.}}',
    'no-alias': 'Unter den Adressen, an die die Mail ging, war kein Alias.',
    vanished:
      'Eine Nachricht{from, select, aws { von {domain}} unknown {}} {known, select, received {kam} noticed {wurde bemerkt}} am {at} und war weg, bevor Rootdesk sie lesen konnte: Eine Person, eine Posteingangsregel oder eine Aufbewahrungsrichtlinie hat sie gelöscht. Niemand hat erfahren, was darin stand. Suchen Sie sie unter den wiederherstellbaren Elementen des zentralen Postfachs. Ihre ID: {message}',
    'before-owner':
      'Sie wurde empfangen, bevor der Alias an den jetzigen Inhaber kam, und geht diesen deshalb nichts an.',
    'alias-gone': 'Der Alias, an den sie ging, steht nicht mehr im Register.',
    'no-channel': 'Der Alias hat keinen verknüpften Kanal.',
    'channel-unreachable': 'Der Kanal des Alias ist nicht erreichbar.',
    'given-up': 'Sie konnte nach vielen Versuchen nicht zugestellt werden und wurde aufgegeben.',
    unacknowledged: 'Niemand hat diese dringende Mail quittiert.',
    unacknowledgedFor:
      'Niemand hat diese dringende Mail quittiert, seit {minutes, plural, one {# Minute} other {# Minuten}}.',
  },

  steps: {
    next: {
      help: 'Was kann ich tun?',
      requests: 'Anträge',
      pool: 'Der Pool',
      chat: 'Chat öffnen',
      channel: '{name} öffnen',
      install: 'Rootdesk hinzufügen',
    },
    earlier:
      '{earlier, plural, one {Ein früherer Schritt steht} other {# frühere Schritte stehen}} hier nicht: In einem Chat mit Rootdesk zeigt sie `history` mit der Adresse des Alias.',
    acknowledged: '*{who}* hat sie quittiert',
    accountConfirmed: '*{who}* hat die Konto-ID bestätigt',
    notForUs: '*{who}*: Sie ist nicht für uns',
    assigned: '*{who}* hat sie {alias} zugewiesen',
    dead: '*Aufgegeben*',
    wanted: '*{who}* möchte sie lesen',
    unanswered: '*Ein Genehmiger* muss zustimmen',
    agreed: '*{who}* hat zugestimmt',
    refused: '*{who}* hat abgelehnt',
    shown: '*{who}* hat sie im eigenen Chat gesehen',
    ended: {
      time: '*Nicht mehr angezeigt*',
      unanswered: '*Nicht angezeigt: niemand hat rechtzeitig geantwortet*',
      'not-shown': '*Nicht angezeigt: der Chat mit Rootdesk war nicht rechtzeitig erreichbar*',
      'owner-changed': '*Beendet: der Alias hat inzwischen einen anderen Inhaber*',
      'mail-gone': '*Nicht angezeigt: die Mail ist nicht mehr im zentralen Postfach*',
      never: '*Nicht angezeigt: sie enthält einen Code oder Link, der nie in Teams angezeigt wird*',
    },
  },

  mailList: {
    fallback: 'AWS-Root-Mail. Öffnen Sie diese Nachricht in Teams, um sie zu sehen.',
    summaries: {
      person: 'Mail Ihrer AWS-Root-Aliase.',
      channel: 'Mail der AWS-Root-Aliase dieses Kanals.',
      digest: 'Sammelpost der AWS-Mail.',
    },
    titles: {
      person: 'Mail Ihrer Aliase',
      channel: 'Mail der Aliase dieses Kanals',
      digest: 'Sammelpost der AWS-Mail',
    },
    waiting: 'Wartet auf jemanden',
    lately: 'Zuletzt gekommen',
    none: 'Noch ist keine Mail gekommen.',
    waitingCount:
      '{waiting, plural, =0 {Nichts wartet auf jemanden.} one {Eine wartet auf jemanden.} other {# warten auf jemanden.}}',
    open: ' · Öffnen',
    all: 'Alle Mail',
    more: '{more, plural, one {Ein weiterer Eintrag steht} other {# weitere Einträge stehen}} nicht in dieser Liste.',
    goesTo: 'in {channel}',
    onItsWay: 'unterwegs',
    givenUp: 'aufgegeben, siehe Triage',
    acknowledgedBy: 'quittiert von {who}',
    inTriage: 'in Triage gepostet, der Kanal war nicht da',
    muted: 'stumm',
    withheld: 'Text zurückgehalten',
    announced: 'Text für den Inhaber',
    gap: 'Mail war übersehen worden',
    gapLead:
      'Von {seen, plural, one {# Mail} other {# Mails}} des zentralen Postfachs, die mit dem Ledger verglichen wurden, waren {missing, number} nicht erfasst. Sie werden jetzt zugestellt. Wenn das wieder vorkommt, sollte ein Administrator das Protokoll und den Zugriff auf das Postfach prüfen.',
  },

  reach: {
    fallback:
      'Mail von AWS kommt vielleicht nicht bei Rootdesk an. Ein Administrator sollte nach den Root-Postfächern sehen.',
    behind: {
      title: 'Durch ein Root-Postfach kommt keine Mail',
      lead: 'Durch die anderen kam Mail, und dieses war noch nie so lange still. Mail an seine Aliase liegt vielleicht noch darin.',
      next: 'Lassen Sie in Exchange Online nach seiner Weiterleitung an das zentrale Postfach sehen. Es behält eine Kopie jeder Mail.',
    },
    silent: {
      title: 'Ein Root-Postfach leitet nicht weiter',
      lead: 'Rootdesk hat Probemails an mehrere seiner Aliase gesendet, und keine kam zurück. Auch Mail von AWS an seine Aliase kommt nicht an.',
      next: 'Lassen Sie in Exchange Online nach seiner Weiterleitung an das zentrale Postfach sehen. Es behält eine Kopie jeder Mail.',
    },
    'all-silent': {
      title: 'Keine Probemail kommt zurück',
      lead: 'Rootdesk hat Probemails durch mehrere Root-Postfächer gesendet, und keine kam zurück. Entweder kommt keine Mail im zentralen Postfach an, oder etwas hält nur die Probemails auf.',
      next: 'Senden Sie eine Mail von außen an einen Alias. Wenn auch sie nicht kommt, sehen Sie zuerst nach dem zentralen Postfach: Ist es voll?',
    },
    missing: {
      title: 'Ein Alias nimmt keine Mail an',
      lead: 'Zwei Probemails an ihn kamen nicht zurück, während sein Root-Postfach andere brachte. Wer ihn hat, bekommt keine Mail von AWS.',
      next: 'Vergleichen Sie den Pool mit Exchange Online: `rootdesk verify`. Fügen Sie die Adresse ihrem Root-Postfach wieder hinzu, wo sie fehlt.',
    },
  },

  raised: {
    fallback: 'Niemand hat eine dringende AWS-Mail quittiert.',
    summary: 'Noch hat niemand quittiert: {topic}, {account}.',
    lead: '{mention}, seit {minutes, plural, one {einer Minute} other {# Minuten}} hat niemand diese dringende Mail quittiert.',
    next: 'Lesen Sie sie am Anfang dieses Threads, und wählen Sie dort „Quittieren“, wenn Sie sich darum kümmern. Sonst werden als Nächstes die AWS-Administratoren benachrichtigt.',
  },

  reveal: {
    fallback:
      'Jemand möchte eine zurückgehaltene Mail lesen. Öffnen Sie sie in Teams auf einem Computer oder Telefon, um zu antworten.',
    summary: '{who} möchte eine Mail lesen: {topic}, {account}.',
    title: 'Darf diese Mail angezeigt werden?',
    lead: '*{who}* möchte eine Mail lesen, die das AWS-Konto öffnen oder schließen kann.',
    advice:
      'Fragen Sie außerhalb von Teams nach, zum Beispiel am Telefon, ob diese Mail erwartet wird. Wenn niemand sie erwartet, lehnen Sie ab und informieren Sie Ihr Sicherheitsteam.',
    agree: 'Zustimmen',
    refuse: 'Ablehnen',
    stays: 'Die Mail bleibt zurückgehalten',
    staysLead: '{topic}: {by} hat abgelehnt. Sprechen Sie miteinander, wenn Sie die Mail brauchen.',
    notShown: 'Die Mail wurde nicht angezeigt',
    notShownBecause: {
      time: '{topic}: Sie wurde angezeigt, und die Zeit dafür ist vorbei. Auf der Karte können Sie es noch einmal anfordern.',
      unanswered:
        '{topic}: Kein Genehmiger hat rechtzeitig geantwortet. Sprechen Sie mit einem, und fordern Sie es dann auf der Karte noch einmal an.',
      'not-shown':
        '{topic}: Sie konnte hier nicht rechtzeitig angezeigt werden. Fordern Sie es auf der Karte noch einmal an.',
      'owner-changed': '{topic}: Der Alias hat inzwischen einen anderen Inhaber.',
      'mail-gone': '{topic}: Sie ist nicht mehr im zentralen Postfach. Lassen Sie AWS eine neue senden.',
      never:
        '{topic}: Sie enthält einen Code oder Link, der nie in Teams angezeigt wird. Fragen Sie jemanden mit Zugriff auf das zentrale Postfach.',
      unknown: '{topic}: Sie konnte nicht angezeigt werden.',
    },
  },

  revealed: {
    fallback:
      'Eine Mail nur für Sie. Öffnen Sie sie in Teams auf einem Computer oder Telefon, um sie zu lesen.',
    summary: 'Nur für Sie: {topic}, {account}.',
    stages: { shown: 'Nur für Sie', opening: 'Wird geöffnet', over: 'Nicht mehr angezeigt' },
    opening:
      'Wenn die angeforderte Mail in einer Minute nicht hier ist, suchen Sie weiter unten nach einer neueren Karte.',
    over: 'Um sie noch einmal zu lesen, fordern Sie sie auf ihrer Karte erneut an.',
    shown:
      'Der Text wird am {until} entfernt. Links stehen als Text da: Markieren Sie einen, um ihn zu kopieren, und geben Sie nichts weiter.',
    doubt:
      'Ob AWS das geschrieben hat, konnte nicht geprüft werden. Folgen Sie nicht den Links; melden Sie sich stattdessen selbst bei AWS an.',
    cut: 'Die Mail ist länger, als eine Nachricht sein darf. Der Rest steht im zentralen Postfach.',
  },

  commands: {
    pool: 'Für Genehmiger: die Aliase nach Zustand zählen und sehen, wie lange die freien reichen.',
    requests: 'Ihre Anträge mit ihrem Stand; für Genehmiger auch, was auf eine Entscheidung wartet.',
    request: 'Eine E-Mail-Adresse für den Root-Benutzer eines AWS-Kontos beantragen.',
    aliases: 'Ihre Aliase auflisten; in einem Kanal die des Kanals.',
    find: 'Aliase nach Adresse, Konto-ID, Kontoname, Inhaber, Team oder Kanal finden.',
    history: 'Zeigen, wer wann was und warum mit einem Alias getan hat.',
    mail: 'Die AWS-Mail der letzten Zeit auflisten und was noch auf jemanden wartet.',
    bind: 'Festhalten, welches AWS-Konto einen Alias verwendet; ein neuer Kontoname darf folgen.',
    transfer:
      'Einen Alias jemand anderem geben, nach Rückfrage. In einem Kanal holt man so die Mail dorthin.',
    release: 'Einen Alias zurückgeben, den kein AWS-Konto mehr braucht; fragt vorher nach.',
    link: 'In einem Kanal: die AWS-Mail Ihrer Konten dort posten.',
    unlink: 'In einem Kanal: dort keine AWS-Mail mehr posten; fragt vorher nach.',
    mute: 'In einem Kanal: Mail zu diesen Themen nicht posten, außer dringender. Ohne Thema: zeigen, was still ist.',
    unmute: 'In einem Kanal: Mail zu diesen Themen wieder sofort posten.',
    digest:
      'In einem Kanal: Mail zu diesen Themen täglich oder wöchentlich gesammelt posten, außer dringender.',
    settings: 'In einem Kanal: wählen, welche Mail er sofort, gesammelt oder gar nicht bekommt.',
    help: 'Zeigen, was Rootdesk kann oder wie man einen Befehl schreibt.',
  },

  variants: {
    transferHere: {
      usage: 'transfer <Alias> here',
      description: 'In einem Kanal: die Mail dieses Alias von jetzt an dort posten.',
    },
    linkApprovals: {
      usage: 'link approvals',
      description: 'Für Genehmiger, in einem Kanal: Anträge dort entscheiden lassen.',
    },
    linkTriage: {
      usage: 'link triage',
      description: 'Für Genehmiger, in einem Kanal: Mail, die zu keinem Team gehört, dort posten.',
    },
  },

  arguments: {
    wish: {
      label: '[Kontoname] [Zweck]',
      meaning:
        'Was im Formular stehen soll, in Ihren eigenen Worten: `request payments-eu für Kartenzahlungen`.',
    },
    command: {
      label: '[Befehl]',
      meaning: 'Der Name eines Befehls, oder `all` für eine Liste aller Befehle.',
    },
    alias: { label: '<Alias>', meaning: 'Die Adresse des Alias.' },
    text: {
      label: '<Text>',
      meaning:
        'Der Anfang einer Adresse, einer Konto-ID, eines Kontonamens, der Adresse des Inhabers, eines Teams oder Kanals.',
    },
    accountId: {
      label: '<Konto-ID>',
      meaning:
        'Die {digits, number} Ziffern des AWS-Kontos, mit oder ohne Bindestriche und Leerzeichen dazwischen.',
    },
    accountName: { label: '[Kontoname]', meaning: 'Ein neuer Name für das Konto.' },
    recipient: {
      label: '<Mail>',
      meaning: 'Die Mailadresse des neuen Inhabers oder eine Erwähnung; ein Grund darf folgen.',
    },
    reason: { label: '[Grund]', meaning: 'Warum, für den Verlauf des Alias.' },
    roles: {
      label: '[approvals] [triage]',
      meaning: 'Wofür der Kanal sonst da ist; ohne Angabe wird er verknüpft, um Aliase zu haben.',
    },
    unlinkRoles: {
      label: '[approvals] [triage]',
      meaning:
        'Für Genehmiger: wofür der Kanal nicht mehr da ist; ohne Angabe kann er keine Aliase mehr haben.',
    },
    howOften: { label: 'daily|weekly', meaning: 'Wie oft die Mail gesammelt gepostet wird.' },
    topics: {
      label: '[Themen]',
      meaning:
        'Worum es in der Mail geht, eines oder mehrere von {topics}. Ohne Angabe wird nichts geändert, und Sie lesen, was still ist.',
    },
  },

  answers: {
    notAgain: 'Nichts wurde noch einmal geändert',
    notAgainLead:
      'Was vorher in dieser Nachricht stand, wurde getan oder könnte getan worden sein. Was jetzt darin steht, ändert auch etwas: Schreiben Sie es als neue Nachricht.',
    stillWorking: 'Noch in Arbeit. Sie hören hier davon, sobald es erledigt ist.',
    below: 'Es steht in einer neuen Nachricht darunter.',
    slow: 'Das dauert länger als sonst. Sehen Sie in einer Minute auf die Karte; hat sich nichts geändert, klicken Sie noch einmal.',
    clickEnded: 'Zu Ihrem letzten Klick hier',
    clickEndedLead:
      'Rootdesk wurde dabei unterbrochen. Die Karte zeigt, wie es jetzt steht; wo sie noch um eine Antwort bittet, klicken Sie noch einmal.',
    questionAnswered: 'Beantwortet',
    questionAnsweredLead: 'Schreiben Sie den Befehl noch einmal, um zu sehen, wie es jetzt steht.',
    ownChat: 'Schreiben Sie mir in unserem eigenen Chat',
    ownChatOnly:
      'Die Antwort ist nur für Sie. Öffnen Sie einen Chat mit Rootdesk und schreiben Sie dort `{command}`.',
    ownChatGroup:
      'In Gruppenchats und Besprechungen würden alle Ihre Antworten lesen: Öffnen Sie einen Chat mit Rootdesk allein, oder erwähnen Sie es in einem Kanal Ihres Teams.',
    ownChatRelease:
      'Der Alias gehört nicht zu diesem Kanal. Öffnen Sie einen Chat mit Rootdesk und schreiben Sie dort `release` und die Adresse.',
    ownChatSame:
      'Der Alias gehört nicht zu diesem Kanal. Öffnen Sie einen Chat mit Rootdesk und schreiben Sie dort dasselbe.',
    inChannel: 'Schreiben Sie es im Kanal',
    inChannelLead:
      'Öffnen Sie den Kanal, der die Mail bekommt, erwähnen Sie dort Rootdesk und schreiben Sie `{command}`.',
    inChannelOf: 'Für {shown, number} Ihrer {all, number} verknüpften Kanäle gibt es hier einen Knopf.',
    notShownHere:
      'Der Alias gehört nicht zu diesem Kanal, deshalb wird das Übrige hier nicht angezeigt. Schreiben Sie mir `find` und die Adresse in unserem eigenen Chat.',
    done: 'Erledigt',
    doneElsewhere: 'Die Karte der Mail steht nicht hier.',
    nothingChanged: 'Nichts wurde geändert',
    aliasStays: 'Der Alias bleibt, wie er ist.',
    accountSaved: 'Die Konto-ID ist gespeichert',
    accountSavedNext:
      'Von jetzt an nennt die Mail dieses Alias das Konto. Um die ID zu korrigieren, drücken Sie „Konto-ID“.',
    accountReplacedNext:
      'Von jetzt an nennt die Mail dieses Alias das Konto {account} und nicht mehr {before}.',
    accountNotSaved: 'Die Konto-ID wurde nicht gespeichert',
    isPerson: 'Das ist eine Person',
    isPersonLead: 'Nichts wurde geändert. Nach der Konto-ID steht der Name des Kontos.',
    nameRefused: 'AWS nimmt diesen Namen nicht',
    nameRefusedLead: 'Nichts wurde geändert. {rule}',
    released: 'Der Alias ist zurückgegeben',
    releasedForGood: 'Das lässt sich nicht rückgängig machen.',
    releasedRests:
      'Ihm war nie ein AWS-Konto zugeordnet; nach einer Ruhezeit ist er deshalb für andere frei.',
    releasedNext: 'Mail, die noch kommt, wird gepostet wie bisher.',
    newOwner: 'Der Alias hat einen neuen Inhaber',
    newOwnerNext:
      'Seine Mail geht weiter an denselben Kanal. Um das zu ändern, erwähnen Sie Rootdesk im neuen Kanal und schreiben Sie `transfer`, die Adresse und `here`.',
    movedHere: 'Der Alias gehört jetzt zu diesem Kanal',
    movedHereLead:
      'Mail, die AWS dorthin sendet, wird von jetzt an hier gepostet. Der Inhaber bleibt derselbe.',
    toWhomOfThem: 'An wen von ihnen?',
    toWhomOrHere: 'An jemanden oder an diesen Kanal?',
    notHere: 'Nicht hier',
    transferHow:
      'Nichts wurde geändert. Um den Alias jemandem zu geben, schreiben Sie `transfer <Alias> <Mail>`. Um seine Mail in einem Kanal posten zu lassen, erwähnen Sie in diesem Kanal Rootdesk und schreiben Sie `transfer <Alias> here`.',
    whoIsThat: 'Wer ist das?',
    whoIsThatLead:
      'Ich lese „{text}“ und kann nicht sicher sagen, wer oder was das ist. Nichts wurde geändert. Um den Alias jemandem zu geben, schreiben Sie `transfer <Alias> <Mail>`. Um seine Mail in einem Kanal posten zu lassen, erwähnen Sie in diesem Kanal Rootdesk und schreiben Sie `transfer <Alias> here`.',
    notToLink: 'Dafür lässt sich nichts verknüpfen',
    notToLinkLead:
      'Schreiben Sie `link`, damit dieser Kanal Aliase haben kann. Genehmiger können auch `link approvals` oder `link triage` schreiben.',
    yesCounts:
      'Ihr Ja zählt. {more, plural, one {Eines wird noch gebraucht.} other {# werden noch gebraucht.}}',
    settledBefore: 'Dieser Antrag war vor Ihrem Klick erledigt.',
    settledBeforeRemedy: 'Nichts wurde geändert. Wer ihn wann erledigt hat, steht unten.',
    revealSettled: 'Das war vor Ihrem Klick erledigt.',
    revealSettledRemedy: 'Nichts wurde geändert. Was daraus wurde, steht unten.',
  },

  quiet: {
    title: 'Was hier still ist',
    howOften: 'Wie oft?',
    howOftenLead: 'Schreiben Sie `digest daily billing` oder `digest weekly marketing`.',
    neverUrgent: 'Dringende Mail ist nie still',
    noTopic: 'Das ist kein Thema',
    topics: 'Nichts wurde geändert. Themen sind {topics}.',
  },

  settings: {
    fallback:
      'Welche AWS-Mail dieser Kanal sofort bekommt. Öffnen Sie diese Nachricht in Teams, um es zu sehen oder zu ändern.',
    summary: 'Einstellungen dieses Kanals.',
    title: 'Einstellungen dieses Kanals',
    lead: 'Wählen Sie, was hier sofort gepostet wird und was gesammelt kommt.',
    fewerOf: '*{topic}* steht unten auf „Täglich“. Speichern Sie das, oder wählen Sie etwas anderes.',
    levels: 'Nach Dringlichkeit',
    topics: 'Nach Thema, wo es davon abweicht',
    ways: {
      unruled: 'Wie oben',
      'at-once': 'Sofort',
      daily: 'Täglich',
      weekly: 'Wöchentlich',
      mute: 'Gar nicht',
    },
    always:
      'Dringende Mail und Mail, deren Text nicht angezeigt wird, kommen immer sofort; `mail` listet alles auf.',
    nothing: 'Nichts ist still: Alle Mail wird sofort gepostet.',
    otherwise: 'Alles andere wird sofort gepostet.',
    save: 'Speichern',
    saved: 'Die Einstellungen sind gespeichert',
    change: 'Einstellungen ändern',
    unlink: 'Verknüpfung lösen',
    open: 'Einstellungen',
    fewer: 'Weniger davon',
  },

  shared: {
    fallback: 'Eine E-Mail-Adresse für einen AWS-Root-Benutzer.',
    title: 'E-Mail-Adresse für einen AWS-Root-Benutzer',
    lead: 'Inhaber und Konto nennt Rootdesk denen, die sie kennen dürfen.',
    ask: 'Rootdesk fragen',
  },

  compose: {
    noneYet:
      'Sie haben noch keinen Alias. Tippen Sie den Anfang einer Adresse, einer Konto-ID, eines Kontonamens, eines Inhabers, Teams oder Kanals, oder schreiben Sie `request` an Rootdesk in Ihrem eigenen Chat.',
    nothing:
      'Kein Alias gefunden. Tippen Sie den Anfang einer Adresse, einer Konto-ID, eines Kontonamens, der Adresse des Inhabers, eines Teams oder Kanals. Sie finden Ihre eigenen Aliase und die Ihrer Teams; Genehmiger finden alle.',
    late: 'Rootdesk konnte nicht rechtzeitig nachsehen. Versuchen Sie es in einer Minute noch einmal.',
  },

  app: {
    search: 'Alias suchen',
    searchAbout: 'Eigene AWS-Root-Adressen und die Ihrer Teams suchen und in eine Nachricht setzen.',
    searched: 'Adresse, Konto oder Inhaber',
    searchedAbout: 'Der Anfang einer Adresse, Konto-ID, eines Kontonamens, Inhabers, Teams oder Kanals.',
    name: 'Rootdesk',
    fullName: 'Rootdesk: E-Mail-Adressen für AWS-Root-Benutzer',
    short: 'AWS-Root-E-Mail-Adressen für Ihr Team und deren Mail in Ihrem Kanal.',
    full: 'Jedes AWS-Konto braucht für seinen Root-Benutzer eine E-Mail-Adresse, die kein anderes Konto verwendet. Beantragen Sie bei Rootdesk eine im Chat; ein Genehmiger stimmt auf einer Karte zu, und die Mail, die AWS an die Adresse sendet, erscheint im Kanal Ihres Teams. Mail mit einem Code oder Link, der das Konto öffnet, wird dort ohne ihren Text angekündigt.',
  },

  faults: {
    unknown: 'Rootdesk konnte das nicht abschließen.',
    'mailbox-unavailable': 'Rootdesk kann das zentrale Postfach im Augenblick nicht lesen.',
    'register-unavailable': 'Rootdesk erreicht seinen Speicher im Augenblick nicht.',
    'row-unreadable': 'Was Rootdesk dazu gespeichert hat, ist nicht lesbar.',
    'teams-call-failed': 'Teams hat Rootdesk nicht gegeben, was es brauchte.',
    later:
      'Versuchen Sie es in einer Minute noch einmal. Wenn es weiter nicht geht, geben Sie die Referenz unten einem Administrator.',
    laterReference:
      'Versuchen Sie es in einer Minute noch einmal. Wenn es weiter nicht geht, geben Sie die Referenz unten einem Administrator. Referenz: {reference}',
    nobody: 'Teams hat nicht gesagt, wer Sie sind; Rootdesk kann deshalb nichts für Sie tun.',
    nobodyRemedy: 'Verwenden Sie Rootdesk mit Ihrem eigenen Geschäftskonto dieser Firma.',
  },

  refusals: {
    'no-right': {
      message: 'Das gibt es nicht, oder es ist Ihnen nicht erlaubt. Nichts wurde geändert.',
      remedy:
        'Prüfen Sie, was Sie eingegeben haben. Stimmt es, fragen Sie den Inhaber oder einen Genehmiger.',
    },
    'directory-unavailable': {
      message: 'Das ließ sich gerade nicht prüfen, und nichts wurde geändert.',
      remedy: 'Versuchen Sie es in einer Minute noch einmal.',
    },
    'card-unknown': {
      message: 'Mit dieser Karte kann Rootdesk nichts tun. Nichts wurde geändert.',
      remedy: 'Schreiben Sie `help`, um zu sehen, was Rootdesk kann, oder `request`, um neu zu beginnen.',
    },
    'pool-empty': {
      message: 'Im Pool ist kein freier Alias übrig, deshalb wurde keiner vergeben.',
      remedy:
        'Bitten Sie einen Administrator, dem Pool Aliase hinzuzufügen (rootdesk plan, dann rootdesk import --new).',
    },
    'register-busy': {
      message: 'Im Augenblick laufen zu viele Änderungen, deshalb wurde nichts geändert.',
      remedy: 'Versuchen Sie es in einigen Sekunden noch einmal.',
    },
    'account-id-malformed': {
      message: 'Das ist keine AWS-Konto-ID: Eine AWS-Konto-ID hat 12 Ziffern.',
      remedy:
        'Geben Sie die 12 Ziffern ein, die rechts oben in der AWS-Konsole stehen; Bindestriche und Leerzeichen stören nicht.',
    },
    'alias-unknown': {
      message: 'Diesen Alias gibt es im Pool nicht.',
      remedy: 'Prüfen Sie die Adresse auf Tippfehler; `find` zeigt Ihre Aliase.',
    },
    'alias-not-allotted': {
      message:
        '{state, select, free {Dieser Alias ist an niemanden vergeben.} quarantined {Dieser Alias wurde zurückgegeben und ruht, bevor er wieder vergeben wird.} retired {Ein AWS-Konto verwendet diesen Alias oder hat ihn verwendet; er ist für immer stillgelegt.} missing {Dieser Alias fehlt in Exchange Online.} held {Noch weiß niemand, wem dieser Alias gehört; er wird zurückgehalten, bis ein Administrator es sagt.}}',
      remedy: 'Beantragen Sie mit `request` einen neuen Alias.',
    },
    'alias-not-held': {
      message: 'Dieser Alias wird nicht zurückgehalten.',
      remedy: 'Sehen Sie mit `show` auf der Kommandozeile nach, wie er jetzt steht.',
    },
    'account-bound-elsewhere': {
      message:
        '{seen, select, no {Konto {account} ist schon einem anderen Alias zugeordnet.} alias {Konto {account} ist {alias} zugeordnet.} owner {Konto {account} ist {alias} zugeordnet, und der gehört {owner}.}}',
      remedy:
        'Prüfen Sie die Konto-ID. Wenn das Konto wirklich gewechselt hat, geben Sie zuerst den anderen Alias zurück.',
    },
    'channel-not-linked': {
      message:
        '{whose, select, asker {Dieser Kanal ist nicht verknüpft oder keiner von Ihren.} any {Dieser Kanal ist nicht verknüpft und kann deshalb keine Aliase haben.} user {Kein Team der Person in user_mail hat einen verknüpften Kanal.}}',
      remedy: 'Öffnen Sie den Kanal in Teams, erwähnen Sie dort Rootdesk und schreiben Sie `link`.',
    },
    'not-allowed': {
      message: 'Sie gehören nicht zur Gruppe derer, die Aliase beantragen dürfen.',
      remedy: 'Fragen Sie einen Genehmiger.',
    },
    'request-unknown': {
      message: 'Diesen Antrag gibt es nicht.',
      remedy: 'Beantragen Sie mit `request` einen neuen Alias.',
    },
    'request-settled': {
      message:
        'Dieser Antrag ist schon {state, select, approved {genehmigt} denied {abgelehnt} expired {abgelaufen}} und lässt sich nicht mehr zurückziehen.',
      remedy: 'Sie müssen nichts tun. Für einen neuen Antrag schreiben Sie `request`.',
    },
    'own-request': {
      message: 'Das ist Ihr eigener Antrag, und niemand entscheidet über den eigenen.',
      remedy: 'Ein anderer Genehmiger muss darüber entscheiden.',
    },
    'comment-too-long': {
      message: 'Ein Kommentar hat höchstens {most, number} Zeichen.',
      remedy: 'Kürzen Sie ihn auf wenige Sätze.',
    },
    'comment-missing': {
      message: 'Eine Ablehnung braucht einen Kommentar, der den Grund nennt.',
      remedy: 'Schreiben Sie dem Antragsteller einen Satz und lehnen Sie dann noch einmal ab.',
    },
    'person-unknown': {
      message:
        '{by, select, id {Niemand in Ihrer Firma hat diese ID.} mail {Niemand in Ihrer Firma hat die Adresse {mail}.}}',
      remedy: 'Prüfen Sie die Adresse auf Tippfehler: Es muss die aus Entra ID sein.',
    },
    'mail-unknown': {
      message:
        '{whose, select, asker {Ihr Benutzerkonto hat keine Mailadresse, und ein Alias braucht einen Inhaber mit einer.} owner {Ein Alias braucht einen Inhaber mit einer Mailadresse.} user {Das Verzeichnis kennt keine eindeutige Person mit der Adresse in user_mail.}}',
      remedy: 'Bitten Sie einen Administrator, Ihrem Benutzerkonto in Entra ID eine Mailadresse zu geben.',
    },
    'account-name-refused': {
      message:
        'AWS nimmt Kontonamen aus höchstens {most, number} druckbaren ASCII-Zeichen, ohne < > / % und |.',
      remedy: 'Korrigieren Sie den Namen, oder lassen Sie ihn leer.',
    },
    'alias-changed': {
      message: 'Der Alias hat sich geändert, seit Sie gefragt wurden. Nichts wurde getan.',
      remedy: 'Sehen Sie nach, wie er jetzt steht, und bestätigen Sie noch einmal.',
    },
    'account-bound-already': {
      message: 'Diesem Alias ist schon ein anderes Konto zugeordnet.',
      remedy:
        'Um das zu korrigieren, schreiben Sie `bind`, die Adresse und die richtige ID, und bestätigen Sie; auf der Kommandozeile mit `--replace`.',
    },
    'too-many-open-requests': {
      message:
        'Sie haben {open, plural, one {# offenen Antrag} other {# offene Anträge}}, und mehr als {most, number} sind nicht auf einmal möglich.',
      remedy: 'Warten Sie auf eine Entscheidung, oder ziehen Sie einen offenen Antrag zurück.',
    },
    'mail-not-found': {
      message:
        '{what, select, mail {Diese Mail gibt es nicht.} reveal {Niemand hat darum gebeten, diese Mail zu lesen.}}',
      remedy: 'Suchen Sie die Mail in ihrem Kanal; ist die Karte alt, wurde sie vielleicht neu gepostet.',
    },
    'not-withheld': {
      message: 'An dieser Mail wird nichts zurückgehalten.',
      remedy: 'Lesen Sie ihre Karte; alles, was Rootdesk zeigen darf, steht dort.',
    },
    'reveal-never': {
      message: 'Diese Mail wird nie in Teams angezeigt.',
      remedy: 'Fragen Sie jemanden mit Zugriff auf das zentrale Postfach.',
    },
    'reveal-own': {
      message: 'Sie würden diese Mail selbst lesen, deshalb muss jemand anderes zustimmen.',
      remedy: 'Ein anderer Genehmiger muss zustimmen.',
    },
    'not-triage': {
      message: 'Diese Mail hat einen Inhaber.',
      remedy: 'Tun Sie es im Triage-Kanal.',
    },
    'channel-not-owning': {
      message: 'Dieser Kanal ist nicht verknüpft, um Aliase zu haben.',
      remedy: 'Erwähnen Sie zuerst Rootdesk im Kanal und schreiben Sie `link`.',
    },
    'channel-not-linked-for': {
      message: 'Dafür ist dieser Kanal nicht verknüpft, also gibt es nichts zu lösen.',
      remedy: 'Schreiben Sie `help`, um zu sehen, was Rootdesk hier kann.',
    },
    'mail-busy': {
      message: 'Im Augenblick arbeiten zu viele Leute damit, deshalb wurde nichts geändert.',
      remedy: 'Versuchen Sie es in einigen Sekunden noch einmal.',
    },
    'assign-nowhere': {
      message:
        '{why, select, nobody {Kein Alias mit dieser Adresse ist an jemanden vergeben.} before {Diese Mail wurde empfangen, bevor der Alias an seinen Inhaber kam.}}',
      remedy: 'Geben Sie die Adresse eines Alias an, der an jemanden vergeben ist.',
    },
  },

  formFaults: {
    'account-name-missing': 'Geben Sie dem AWS-Konto einen Namen.',
    'account-name-refused':
      'Geben Sie dem Konto einen Namen. AWS nimmt höchstens {most, number} druckbare ASCII-Zeichen (keine Umlaute, keine Emojis), ohne < > / % und |.',
    'purpose-missing': 'Sagen Sie in einem Satz, wofür das Konto ist.',
    'purpose-too-long': 'Kürzen Sie ihn auf {most, number} Zeichen; er hat {length, number}.',
    'purpose-invisible': 'Entfernen Sie die unsichtbaren Zeichen daraus.',
    'environment-unknown': 'Wählen Sie eine von {environments}.',
    'channel-unknown':
      'Wählen Sie den Kanal, der die Mail bekommen soll. Er muss verknüpft und in einem Ihrer Teams sein.',
    'channel-not-found': 'Keiner Ihrer verknüpften Kanäle heißt {name}.',
    'channels-found': '{count, number} Ihrer Kanäle passen zu {name}. Wählen Sie einen aus der Liste.',
    'channel-two':
      'Sie haben einen Kanal gewählt und den Namen eines anderen eingegeben. Leeren Sie eines der beiden Felder.',
    'account-id-malformed':
      'Eine AWS-Konto-ID hat 12 Ziffern. Lassen Sie das Feld leer, wenn es noch kein Konto gibt.',
  },
};
