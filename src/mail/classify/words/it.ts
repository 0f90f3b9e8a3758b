export const IT = `
  account: account|
  root: root, radice
  password: password, parola d'ordine
  email: indirizzo email, email, posta elettronica, indirizzo di posta, casella, indirizzo dell'utente
  mfa: mfa|, multifattore, a più fattori, due fattori, secondo fattore, chiave di sicurezza, passkey, autenticatore, app di autenticazione, dispositivo di autenticazione
  signIn: accesso, accedere, accedi|, acceduto, effettuato l'accesso, login, connesso, la tua identità, la sua identità, che sei tu, che è lei
  code: codice, codici, monouso, numero di verifica, numero di sicurezza
  characters: caratteri, cifre, lettere
  credential: chiave di accesso, chiavi di accesso, chiave d'accesso, chiavi d'accesso, credenzial, chiave segreta, access key
  resource: istanza, istanze, risors, server|, bucket, ec2|
  ses: ses|, invio di email, i tuoi invii, il tuo invio, invio email
  organization: organizzazion
  access: identity center, portale di accesso, single sign-on
  contact: contatto, contatti, numero di telefono, nome dell'account, nome visualizzato, recapit, criteri della password, nome del tuo account, nome del suo account, nome di visualizzazione
  plan: piano a pagamento, piano di supporto
  freePlan: piano gratuito, free plan
  invoice: fattura|, fatture|, fattur, estratto conto, ricevuta, nota di credito, fatturazione, report dei costi, rapporto sui costi, report sui costi, report di utilizzo, report pianificato, dashboard dei costi, report settimanale, report mensile, rimborso
  payment: pagament, pagare|, pagat, carta|, addebit, metodo di pagamento, saldar, saldat
  purchase: offerta privata, marketplace, acquist, ordine|, savings plan, istanze riservate, istanza riservata, prenotazion
  budget: budget, bilancio preventivo
  anomaly: anomali, più del previsto, spesa inattesa, costo imprevisto, costi imprevisti
  freeTier: piano gratuito di utilizzo, free tier, livello gratuito, utilizzo gratuito, crediti, saldo del credito, credito promozionale
  domain: dominio, domini|, registrar, titolare
  certificate: certificat
  subscription: sottoscrizione, abbonament, iscrizione all, argomento
  case: caso|, casi|, ticket, richiesta di supporto
  verify: verific, conferm, validare, validazion, approv, dimostr, autorizz, convalid
  typeIn: inserisci, inserire, inserisca, digita, digiti, usa|, utilizza, ecco il, immett, per completare
  verified: è stato verificato, è stata verificata, è stato confermato, è stata confermata, verificato correttamente, verificata correttamente, è stato emesso, con successo, è stata convalidata, convalid, è stata abilitata, è stata approvata, richiesta di accesso, concess, approvat
  reset: reimpost, reset, dimenticat, assistenza password, assistenza per la password, recuper, scegliere una nuova password, imposta una nuova, perso|, persa|, smarrit, senza il tuo, rubat, perdita
  new: nuovo, nuova, nuovi|, altro|, altra|, divers
  changed: modific, cambiat, cambio|, aggiornat, aggiornamento dell'indirizzo, sostituit, rinominat, ora si chiama, è ora|
  removed: rimoss, rimozion, eliminat, disattivat, cancellat, disabilitat, scollegat, dissociat, non usa più, non è più, non richiede più, tolto|, tolta|, lasciat, non fa più parte, non appartiene più, autonom, uscit, indipendente, non è più membro, esclus
  added: aggiunt, registrat, attivato|, attivata|, associat, assegnat, nuovo|, nuova|, abilitat, configurat, accreditat
  resync: risincronizz, sincronizz
  exposed: espost, pubblic, trapelat, github, repository, internet|, divulgat, diffus, rivelat
  suspicious: sospett, insolit, irregolar, non autorizzat, compromess, malevol, dannos, rubat, uso improprio, frod, fraudolent, mani sbagliate, non sembrano, malware, mining, incidente di sicurezza, intrus, terzi|, anomala|, anomalo|, anomale|, anomali|, attaccante, violat, a rischio, in pericolo, senza autorizzazione, senza il tuo permesso, senza permesso
  finding: guardduty, risultati di sicurezza, rilevament, inspector, macie, accessibile pubblicamente
  low: gravità bassa, bassa gravità, nessun risultato critico, riepilogo settimanale, riepilogo giornaliero, riepilogo quotidiano
  abuse: abus, spam, scansione delle porte, scansion, phishing, attacc, reclam, segnalazion, mancato recapito, rimbalz, uso accettabile, denial of service
  withdrawn: limitat, limitazion, bloccat, sospes, sospens, revocat, in revisione, in esame, in prova, periodo di prova, isolat, in pausa, quarantena, ristrett
  failed: non riuscit, fallit, rifiutat, respint, impossibile, non è stato possibile, non siamo riusciti, non è andato, negat, problema con
  overdue: scadut, insolut, non pagat, in ritardo, arretrat, in sospeso, sollecito, saldo dovuto, non abbiamo ricevuto, da pagare
  received: grazie per il pagamento, grazie per il tuo pagamento, abbiamo ricevuto, ricevuto|, ricevuta|, pagata|, pagato|, saldata|, rimborso, conferma di pagamento, conferma del pagamento, addebitato su, è stato addebitato, andato a buon fine
  usual: disponibil, è pronta, pronto|, pronta|, in allegato, allegat, emess, costi|, costo|, spesa|, spese|, savings plan, regione|, soglia, supera, superat, prevision, limite, raggiunt, % del, avviso|, link|, clic|, clicca, pulsante, segui|, apri|, collegamento, buone notizie, buona notizia, si prega, si è|, si sta|, si trova, si consiglia, si possono, si può, si tratta
  suspend: sospes, sospens, sospend, sospenderemo, disattivato il tuo account, bloccato il tuo account
  close: chius, chiud, cessat, chiusura
  reinstated: riattivat, ripristinat, riapert, di nuovo attivo, nuovamente attivo, sospensione revocata, revocata la sospensione, non è più sospeso, sospensione rimossa, torna attivo, di nuovo utilizzabile, riapr, riapertura, riattiv
  invite: invit, unirsi, unirti, a unirsi, entrare a far parte, partecipare all'organizzazione, entrare nell, accetta l'invito, accettare l'invito, il tuo nome utente, tutte le funzionalità
  joined: entrat, ora fa parte, membro dell, è ora membro, adesso fa parte, si è unito, unito all, aderit
  ready: pronto|, benvenut, è attivo, è stato creato, attivazione, puoi iniziare, puoi ora, primi passi, grazie per esserti registrat, grazie per la registrazione, può essere utilizzato, inizia
  signUp: registrazione ad aws, registrarsi, creare un account, creazione di un account, creazione del tuo account, creare il tuo account, nuovo account aws, iscrizione
  maintenance: manutenzion, patch|, aggiornamento programmato, aggiornamento pianificato, versione secondaria, sostituzione dell'endpoint, aggiorneremo l'host, aggiorniamo l'host, aggiornamento software
  retire: ritiro|, ritirat, dismiss, hardware guasto, hardware degradato, hardware sottostante, verrà arrestat, sarà arrestat, verrà interrott, riavvi, fuori servizio, verrà spenta, hardware difettoso, sarà terminat
  deprecate: fine del supporto, fine supporto, fine della vita, fine vita, non sarà più, non saranno più, obsolet, deprecat, dismission, cesserà, viene sostituit, sarà sostituit, supporto standard, termina il supporto, non riceverà più, verrà rimosso, interruzione del supporto, termine del supporto, non riceveranno
  incident: incidente operativo, problema operativo, interruzion, tassi di errore, tasso di errore, disservizi, degrad, latenz, guasto|, errori, indisponibil, connettività
  resolved: risolt, annullat, ripristinat, funziona normalmente, completat, corrett, chiuso|, rientrat, è stato risincron, è stato sincron, di nuovo sincronizzat, concluso, conclus, terminat
  cancelled: annullat, revocat
  alarm: allarme, riepilogo, backup, pipeline, evento health, distribuzione
  quota: quota|, le quote, quote di servizio, delle quote, limite di servizio, limiti di servizio
  raised: aumentat, innalzat, accesso alla produzione, accesso in produzione, fuori dalla sandbox
  health: programmat, pianificat, previst, aws health, in arrivo, risorsa interessata
  upgrade: aggiorna|, aggiornare, migra, versione, esegui l'upgrade, pianifica, passato a, passaggio a, aggiornato a, upgrade, rinnov
  expire: scad, termina|, terminano, terminato|, terminata|, terminerà, finisc, sta per finire, giunge al termine, fine del piano, concluso
  will: sarà|, saranno|, verrà|, verranno|, chiuderemo, scadrà, scade|, scadono|, sta per, a breve, presto|, in scadenza, si avvicina
  transfer: trasfer, cambio di titolare, blocco del trasferimento, blocco del dominio, sblocc, blocco
  answered: rispost, abbiamo risposto, la nostra risposta, è stato creato, è stato aperto, apertura, nuovo caso, nuova corrispondenza, contattato, nuovo messaggio
  waiting: attes, aspett, attendiamo, tua risposta, sua risposta, bisogno, ulteriori informazioni, maggiori informazioni, più informazioni, facci sapere, indicaci, ci indichi, potresti, può inviarci, puoi inviarci, inviaci, rispondi|, forniscici, fornire, ci manca, mancano, servono, dicci, comunicaci
  survey: sondaggio, soddisf, valuta|, valutare, la tua opinione, com'è andata, feedback, questionario
  news: webinar, evento|, eventi|, formazione, iscriviti, registrati|, riserva il tuo posto, unisciti, workshop, certificazion, conferenza, sessioni, posti limitati, partecipa, newsletter, novità, notizie, scopri|, annunci, blog, nuova funzionalità, nuove funzionalità, questo mese, questa settimana, leggi|, consigli, best practice, offerta speciale, guida|, impara, digest
  required: azione richiesta, è richiest, obbligator, necessari, deve|, devi|, è necessario, occorre, azione obbligatoria, intervento richiesto
  not: non|, nessun, mai|, senza|, né|
  needless: nessuna azione, non è richiest, non è necessari, non devi fare nulla, non occorre, niente da fare, nulla da fare, non serve, nessun intervento, a titolo informativo, non deve fare nulla, non devi fare niente
  may: può|, potrebbe
  if: se non|, se hai, se il|, se la|, se desideri, se vuoi, se ritieni, nel caso, qualora, a meno, se avete, se non riceviamo, se il problema
`;
