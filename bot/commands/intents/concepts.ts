/**
 * What people speak of, and what they do with it, in the words of both languages: cues are made of these. `need*` is any word that
 * begins so, `*rechnung*` any that has it within, which German compounds need.
 */
export const CONCEPTS = {
  // Things
  /** One alias or several. */
  thing: 'alias*|aliasse*|*-alias|*aliase|*address*|*adress*|mailbox*|*postfach|addy|*root*mail*',
  /** One alias. */
  address: 'alias|*-alias|*address|*adress|*adresse|mailbox|*postfach|addy',
  email: 'mail|email|mailadresse|emailadresse',
  account: '*account|*accounts|*account-*|*accountid|*konto*|*konten|acct*|acc|kto',
  number: 'id|ids|number|nummer|nr|*nummer|*-id|*accountid|accountid',
  request: 'request*|antrag*|anträge*|anfrage*|beantragung*|application*',
  mail: 'mail|mails|*mails|email|emails|e-mails|post|nachricht*|message*|schreiben|letter*',
  channel: '*channel|*channels|*kanal|*kanals|*kanäle*|here|hier|hierher|hierhin|team|chat|gruppe',
  place: '*channel|*channels|*kanal|*kanals|*kanäle*|here|hier|hierher|hierhin|team',
  topic:
    '*bill|*bills|billing|invoice*|*rechnung*|marketing*|*werb*|newsletter*|promo*|urgent|notice*|hinweis*|notification*|benachrichtigung*|alert*|*warnung*|*meldung*|mail|mails|email|emails|*mails|nachrichten|messages|security*|sicherheit*|support*|service-health|health|info|infos|post',
  /** Kinds of mail, not mail at all. */
  kind: '*bill|*bills|billing|invoice*|*rechnung*|marketing*|*werb*|newsletter*|promo*|notice*|hinweis*|notification*|benachrichtigung*|alert*|*warnung*|*meldung*|security*|*sicherheit*|support*|service-health|health|infomails|info-mails',
  bill: '*bill|*bills|billing|invoice*|*rechnung*',
  code: '*code|*codes|otp|pin|verification*|verifizierung*|confirmation*|bestätigung*',
  reset: 'reset*|*password*|*passwor*|*kennwort*',
  alert: 'alert*|*warnung*|security*|sicherheit*|alarm*|notice*|hinweis*|meldung*',
  aws: 'aws|amazon',
  settings: 'setting*|*einstellung|*einstellungen|configur*|konfigur*|config|preference*',
  docs: 'documentation|docs|doku*|manual|handbuch|anleitung*|tutorial|faq|guide|wiki|readme',
  bot: 'bot|rootdesk|tool|app|dienst|chatbot|assistant|assistent',
  // People
  mine: 'my|mine|our|ours|own|mein|meine|meinem|meinen|meiner|meins|unser*|unsre*|eigene*|responsible|verantwortlich*|zuständig*',
  we: 'i|we|ich|wir|me|us|mir|mich|uns|im',
  you: 'you|u|du|dir|dich|sie|ihr|euch|ihnen',
  other:
    'colleague*|kolleg*|coworker*|co-worker*|teammate*|successor*|nachfolger*|chef*|boss|someone|somebody|jemand*|anyone|else|ander*|vertretung|<person>',
  leaving:
    'leav*|verlass*|verläss*|quit|quitting|wechsl*|elternzeit|ruhestand|rente|parental|departed|ausgeschieden',
  owner: 'owner*|besitzer*|eigentümer*|inhaber*|ansprechpartner*|holder*|verantwortliche*',
  // What is done
  want: 'need*|want|wants|give|giving|gimme|get|getting|have|haben|like|require*|brauch*|bräucht*|benötig*|möcht*|will|wollen|hätt*|bekomm*|krieg*|gib|geben|gebt|hol*|besorg*|beschaff*|obtain|grab|receive|issue|assign|zuteil*|spendier*|provide',
  show: 'show*|list|see|display|liste|zeig|zeige|zeigen|zeigt|anzeigen|auflisten|sehe|sehen|seh|all|alle|view|nenn*|tell|sag|remind|send',
  find: 'find|finde|finden|such|suche|suchen|sucht|lookup|raussuchen|locate',
  own: 'gehör*|belong*|own|owns|owned|besitz*|zugeordnet|zugewiesen|registered|registriert|häng*|hold|holds|zuständig|responsible|verantwortlich',
  create:
    'create*|creating|make|erstell*|anleg*|lege|legen|leg|set|setting|setup|richt*|einricht*|aufsetz*|open*|opening|eröffn*|start*|launch*|spin|spinning|onboard*|provision*|generate*|reserve*|reservier*',
  approve:
    'approv*|aprov*|accept*|deny|denied|reject*|declin*|decide*|decision*|genehmig*|bewillig*|ablehn*|abgelehnt|abnick*|entscheid*|freigabe|freigaben|absegn*',
  /** How a number is made known. */
  tell: 'tell|enter|add|set|note|save|register|record|report|store|sag|sage|sagen|gebe|geben|angeb*|eingeb*|melde|melden|mitteil*|mitgeteilt|vermerk*|notier*|speicher*|hinterleg*|eintrag*|nachtrag*|ergänz*|trag|trage|send|schick*',
  withdraw:
    'cancel*|withdraw*|storn*|zurückzieh*|zurückgezogen|zurücknehm*|abbrech*|retract*|pull|back|zurück|lösch*|delete',
  wait: 'wait*|wart*|pending|ausstehend*|ausstehen|offen*|open|stuck|hängt|liegt|queue|unbearbeitet',
  heard:
    'heard|gehört|reply|antwort|answer|answered|response|rückmeldung|feedback|geantwortet|nothing|nichts',
  applied:
    'asked|requested|applied|beantragt|angefragt|gestellt|submitted|eingereicht|filed|abgeschickt|bestellt|ordered|gebeten',
  come: 'new|neu*|any|latest|last|recent|arriv*|come|comes|came|received|letzte*|da|gekommen|angekommen|ankam|ankommt|kommt|kam|kamen|eingegangen|eingetroffen|reingekommen|landed|gelandet|gotten',
  write:
    'write|wrote|written|writing|send*|schreib*|geschrieben|sent|mailed|emailed|gemailt|schick*|geschickt|gemeldet|melde*|notify|notified|gesendet',
  post: 'post|posts|posted|posting|poste|posten|postet|gepostet|send*|schick*|deliver*|zustell*|forward*|weiterleit*|kommen|come|land*|get|bekomm*|krieg*|go|route*',
  stop: 'stop|stopp*|aufhör*|no|not|nicht|kein*|nie|never|without|ohne',
  off: 'off|aus|ab|abschalt*|abgeschaltet|ausschalt*|ausgeschaltet|abstell*|abbestell*|disable*|deaktivier*|unsubscribe|weg|wegmachen',
  on: 'on|einschalt*|anschalt*|aktivier*|enable*|reactivate*|reaktivier*',
  connect: 'connect*|verknüpf*|verbind*|anbind*|koppel*|link|linking|hook|anschließ*',
  muted: 'muted|stummgeschaltet|stumm|gemutet|silenced',
  closed:
    'clos*|gekündigt|kündig*|geschlossen|schließ*|terminat*|decommission*|stillgelegt|stilllegen|aufgelöst|shut*|abgeschaltet|gelöscht|deleted',
  changed:
    'changed|changes|done|happened|passiert|gemacht|released|transferred|bound|moved|created|given|gave|approved|genehmigt|had|hatte|before|vorher|geändert|verändert|freigegeben|übertragen|gebunden|angelegt|zurückgegeben|vergeben|assigned|accessed|touched|requested|beantragt|edited|opened|removed|entfernt|vorbesitzer*|umgezogen|verschoben',
  // How it is
  one: 'a|an|any|one|ein|eine|einen|einem|einer|ne|nen|some|two|three|four|five|several|couple|zwei|drei|vier|fünf|mehrere|paar|2|3|4|5|10',
  new: 'new|neu|neue|neuen|neuer|neues|another|additional|further|extra|weitere|weiteren|weiterer|zusätzlich*|noch|second|zweite*|third|dritte*|fresh',
  free: 'free|freie|freien|frei|available|verfügbar*|remaining|übrig*|left|unused|unbenutzt*|ungenutzt*|spare|unallocated|unvergeben*',
  enough: 'enough|genug|genügend|ausreich*|reich*|suffic*|lasts|langen|langt',
  again: 'again|wieder|back|zurück|erneut|einblend*',
  already: 'already|schon|bereits|yet|inzwischen',
  still: 'still|noch|immer|yet',
  longer:
    'since|seit|ago|vor|long|lange|lang|days|tagen|wochen|weeks|yesterday|gestern|monday|montag|friday|freitag|thursday|donnerstag|tuesday|dienstag|wednesday|mittwoch',
  more: 'more|anymore|mehr|longer|further|länger|weiter',
  missing: 'not|nicht|never|nie|no|keine|kein|nothing|nichts|nix|missing|fehlt|hasnt|havent|didnt|where|wo',
  rarely:
    'once|einmal|only|nur|daily|weekly|täglich*|wöchentlich*|gesammelt|gebündelt|bundle*|bündel*|batch*|sammel*|instead|statt|enough|reicht|lieber|every|jeden|pro|per|one|eine|each',
  period:
    'day|week|tag|woche|daily|weekly|täglich*|wöchentlich*|gesammelt|gebündelt|bundle*|bündel*|batch*|sammel*|digest*|summary|summaries|übersicht|freitag*|friday*|montag*|monday*|monthly|monatlich|month|monat|together|zusammen',
  toomany: 'many|much|viele|viel|often|oft|loud|laut',
  before:
    'previous*|former*|formerly|früher*|ehemalig*|vorher*|vorig*|vorbesitzer*|before|earlier|nachweis*|audit*|revision*|back-then|damals|gestern|yesterday|originally|ursprünglich',
  noise:
    'spam*|noise|noisy|müll|flut|überflut*|flood*|zuviel*|zugemüllt|zugespammt|nerv*|annoy*|junk|clutter|overwhelm*|stör*|lärm|quiet*|ruhig*|leiser|ruhe|bombard*|swamp*',
  /** What people ask of other bots and other teams. */
  foreign:
    'phish*|scam|scps|scp|organization|organisation|kantine|canteen|cafeteria|lunch|mittagessen|essen|pizza|coffee|kaffee|weather|wetter|joke|witz|printer|drucker|laptop|notebook|monitor|bildschirm|headset|keyboard|tastatur|vpn|wlan|wifi|windows|jira|confluence|sharepoint|outlook|excel|sap|gitlab|github|git|branch|build|pipeline|jenkins|docker|kubernetes|cluster|server|servers|ec2|s3|bucket|buckets|lambda|rds|iam|vpc|eks|database|datenbank|instance|instanz|urlaub*|vacation|holiday|holidays|parking|parkplatz*|meeting|meetings|besprechung*|raum|room|laufwerk|folder|ordner|ticket|tickets|bereitschaft|salary|gehalt|timesheet|stundenzettel|train|bahn|taxi|hotel|flight|flug|überweisung|bank|bug|deploy*|deployment|terraform|laptops|notes|termin|serverraum|schlüssel|musik|password-manager|badge|access|zugriff|zugang|vpn-zugang',
  // How it is asked
  which: 'which|what|whats|welche|welchen|welcher|welches|welchem|was',
  meaning: 'what|was|wofür|wozu',
  who: 'who|whose|wem|wessen|wer|wen',
  asks: 'is|are|was|does|do|did|ist|sind|gibt|gibts|exist*|has|have|hat|haben',
} as const;
