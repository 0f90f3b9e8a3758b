export const DE = `
  account: *konto
  root: root, stammbenutzer, hauptbenutzer
  password: *kennwort, *passwort
  email: email, *mailadresse, *email-adresse, postfach, hauptadresse, root-adresse
  mfa: mfa, *multi-faktor, *multifaktor, zwei-faktor, zweiter faktor, zweiten faktor, *sicherheitsschlüssel, passkey, authenticator, hardware-token, *authentifizierungsgerät
  signIn: *anmeld, angemeldet, *login, melden sie sich, einloggen, eingeloggt, ihre identität, dass sie es sind, ob sie es sind, wer sie sind
  code: *code|, *codes|, einmal, *pin|, anmeldelink, anmeldenummer, bestätigungsnummer, prüfnummer, sicherheitsnummer
  characters: zeichen, ziffern, buchstaben, symbole
  credential: *zugriffsschlüssel, *zugangsschlüssel, *zugangsdaten, *anmeldedaten, *anmeldeinformation, geheime schlüssel, access key, schlüssel des benutzers, iam-schlüssel
  resource: instanz, *instanz, ressource, server|, bucket, ec2|
  ses: ses|, ihr versand, *versand, senden von email, mailversand
  organization: *organisation
  access: identity center, zugangsportal, zugriffsportal, single sign-on
  contact: *kontakt|, *kontakte|, *kontaktdaten, *kontaktinformation, *ansprechpartner, *telefonnummer, *kontoname, name des kontos, anzeigename, kontoeinstellung, kennwortrichtlinie, passwortrichtlinie, namen des kontos, namen ihres, name ihres, *kontonamen
  plan: kostenpflichtigen plan, kostenpflichtigen aws-plan, kostenpflichtiger plan, kostenpflichtiger tarif, kostenpflichtigen tarif, supportplan, support-plan, bezahlplan
  freePlan: kostenloser aws-plan, kostenlosen aws-plan, kostenlose plan, kostenloser plan, kostenlosen plan, kostenlosen tarif, kostenloser tarif, gratisplan, free plan
  invoice: *rechnung|, *rechnungen, *abrechnung, kontoauszug, *beleg|, gutschrift, quittung, *steuerangaben, *steuereinstellung, umsatzsteuer, *kostenbericht, *nutzungsbericht, *kostenübersicht, kosten-dashboard, geplanter bericht, wochenbericht, monatsbericht, *erstattung
  payment: *zahlung, bezahl, *karte|, abbuch, belasten, belastet, lastschrift, begleich, beglichen, zahlen|, bankkonto
  purchase: marketplace, *angebot, kauf|, gekauft, bestellung, savings plan, *reservierung, reservierte
  budget: *budget
  anomaly: *anomalie, mehr als erwartet, unerwartete kosten, unerwartete ausgaben, höher als üblich, ungewöhnliche kosten
  freeTier: kostenloses kontingent, kostenlosen kontingent, free tier, kostenlose nutzung, freikontingent, guthaben
  domain: *domain|, *domains|, *domäne, domaininhaber, registrar|
  certificate: *zertifikat
  subscription: *abonnement, abonnier, abo|, thema|
  case: *fall|, supportfalls|, des falls|, *fälle|, *ticket|, supportanfrage, support center
  verify: *bestätig, *verifiz, *überprüf, *genehmig, freigeben, nachweis, validier
  typeIn: eingeben, geben sie, gib|, tippen, verwenden sie, tragen sie, hier ist ihr, schließen sie die anmeldung, mit dem code
  verified: wurde bestätigt, wurde verifiziert, erfolgreich bestätigt, erfolgreich verifiziert, ist bestätigt, wurde ausgestellt, wurde genehmigt, wurde erfolgreich, wurde geprüft und, validiert, wurde freigeschaltet, wurde aktiviert, anfrage wurde, ressourcen wurde, haben wir genehmigt, genehmigt|, bewilligt, gewährt
  reset: *zurücksetz, zurückgesetzt, vergessen, kennworthilfe, passworthilfe, wiederherstell, *neues kennwort fest, neues passwort fest, neues passwort wähl, neues kennwort wähl, *verloren, verlust, ohne ihr, ohne gerät, abhandengekommen, abhanden
  new: neu|, neue|, neuen|, neuer|, neues|, anderes, andere|
  changed: *geändert, *änderung, ändern, aktualisiert, ersetzt, *wechsel, gewechselt, ein anderes, jetzt anders, umbenannt, heißt jetzt, neu gesetzt
  removed: *entfern, *lösch, deaktivier, abgeschaltet, ausgeschaltet, getrennt, abgemeldet, nicht mehr, aufgehoben, verlassen, ausgetreten, entfernt, nicht mehr mitglied, nicht mehr teil, gehört nicht mehr, gehört keiner, eigenständig, herausgenommen, ausgeschieden, nicht mehr zu
  added: hinzugefügt, registrier, eingerichtet, aktiviert, zugewiesen, neu|, neue|, neuer|, neues|, hinterlegt wurde, angelegt, gutgeschrieben, gebucht
  resync: synchronis
  exposed: öffentlich, offengelegt, veröffentlicht, durchgesickert, geleakt, github, repository, im internet, aufgetaucht, preisgegeben, offen zugänglich, bekannt geworden
  suspicious: verdächtig, ungewöhnlich, unregelmäßig, auffällig, unbefugt, nicht autorisiert, unautorisiert, kompromittier, missbräuchlich, gestohlen, böswillig, schadsoftware, *mining, in falsche hände, in fremden händen, fremde hände, nicht von ihnen, betrüger, betrug, sicherheitsvorfall, übernommen, angreifer, eindringling, unbekannte, in gefahr, gefährdet, ohne ihre erlaubnis, ohne erlaubnis, ohne ihre zustimmung, ohne berechtigung
  finding: guardduty, *sicherheitsbefund, *befund|, *befunde|, inspector, macie, öffentlich zugänglich
  low: geringem schweregrad, niedriger schweregrad, niedrigem schweregrad, schweregrad niedrig, schweregrad: niedrig, schweregrad gering, keine kritischen, keine hohen, wochenübersicht, tagesübersicht, tageszusammenfassung, tägliche zusammenfassung
  abuse: *missbrauch, *spam, portscan, port-scan, phishing, *angriff, *beschwerde, unzustellbar, bounce, richtlinie zur akzeptablen, scannt, gescannt, durchsucht fremde
  withdrawn: *eingeschränkt, *beschränk, *blockiert, pausiert, ausgesetzt, entzogen, *gesperrt, in prüfung, überprüft wird, wird überprüft, wird geprüft, auf bewährung, bewährung, isoliert, quarantäne, angehalten, gestoppt, *einschränkung
  failed: *fehlgeschlagen, *abgelehnt, *gescheitert, nicht möglich, konnten nicht, konnten ihre, konnte nicht, nicht belasten, zurückgewiesen, nicht erfolgreich, nicht eingezogen, nicht abbuchen, schlug fehl, nicht geklappt, problem mit
  overdue: überfällig, unbezahlt, ausstehend, noch offen, nicht bezahlt, offener betrag, offene rechnung, mahnung, zahlungserinnerung, zahlungsrückstand, war fällig
  received: *erhalten, *eingegangen, *zahlungseingang, vielen dank für ihre zahlung, danke für ihre zahlung, beglichen, erfolgreich, *gutgeschrieben, erstattung, wurde abgebucht, zahlungsbestätigung
  usual: verfügbar, bereit|, beigefügt, anbei, liegt vor, ausgestellt, abrufbar, im anhang, steht bereit, *kosten|, ausgaben, savings plan, reservierte, region|, schwelle, *schwellenwert, überschritten, überschreitet, prognos, verbraucht, *grenze, erreicht, warnung, % des, link|, *link|, klicken, schaltfläche, folgen sie, öffnen sie, gute nachricht, gute neuigkeit
  suspend: *gesperrt, *sperr, suspendier, *ausgesetzt, aussetzung, stillgelegt, konto deaktiviert
  close: *geschlossen, *schließ, *kündig, gekündigt, aufgelöst, auflös
  reinstated: reaktiviert, wiederhergestellt, wieder aktiv, wieder freigegeben, wieder freigeschaltet, entsperrt, wieder geöffnet, wiedereröffnet, sperre aufgehoben, sperre ist aufgehoben, sperre wurde aufgehoben, aussetzung aufgehoben, wieder nutzen, wieder verfügbar, nicht mehr gesperrt, wieder offen, *wiedereröffn, wieder öffnen, wieder zu öffnen, reaktivier, aufgehoben
  invite: *einladung, *eingeladen, einladen, beizutreten, beitreten, einladung annehmen, ihr benutzername, alle funktionen
  joined: beigetreten, jetzt mitglied, nun mitglied, mitglied der, gehört jetzt, gehört nun, teil der, aufgenommen, ist jetzt teil
  ready: *bereit|, willkommen, eingerichtet, kann ab sofort, können ab sofort, ist aktiv, wurde erstellt, wurde angelegt, *aktivierung, jetzt nutzen, loslegen, erste schritte, *anmeldung bei aws vielen dank, ist jetzt aktiv
  signUp: *registrierung, konto erstellen, kontoerstellung, neues aws-konto, konto zu erstellen, erstellung ihres, erstellung eines, registrieren
  maintenance: *wartung, *wartungs, geplante aktualisierung, patch, nebenversion, host aktualis, host ihrer, austausch des endpunkts, endpunkt, *update des, systemaktualisierung, softwareaktualisierung
  retire: *außerbetrieb, außer betrieb, stilllegung, ausmusterung, abgeschaltet, *abschaltung, hardware fehl, fehlerhafter hardware, defekter hardware, defekte hardware, zugrunde liegende, wird angehalten, werden angehalten, wird beendet, neustart, neu gestartet, eingestellt wird, instanz eingestellt, stillgelegt, ausgemustert
  deprecate: *abgekündigt, *abkündigung, *supportende, ende des supports, ende der unterstützung, support endet, support für, nicht mehr unterstützt, wird eingestellt, werden eingestellt, *veraltet, ende der lebensdauer, nicht mehr verfügbar, wird ersetzt, wird durch, werden durch, liefern nicht mehr, standardsupport, lebensende, keine sicherheitsupdates, keine patches, einstellung von, einstellung der, einstellung des, endet die unterstützung
  incident: *störung, *betriebsproblem, *fehlerrate, *ausfall, beeinträchtig, *latenz, verbindungsprobleme, erhöhte fehler, nicht erreichbar, untersuchen, dienststörung
  resolved: *gelöst, *behoben, *erledigt, abgesagt, *abgeschlossen, storniert, wieder normal, arbeitet normal, beseitigt, entfällt, wurde synchron, wurde neu synchron, wieder synchron, erfolgreich synchron, wurde beendet, ist beendet, fertiggestellt
  cancelled: unternehmen keine weiteren, keine weiteren maßnahmen gegen, *storniert, abgebrochen, zurückgezogen, zurückgenommen, widerrufen, rückgängig
  alarm: *alarm, *zusammenfassung, *sicherung|, backup, pipeline, bereitstellung, stack|, tagesübersicht, health-ereignis
  quota: *kontingent, *quota, die quote, ihre quote, der quote, *servicequote, *dienstlimit
  raised: *erhöht, angehoben, aus der sandbox, produktionszugriff, produktivzugriff
  health: geplant, *planmäßig, aws health, betroffene ressource, bevorstehend, anstehend
  upgrade: *upgrade, *aktualisier, umstellen, migrier, version, hochgestuft, umgestellt, upgrade abgeschlossen, gewechselt, *verlänger, erneuer
  expire: abgelaufen, *läuft ab, *ablauf, abläuft, laufen ab, ausgelaufen, verfällt, endet|, enden|, beendet, läuft ab, läuft aus, ablauf, ausläuft, zu ende, läuft in, läuft am, laufen in, laufen am, läuft bald, laufen bald, ist nur noch bis
  will: wird|, werden|, demnächst, bald|, läuft in, läuft am, laufen in, laufen am, rückt näher, steht bevor
  transfer: *transfer, *übertrag, umzug, inhaberwechsel, sperre|, *transfersperre, entsperrt
  answered: *beantwortet, geantwortet, *antwort|, *eröffnet, *angelegt, *geöffnet, *erstellt, neuer fall, wir bearbeiten, neue nachricht, rückmeldung von
  waiting: *wartet, *warten, auf ihre antwort, ihre antwort, ihre rückmeldung, ihre mithilfe, benötigen, brauchen, gebraucht, weitere angaben, weitere informationen, mehr informationen, schicken sie, senden sie, teilen sie uns, sagen sie uns, nennen sie, könnten sie, können sie uns, von ihnen, bitte antworten, fehlen uns, rückfrage, noch nichts von ihnen, angaben fehlen
  survey: *umfrage, *zufrieden, bewerten, *bewertung, ihre meinung, feedback, wie war, wie hat
  news: *webinar, *veranstaltung, *schulung, *training, jetzt anmelden, jetzt registrieren, *workshop, platz sichern, seien sie dabei, nehmen sie teil, *konferenz, *zertifizierung, sitzung, vortrag, *newsletter, neuigkeit, *neues aus, neuerungen, neue funktion, *blog, erfahren sie, entdecken sie, ankündig, produktneuheit, was ist neu, *digest, best practices, tipps, diesen monat, diese woche, lesen sie, whitepaper, sonderangebot, leitfaden
  required: *erforderlich, *handlungsbedarf, notwendig, müssen|, muss|, maßnahme, verpflichtend, pflicht|, aktion nötig, handeln erforderlich, sie müssen handeln
  not: nicht|, kein, nie|, niemals, ohne|
  needless: nichts tun, nichts zu tun, nichts weiter, kein handlungsbedarf, keine maßnahme, keine aktion, nicht erforderlich, nicht tätig, keine ausfall, nichts unternehmen, keine handlung, zu ihrer information, keine antwort, ist nichts, müssen sie nichts, nichts weiter zu
  may: kann|, können|, könnte
  if: wenn|, falls|, sofern|, sollten sie, waren sie, haben sie diese
`;
