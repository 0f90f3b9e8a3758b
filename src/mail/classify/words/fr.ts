export const FR = `
  account: compte|, comptes|
  root: racine, root
  password: mot de passe, mots de passe
  email: adresse email, adresse mail, adresse electronique, adresse de messagerie, courriel, email, adresse racine, adresse de l'utilisateur
  mfa: mfa|, multifacteur, multi-facteur, deux facteurs, second facteur, deuxième facteur, clé de sécurité, passkey, clé d'accès de l'utilisateur, application d'authentification, appareil d'authentification
  signIn: connexion, connecter, connecté, connectez, identifiez-vous, login, votre identité, que c'est bien vous, qu'il s'agit bien de vous, c'est vous
  code: code|, codes|, usage unique, numéro de vérification, numéro de sécurité
  characters: caractère, chiffres, lettres
  credential: clé d'accès, clés d'accès, identifiants, clé secrète, clés secrètes, informations d'identification, access key, clé iam
  resource: instance, ressource, serveur, compartiment, ec2|
  ses: ses|, envoi d'email, vos envois, votre envoi, l'envoi
  organization: organisation
  access: identity center, portail d'accès, authentification unique
  contact: contact de facturation, contact de sécurité, contact opérationnel, contact secondaire, contact alternatif, coordonnées, numéro de téléphone, nom du compte, nom de votre compte, nouveau contact, contact principal, contact des opérations, contacts alternatifs, contact facturation, contact sécurité, contact opération, votre contact, nom d'affichage, politique de mot de passe, nom de ton compte
  plan: plan payant, forfait payant, offre payante, plan de support, plan support
  freePlan: plan gratuit, forfait gratuit, offre gratuite
  invoice: facture|, factures|, relevé, reçu de, avoir disponible, note de crédit, facturation, rapport de coût, rapport des coûts, rapport d'utilisation, rapport planifié, tableau de bord des coûts, rapport hebdomadaire, rapport mensuel, rapport sur les coûts, remboursement
  payment: paiement, règlement, payer|, payé, carte|, prélèvement, prélever, débiter, débit, moyen de paiement, règle
  purchase: offre privée, offre marketplace, abonnement marketplace, aws marketplace, marketplace, achat, commande, savings plan, instances réservées, instance réservée, réservation
  budget: budget
  anomaly: anomalie, plus que prévu, dépense inattendue, coût inattendu, supérieur à la normale
  freeTier: offre gratuite, niveau gratuit, free tier, utilisation gratuite, crédits, solde de crédit, crédit promotionnel
  domain: domaine, registrar, titulaire
  certificate: certificat
  subscription: abonnement, abonner, abonné, rubrique, sujet|
  case: cas|, dossier, demande de support, ticket, demande d'assistance
  verify: vérifi, confirm, valider|, validez, validé|, validation, approuv, prouv, autoris
  typeIn: saisi, entrez, entrer, tapez, utilisez, indiquez, voici votre, voici le, renseignez, introduis, copiez
  verified: a été vérifié, bien été vérifié, a été confirmé, bien été confirmé, est confirmé, a été validé, a été délivré, vérifié avec succès, a été émis, ont été validé, a été activée, est maintenant activée, validation, demande d'accès, a été approuvé, est approuvé, ont été approuvé, a été accordé, a été accepté, accordé
  reset: réinitialis, oublié, assistance mot de passe, définir un nouveau mot, choisir un nouveau mot, choisissez un nouveau mot, définissez un nouveau mot, récupér, perdu, perte, sans votre, volé, égaré
  new: nouveau, nouvel|, nouvelle, autre|
  changed: modifi, a changé, ont changé, changé, changement, mis à jour, mise à jour, remplac, renommé, s'appelle, a été défini
  removed: supprim, suppression, retirée, retirés, retirer|, désactiv, enlev, dissoci, n'est plus, n'a plus, n'utilise plus, ne demande plus, ne peut plus, plus de mfa, plus d'appareil, détach, quitté, retiré|, supprimé de l'organisation, ne fait plus partie, n'appartient plus, autonome, sorti de, plus membre, exclu, n'est plus membre, détaché de, n'est plus rattaché, indépendant
  added: ajout, enregistr, a été activé, est activé, activés, avez activé, activée, activation, associ, attribu, nouveau, nouvel|, nouvelle, configuré, crédité
  resync: resynchronis, synchronis
  exposed: expos, publi, divulgu, fuite, github, dépôt, internet|, dévoil, en ligne|
  suspicious: suspect, inhabituel, irrégul, non autoris, compromis, compromettr, malveillan, volé, usage frauduleux, fraud, piraté, mauvaises mains, pas de vous, logiciel malveillant, minage, incident de sécurité, intrus, tiers|, anormal, en danger, à risque, sans autorisation, sans votre autorisation, sans votre accord
  finding: guardduty, résultat de sécurité, résultats de sécurité, inspector, macie, résultat critique, accessible publiquement
  low: gravité faible, faible gravité, aucun résultat critique, récapitulatif hebdomadaire, récapitulatif quotidien, résumé quotidien, résumé du jour, résumé hebdomadaire
  abuse: abus|, abusif, abusive, abus, spam, pourriel, balayage de ports, scan de ports, hameçonnage, attaque, plainte, rebond, utilisation acceptable, signalement, sonde
  withdrawn: restreint, restriction, bloqué, suspendu, suspens, en cours d'examen, à l'examen, probation, est limité, sont limité, a été limité, ont été limité, avons limité, compte limité, limite votre, isolé, mis en pause, en pause, mise en pause, quarantaine, interrompu
  failed: échou, échec, refus, rejet, pas pu, n'a pas abouti, impossible, n'a pu, décliné, problème avec
  overdue: impayé, en retard, échu, en souffrance, retard de paiement, pas été payé, pas été réglé, reste dû, montant dû, relance, rappel de paiement, pas payé, pas reçu
  received: merci pour votre paiement, merci de votre paiement, bien reçu, avons reçu, paiement reçu, accepté avec succès, a été réglé, a été payé, acquitté, remboursement, confirmation de paiement, a été débité, est réglé, effectué
  usual: disponible, prêt, ci-joint, en pièce jointe, émise, est arrivé, consultable, coût, dépense, frais|, savings plan, région|, seuil, dépass, prévision, limite, atteint, % de, alerte, lien|, cliquez, bouton, suivez, ouvrez, bonne nouvelle
  suspend: suspen, suspendre, désactivé votre compte, bloqué votre compte
  close: ferm, clôtur, clos|, close|, résilié|, résiliée, résiliation, fermeture
  reinstated: rétabli, réactiv, rouvert, de nouveau actif, à nouveau actif, suspension est levée, suspension levée, levée de la suspension, restauré, de nouveau utiliser, n'est plus suspendu, à nouveau utilisable, de nouveau disponible, réouvert, rouvrir, réouverture, levée|, levées|, levé|, levés|
  invite: invit, rejoindre, à rejoindre, accepter l'invitation, acceptez l'invitation, votre nom d'utilisateur, toutes les fonctionnalités
  joined: rejoint, fait désormais partie, fait maintenant partie, membre de, est maintenant membre, désormais membre, appartient désormais, a intégré
  ready: prêt, bienvenue, est actif, a été créé, a été activé, est activé, est désormais activ, vous pouvez dès maintenant, vous pouvez maintenant, premiers pas, commencez, merci de votre inscription, peut être utilisé, merci d'avoir créé
  signUp: inscription, inscrire, création d'un compte, création de votre compte, créer un compte, créer votre compte, nouveau compte aws
  maintenance: maintenance, correctif, mise à jour programmée, mise à jour planifiée, mise à jour logicielle, version mineure, remplacement du point, sera mise à jour, travaux
  retire: mise hors service, hors service, mise au rebut, matériel défaillant, matériel dégradé, matériel sous-jacent, sera arrêté, seront arrêtées, sera mis hors, sera retiré, être retiré, redémarr, retrait programmé, retrait de l'instance, défectueux
  deprecate: fin de support, fin du support, fin de prise en charge, fin de la prise en charge, fin de vie, ne sera plus pris, ne seront plus, obsolescence, obsolète, plus pris en charge, arrêt du support, arrêt de la prise, dépréci, abandonné, est remplacé par, ne sera plus disponible, ne contiendra plus, ne recevra plus, support standard, cessera, arrêt de l'assistance, abandon de, cesse d'être, prendra fin, mettons fin
  incident: incident, interruption de service, problème opérationnel, taux d'erreur, perturbation, panne, dégrad, latence, erreurs, indisponib, connectivité
  resolved: résolu, résolution de|, résolution du|, annul, rétabli, terminé, fonctionne normalement, corrigé, clos|, retour à la normale, a été resynchron, a été synchron, de nouveau synchron, bien été resynchron, achevé, s'est terminée
  cancelled: sans suite, a été annul, est annulé, avons annulé, annulation
  alarm: alarme, récapitulatif, sauvegarde, pipeline, résumé quotidien, événement health, déploiement
  quota: quota, limite de service
  raised: augmenté, relevé|, relevée|, relevés|, relevées|, accès en production, sorti du bac à sable, accès à la production
  health: prévu, planifié, est programmé, sont programmé, programmée|, programmés|, programmées|, aws health, à venir, ressource concernée
  upgrade: mettre à niveau, mettre à jour, migrer, version, mettez à niveau, mettez à jour, passé à, est passé, mise à niveau, passage à, renouvel
  expire: expir, arrivé à échéance, échéance, prend fin, prennent fin, terminé, se termine, expire, fin de votre, fin du plan, arrive à échéance, touche à sa fin, s'achève, terminera, prendra fin
  will: sera|, seront|, fermerons, clôturerons, expirera, expire|, expirent|, va être, est sur le point, bientôt, arrive à, approche de, sur le point de
  transfer: transfer, changement de titulaire, verrou, déverrouill
  answered: répondu, réponse à votre, nouvelle réponse, réponse au, notre réponse, a été créé, a été ouvert, a été ouverte, ouverture de, nouveau cas, nouvelle correspondance, contacté le support, contacté aws support, nouveau message, traitons
  waiting: attendons, attendent, en attente, votre réponse, votre retour, besoin de, besoin d'informations, informations complémentaires, plus d'informations, davantage d'informations, indiquez-nous, merci de nous, pourriez-vous, pouvez-vous, de votre part|, dites-nous, précisez, veuillez nous, veuillez répondre, veuillez fournir, envoyez-nous, sans nouvelles, sans réponse, il nous manque, merci de préciser
  survey: enquête, satisf, évaluez, évaluer, votre avis, noter|, notez, sondage, comment s'est passé
  news: webinaire, événement, formation|, formations|, inscrivez-vous, réservez votre place, rejoignez-nous, atelier, certification, conférence, session, sommet, places limitées, participez, newsletter, lettre d'information, nouveautés, actualités, découvrez, annonc, en savoir plus, blog, nouvelle fonctionnalité, nouvelles fonctionnalités, ce mois-ci, cette semaine, quoi de neuf, digest, bonnes pratiques, conseils, livre blanc, étude de cas, offre spéciale, guide
  required: action requise, requis, obligatoire, nécessaire, intervention requise, doit|, devez, action est, mesure requise, action à effectuer, action obligatoire, intervention nécessaire
  not: ne|, pas|, n'est|, n'a|, aucun, jamais, sans|, non|
  needless: aucune action, rien à faire, aucune intervention, aucune mesure, pas besoin d'agir, n'avez rien, pour information, aucune réponse, aucune interruption, n'est nécessaire, sans action, aucune démarche, rien de plus à faire, à titre d'information
  may: peut|, peuvent|, pourrait, risque
  if: si|, s'il, au cas où, dans le cas où, à moins
`;
