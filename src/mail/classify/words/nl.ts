export const NL = `
  account: *account|, *accounts|
  root: root, hoofdgebruiker
  password: *wachtwoord
  email: *mailadres, *email-adres, email, postvak
  mfa: mfa, meervoudige verificatie, tweestaps, multi-factor, tweede factor, beveiligingssleutel, passkey, authenticator, toegangssleutel van de gebruiker
  signIn: *aanmeld, aangemeld, inlog, ingelogd, inloggen, meld u aan, uw identiteit, dat u het bent, aan te melden, wie u bent
  code: *code|, *codes|, eenmalig, verificatienummer, verificatiecode, pincode
  characters: tekens, cijfers, letters
  credential: *toegangssleutel, *inloggegevens, *referenties, geheime sleutel, access key
  resource: instantie, instance, resource, server|, bucket, ec2|
  ses: ses|, verzending van email, emailverzending, uw verzending, verzenden
  organization: organisatie
  access: identity center, toegangsportaal, eenmalige aanmelding
  contact: *contactpersoon, contactgegevens, telefoonnummer, accountnaam, naam van uw account, weergavenaam, wachtwoordbeleid, alternatief contact, naam van je account, naam van het account
  plan: betaald abonnement, betaald plan, supportplan, ondersteuningsplan
  freePlan: gratis abonnement, gratis plan, free plan
  invoice: *factuur, facturen, afrekening, rekeningoverzicht, ontvangstbewijs, creditnota, rekening|, kostenrapport, gebruiksrapport, kostendashboard, kostenoverzicht, weekrapport, maandrapport
  payment: *betaling, betalen, betaald, kaart|, incasso, belasten, afschrijven, betaalmethode, betaalwijze
  purchase: privéaanbieding, marketplace, aankoop, bestelling, savings plan, gereserveerde, reservering
  budget: *budget
  anomaly: afwijking, anomalie, meer dan verwacht, onverwachte kosten, hoger dan verwacht, hoger dan normaal, ongebruikelijke kosten
  freeTier: free tier, gratis niveau, gratis gebruik, gratis tier, tegoed
  domain: *domein, domeinnaam, registrar, houder
  certificate: *certificaat
  subscription: *abonnement, abonneer, geabonneerd, onderwerp
  case: case|, zaak|, ticket, ondersteuningsaanvraag, supportaanvraag, casus, supportcase, aanvraag nr
  verify: verifi, bevestig, valideer, goedkeur, keur|, bewijs
  typeIn: voer|, invoeren, typ|, gebruik de|, gebruik deze, hier is uw, vul|
  verified: is geverifieerd, is bevestigd, geverifieerd|, succesvol bevestigd, is uitgegeven, is goedgekeurd, is gevalideerd, gevalideerd, is ingeschakeld, toegangsverzoek, goedgekeurd|, toegekend
  reset: opnieuw instellen, reset, vergeten, wachtwoordhulp, herstel, nieuw wachtwoord instellen, nieuw wachtwoord kiezen, verloren, kwijt, verlies, zonder uw, gestolen apparaat
  new: nieuw, ander|, andere|
  changed: gewijzigd, wijziging, veranderd, bijgewerkt, vervangen, aangepast, ander|, heet nu
  removed: verwijder, uitgeschakeld, gedeactiveerd, ontkoppeld, niet meer, niet langer, gewist, verlaten, verwijderd uit, niet meer lid, niet langer lid, zelfstandig, maakt geen deel meer, hoort niet meer
  added: toegevoegd, geregistreerd, ingeschakeld, geactiveerd, gekoppeld, ingesteld, nieuw, bijgeschreven
  resync: synchronis
  exposed: openbaar, gelekt, blootgesteld, uitgelekt, github, repository, internet|, gepubliceerd, lekken, publiek
  suspicious: verdacht, ongebruikelijk, ongewoon, onregelmatig, ongeautoriseerd, onbevoegd, gecompromitteerd, gehackt, kwaadaardig, kwaadwillend, gestolen, misbruikt, verkeerde handen, fraude, malware, mining, beveiligingsincident, indringer, niet van u, in gevaar, zonder toestemming, zonder uw toestemming
  finding: guardduty, bevinding, inspector, macie, openbaar toegankelijk, beveiligingsbevinding
  low: lage ernst, ernst laag, ernst: laag, geen kritieke, weekoverzicht, dagoverzicht, dagelijks overzicht
  abuse: misbruik, spam, poortscan, scant, scannen, phishing, aanval, klacht, bounce, acceptabel gebruik, spamklacht, aangevallen, phishingmail
  withdrawn: beperkt, beperking, geblokkeerd, gepauzeerd, ingetrokken, opgeschort, in beoordeling, onder beoordeling, proefperiode, geïsoleerd, stilgelegd, quarantaine, wordt beoordeeld, wordt gecontroleerd, pauzeren, stopgezet, onderbroken, onder controle
  failed: mislukt, geweigerd, afgewezen, niet gelukt, konden niet, kon niet, konden uw, niet belasten, niet verwerken, niet worden verwerkt, probleem met
  overdue: achterstallig, onbetaald, openstaand, te laat, vervallen factuur, niet betaald, herinnering, aanmaning, nog niet ontvangen, achterstand, openstaande, nog open, betalingsachterstand, betalingsherinnering
  received: bedankt voor uw betaling, ontvangen, betaald|, voldaan, terugbetaling, betalingsbevestiging, geslaagd, is afgeschreven
  usual: beschikbaar, staat klaar, klaar|, bijgevoegd, bijlage, uitgegeven, *kosten, uitgaven, savings plan, regio|, drempel, overschre, overschrijd, prognose, limiet, bereikt, % van, waarschuwing, link|, klik, knop, volg|, open|, goed nieuws
  suspend: opgeschort, opschort, geschorst, schorsing, gedeactiveerd, geblokkeerd, opschorten
  close: gesloten, sluit, sluiting, opgeheven, opheffing, beëindigd
  reinstated: hersteld, opnieuw geactiveerd, heropend, weer actief, opschorting opgeheven, niet meer opgeschort, niet langer opgeschort, weer beschikbaar, opnieuw actief, heropen, opnieuw openen, opnieuw activeren
  invite: uitnodiging, uitgenodigd, nodigt, lid te worden, deelnemen aan, uitnodiging accepteren, uw gebruikersnaam, alle functies
  joined: lid geworden, is nu lid, maakt nu deel, toegetreden, lid van, is toegetreden, aangesloten bij, heeft uw uitnodiging geaccepteerd, maakt deel uit
  ready: staat klaar, welkom, is gereed, klaar voor gebruik, is actief, is aangemaakt, activering, aan de slag, bedankt voor uw aanmelding, kunt nu gebruiken
  signUp: account aanmaken, account te maken, nieuw aws-account, registratie, aanmaken van, account maken
  maintenance: *onderhoud, patch, geplande update, kleine versie, vervanging van het eindpunt, host bijwerken, host bij, systeemupdate, updatevenster, software-update, hostupdate
  retire: buiten gebruik, uitgefaseerd, hardwarefout, *defecte hardware, onderliggende hardware, verouderde hardware, hardwareprobleem, wordt gestopt, worden gestopt, herstart, opnieuw opgestart, wordt beëindigd, buiten dienst, uit bedrijf, vertoont gebreken, degraderende hardware, onderliggende host
  deprecate: einde van de ondersteuning, einde ondersteuning, niet meer ondersteund, niet langer ondersteund, verouderd, einde levensduur, stopgezet, wordt vervangen, ondersteuning eindigt, uitgefaseerd, standaardondersteuning, beëindiging van, beëindigen de ondersteuning, ophouden, stopzetting, ondersteuning stopt
  incident: storing, operationeel probleem, foutpercentage, uitval, verstoring, vertraging, latentie, verbindingsproblemen, fouten, onderzoeken, bereikbaar, verhoogde fout
  resolved: opgelost, geannuleerd, hersteld, afgerond, voltooid, werkt normaal, verholpen, is gesynchron, opnieuw gesynchron, weer synchroon, beëindigd is het onderhoud, is afgelopen
  cancelled: geannuleerd, ingetrokken
  alarm: alarm, samenvatting, back-up, pipeline, implementatie, dagoverzicht
  quota: *quota, quotum, servicelimiet, limietverhoging, quotaverhoging
  raised: verhoogd, productietoegang, uit de sandbox
  health: gepland, aws health, aankomend, betrokken resource
  upgrade: upgrade, bijwerken, migreer, versie, geüpgraded, overgestapt, omgezet, verleng, vernieuw
  expire: verlopen, verloopt, vervalt, eindigt, beëindigd, loopt af, afgelopen, ten einde
  will: wordt|, worden|, zal|, zullen|, binnenkort, verloopt|, verlopen|, nadert, bijna
  transfer: overdracht, overgedragen, verhuiz, transfer, vergrendel, ontgrendel, blokkering
  answered: beantwoord, geantwoord, ons antwoord, is aangemaakt, is geopend, nieuwe case, nieuw bericht, contact opgenomen, geantwoord op, heeft gereageerd, gereageerd, reactie op uw
  waiting: wacht, uw antwoord, uw reactie, hebben nodig, nodig|, meer informatie, laat ons weten, stuur ons, kunt u ons, van u|, niets gehoord, vertel ons, ontbreekt, kunt u|, laat het ons, geef ons, stuur|, uw input, verdere informatie, aanvullende informatie, we horen graag, wij horen graag, graag van u, nog niets van u, we missen, geef aan|, wilt u
  survey: enquête, tevreden, beoordeel, uw mening, feedback, hoe was, beoordeling, ervaring
  news: webinar, evenement, training, meld u aan voor, registreer nu, workshop, certificering, conferentie, sessie, reserveer uw plaats, doe mee, nieuwsbrief, nieuws, nieuwe functie, ontdek, aankondig, blog, deze maand, deze week, lees meer, tips, best practices, aanbieding, gids, wat is er nieuw, nieuwe mogelijkheden, webinars
  required: actie vereist, vereist, verplicht, moet|, noodzakelijk, actie nodig, handeling vereist
  not: niet|, geen|, nooit, zonder|
  needless: geen actie, niets te doen, hoeft niets, niet nodig, niets te ondernemen, ter informatie, geen verdere actie, hoeft u niets, u hoeft verder niets
  may: kan|, kunnen|, zou|
  if: als|, indien|, wanneer|, tenzij
`;
