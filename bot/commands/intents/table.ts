import { COMMAND_RIGHTS, type CommandName } from '../../../src/rights/operations.ts';
import { folded } from './tokens.ts';

/** What somebody can want: a command, or a word of courtesy. */
export type Intent = CommandName | 'hello' | 'thanks';

/** By which words an intent is known; see `cue.ts` for how a cue is written. */
export interface IntentRow {
  readonly intent: Intent;
  /** Words that name it and nothing else. They outweigh hints. */
  readonly own?: readonly string[];
  /** Words that point to it when nothing is named. */
  readonly hints?: readonly string[];
  /** Words by which it is spoken of and not ordered, `released` for instance: it is told of. */
  readonly spoken?: readonly string[];
  /** Where a slip of the finger would make it of another command's word. */
  readonly isExact?: true;
}

/**
 * What each command takes of the sentence that means it. Those that change something, or take it away, are done, and even told of, for
 * their own words alone: nobody's slip of the finger and no hint leads to them. `change.ts` says what they take.
 */
export const TAKES = {
  request: 'wish',
  requests: 'nothing',
  aliases: 'nothing',
  find: 'search',
  pool: 'nothing',
  history: 'alias',
  mail: 'nothing',
  bind: 'change',
  transfer: 'change',
  release: 'change',
  link: 'change',
  unlink: 'change',
  mute: 'change',
  unmute: 'change',
  digest: 'change',
  settings: 'nothing',
  help: 'all',
} as const satisfies Readonly<
  Record<CommandName, 'nothing' | 'alias' | 'search' | 'wish' | 'all' | 'change'>
>;

export type ChangingCommand = {
  [Name in CommandName]: (typeof TAKES)[Name] extends 'change' ? Name : never;
}[CommandName];

export function isChanging(intent: Intent): intent is ChangingCommand {
  return intent !== 'hello' && intent !== 'thanks' && TAKES[intent] === 'change';
}

/** Whether it is about one alias, which its sentence names. */
export function isAboutAlias(intent: Intent): boolean {
  return intent !== 'hello' && intent !== 'thanks' && COMMAND_RIGHTS[intent].subject === 'alias';
}

/** Groups of words that cues are made of, `<thing>` for instance. */
export const GROUPS = {
  /** One or several. */
  thing: 'alias*|*-alias|*address*|*adress*|mailbox*|*postfach|*root*mail*',
  address: 'alias|*-alias|*address|*adress|*adresse|mailbox|*postfach',
  account: '*account*|*konto*',
  want: 'need*|want|give|gimme|get|getting|have|haben|like|require*|brauch*|bräucht*|benötig*|möcht*|will|hätt*|bekomm*|krieg*|gib|geben|hol*|besorg*|beschaff*|obtain|grab',
  one: 'a|an|any|one|ein|eine|einen|einem|einer|ne|nen|some',
  new: 'new|neu|neue|neuen|neuer|neues|another|additional|further|weitere|weiteren|weiterer|noch',
  mine: 'my|mine|our|ours|own|mein|meine|meinem|meinen|meiner|meins|unser*|unsre*|eigene*|responsible|verantwortlich*|zuständig*',
  we: 'i|we|ich|wir|me|us|mir|uns',
  show: 'show|list|see|display|liste|zeig|zeige|zeigen|anzeigen|auflisten|sehe|sehen|all|alle',
  which: 'which|what|welche|welchen|welcher|was',
  mail: 'mail|mails|email|emails|e-mails|post|nachricht|nachrichten|messages',
  asks: 'is|are|was|does|do|did|ist|sind|gibt|gibts|exist*|has|have|hat|haben',
  request: 'request*|antrag*|anträge*|anfrage*|beantragung*',
  approve:
    'approv*|aprov*|accept*|deny|denied|reject*|decide*|decision*|genehmig*|ablehn*|abgelehnt|entscheid*|freigabe|freigaben',
  channel: 'channel|channels|kanal|kanäle|kanals|here|hier|team',
  meaning: 'what|was|wofür|wozu',
  topic:
    'billing|bills|bill|invoice*|rechnung*|marketing|werbung|urgent|notices|mail|mails|email|emails|*mails|nachrichten|messages',
  come: 'new|neu*|any|latest|last|recent|arrived|come|received|letzte*|da|gekommen|angekommen|eingegangen',
} as const;

/** Where two intents are equally likely, the one that is before the other; so whatever changes something comes last. */
export const INTENTS: readonly IntentRow[] = [
  {
    intent: 'requests',
    own: [
      'requests',
      'anfragen',
      'anträge',
      '<request> freigeb*|entscheid*|genehmig*|zurück*|zurueck*|vertippt|withdraw|cancel*|storn*|pull',
      'noch|muss|must freigeben',
      'asked|requested|applied|beantragt|angefragt|gestellt heard|gehört|waiting|warte|since|seit|answer|antwort|still|noch|ago|vor|yet',
      '<mine> request|requests|antrag|antrags|anträge|anfrage|anfragen',
      '<approve> <request>',
      'who|wer|whose|wessen|wem <approve>',
      'status|stand|state|fortschritt|progress <request>|<thing>',
      'cancel*|withdraw*|storn*|zurückzieh*|abbrech* <request>',
    ],
    isExact: true,
  },
  {
    intent: 'requests',
    isExact: true,
    hints: [
      '<approve>',
      '<which>|anything <we> <approve>',
      '<approve> wait*|warte*|pending|open|offen*|must|muss|have|need*|todo|me|mir|mich',
      'pending|waiting|wartet|warten|offen|offene <request>|<approve>',
      'wait*|warte* <mine>|<new> <thing>',
      'heard|gehört nothing|nichts|anything|not|nicht',
      'wait*|warte* since|seit|still|immer|noch|long|lange <thing>',
      'how|wie far|weit|long|lange|lang <mine> <request>|<thing>',
    ],
  },
  {
    intent: 'request',
    own: [
      'request*',
      'beantrag*',
      'anforder*',
      'antrag',
      'anfrage',
      'set*|richt*|open* <new> <account>',
      'apply',
      'applying',
      'order',
      'bestell*',
    ],
    hints: [
      '<want> <thing>',
      '<want> <one> <address>',
      '<want> <new> <thing>',
      '<new> <thing>',
      '<address> for|für',
      'bitte|please|pls <address>',
      '<one> <thing> for|für',
      '<new> <thing> for|für',
      '<want> email|mail|mailadresse|emailadresse for|für',
      '<want> <one> root mail|email',
      '<new> root mail|email',
      '<want> root mail|email',
      '<want> <account> mail|email|emails',
      'aws|amazon wants|asks|will|verlangt|möchte <thing>|email',
      'komm* <one>|so <thing>',
      '<new> <account>',
      '<want> <new> <account>',
      'ask* <thing>|email|mail',
      'create|make|erstell*|anleg* <thing>',
      'open*|creat*|set*|start*|eröffn*|anleg*|legen|richten <new>|<one> <account>',
      '<which> <thing> use|take|nehmen|verwenden|benutzen',
    ],
  },
  {
    intent: 'find',
    own: ['find|finde|finden|suche|suchen|such|lookup', 'owner|besitzer|eigentümer|inhaber of|von|for'],
    hints: [
      'search',
      'search for <thing>',
      // A name: `payments-eu`.
      '*-*',
      'show|zeig|zeige|where|wo|what|was *-*',
      'show|zeig|zeige|where|wo|what|was is|ist *-*',
      'look for|up',
      'looking for',
      'who|whose|wem|wessen|wer <account>|own*|gehör*|has|hat',
      'where|wo <thing>',
      'where|wo is|ist <thing>|<account>',
      'which|welche|welcher|welches <thing>|channel|kanal|team gehör*|belong*|zu|to|has|hat|of|von *-*',
      '<asks> already|schon|bereits <thing>',
      '<asks> already|schon|bereits <one> <thing>',
      '<asks> there|es already|schon|bereits <one> <thing>',
      'which|welche|welcher|welches <thing>|channel|kanal|team *-*|<account-id>',
      'which|welche|welcher|welches <thing> for|für *-*|<account>',
      'which|welche|welcher|welches <thing> did|use|used|haben|benutzt for|für *-*|<account>',
    ],
  },
  {
    intent: 'history',
    own: ['history|historie|verlauf|chronik|audit|protokoll'],
    hints: ['log|logs|trail|timeline', 'happened|passiert|geschehen', 'what|was done|gemacht'],
  },
  {
    intent: 'history',
    own: [
      'changes|*änderung|*änderungen',
      'did|has|hat|wurde|was release|released|transfer|transferred|übertragen|übergeben|freigegeben <alias>',
      'was|were|is|ist|wurde|has|hat transferred|released|changed|approved|übertragen|freigegeben|genehmigt <alias>',
      'who|whom|wer|when|wann|why|warum|wieso|weshalb changed|released|transferred|bound|moved|created|given|gave|approved|genehmigt|had|hatte|before|vorher|geändert|verändert|freigegeben|übertragen|gebunden|angelegt|zurückgegeben|vergeben',
    ],
    isExact: true,
  },
  // `mein` is a slip of `mine`, and of much else.
  { intent: 'aliases', hints: ['mine'], isExact: true },
  {
    intent: 'aliases',
    hints: [
      'gehör*|belong* channel|kanal|team|hier|here',
      '<which> <thing>|*accounts|*konten gehör*|belong* channel|kanal|team|hier|here|<we>|<mine>',
      '<which> <thing>|*accounts|*konten <we>|<mine>',
      '<which> <thing>|*accounts|*konten häng*|connected|linked|verknüpft|attached <channel>',
      '<show> all|alle|every <thing>',
      '<show> me|mir <thing>',
      '<show> me|mir all|alle|every <thing>',
      '<mine> root|aws mails|emails|email|accounts|konten',
      '<show> <mine> root|aws mails|emails|accounts|konten',
      '<mine> *accounts|*konten',
      '<which> *accounts|*konten lauf*|gehör*|belong*|run*|under <mine>|<we>|mich|me',
      'alias|aliases|aliase|aliasse|addresses|adressen',
      '<mine> <thing>',
      '<show> <thing>',
      '<show> <mine> <thing>',
      '<which> <thing> <we>',
      '<which> <thing> <we> have|own|haben|hab|habe|besitz*',
      '<which> <thing> <mine>',
      '<which> <thing> gehör* <we>|<mine>',
      'gehör*|belong* <we>|<mine>',
      '<show> <we> own|owns|besitz*',
      '<show> <thing> <we> own|have|besitz*|haben|habe',
      '<which> <we> own|owns|besitz*',
      'do|have|did <we> got|have <thing>',
      'do|have|did|habe|hab|haben <we> already|schon|bereits <one> <thing>',
      '<which> have|hab|habe|haben <we>',
      'list|liste|overview|übersicht',
      'overview|übersicht <mine> <thing>',
    ],
  },
  {
    intent: 'mail',
    hints: [
      'acknowledge|quittieren|quittiere|reveal',
      'mail|mails|emails|inbox|posteingang',
      '<come> <mail>',
      '<show> <mail>',
      '<show> <come> <mail>',
      '<mail> from|von aws|amazon',
      'aws|amazon write|wrote|written|writing|send*|schreib*|geschrieben|sent|schick*|geschickt|gemeldet|melde*',
      'post|postfach',
      'last|latest|new|neue|neuesten|letzte*|unread|any alert|alerts|warnung*|bill|bills|invoice*|rechnung*|notice*|code',
      'kam|kamen|came|got|received|gekommen|bekommen rechnung*|invoice*|bill|mail|mails|alert*|code',
      'something|anything|was|etwas|nothing|nichts come|came|arrived|gekommen|angekommen|reingekommen|eingegangen|passiert',
      'waits|waiting|wartet|pending|offen',
      'still|noch open|offen|waiting|wartet',
      '*code|*codes|verification|confirmation|bestätigung*',
      '*code|*codes|verification|confirmation|bestätigung* <come>|where|wo|mail|email|need|brauch*',
      'anything|something|was|etwas new|neu|neues',
      'anything|something|was|etwas from|von aws|amazon',
      '<we> wait*|warte*',
      'unread|ungelesen*',
      'came|kam in|rein|rein|today|heute|something|was',
      'aws|amazon|root got|get|received|bekommen|erhalten|gehört',
    ],
  },
  {
    intent: 'help',
    own: [
      // Whoever wants to be rid of something says which command, or reads of all.
      'documentation|docs|doku*|manual|handbuch|anleitung*|tutorial|faq|guide',
      'where|wo|find|finde documentation|docs|doku*|manual|handbuch|anleitung*|tutorial|faq|guide',
      'rid|delete|remove|lösch*|entfern*|loswerden',
    ],
    hints: [
      'help|hilfe|hilf|helfen|helfe|start|menu|menü|commands|command|befehl*|kommando*',
      'what|was can|kannst|können you|du|sie',
      'speak|talk|sprichst|sprechen|kannst|verstehst english|englisch|german|deutsch',
      '<meaning> <one> <thing>|root',
      '<meaning> <thing>|root bedeutet|heißt|mean*|eigentlich',
      '<meaning> actually|eigentlich|exactly|genau <one> <thing>|root',
      'what|who|wer|was are|bist|sind you|du|sie',
      'how|wie work|works|funktioniert|geht',
      'how|wie use|nutz*|benutz*|verwend*|bedien*',
      'how|wie does|do this|that|it|you work|works',
      'what|was now|next|jetzt|nun',
      'lost|stuck|confused|ratlos|verwirrt|ahnung',
      'not|nicht know|weiter|weiß|klar|verstehe',
      'know|weiß not|nicht what|how|was|wie|weiter',
      'which|what|welche command*|befehl*|kommando*',
      'explain|erklär*',
      'question|questions|frage|fragen|options|optionen|möglichkeiten|assist*|unterstützung|support',
      'new|neu here|hier',
      'what|was geht|goes here|hier|on',
      'what|who|wer|was is|ist|are|bist this|bot|rootdesk',
      'wozu|wofür|weshalb bot|bist|dienst|gut|rootdesk',
      'are|bist you|du bot|human|mensch|robot|ai|ki|real',
      'who|wer made|built|gemacht|gebaut you|dich',
      'should|soll|sollte|must|muss i|we|ich|wir do|tun|machen',
      'what|was machst|tust|do you|du',
      'where|wo|how|wie begin|start|beginne|anfange|fange|starte|anfangen',
    ],
  },
  {
    intent: 'pool',
    own: [
      'pool*',
      'wieviel|wieviele free|left|frei*|übrig|remaining|vergeben',
      'how|wie many|viele free|left|frei*|übrig|remaining|released|vergeben|taken',
    ],
    hints: [
      'free|freie|freien|available|verfügbar*|remaining|übrige* <thing>',
      '<asks> free|freie|freien|available|verfügbar* <thing>',
      'reich*|last|genug|enough <thing> jahr*|year|monat*|month*|until|bis|noch',
      'enough|genug|genügend|ausreichend*|reich*|run*|ausgeh*|gehen <thing>',
      'run*|ran|geh*|gehen out|aus',
      '<we> run*|ran|gehen out|aus <thing>',
      'how|wie long|lange last|reich* <thing>',
      'enough|genug|genügend|reich* free|frei* <thing>',
    ],
  },
  {
    intent: 'settings',
    own: [
      'settings|einstellung|einstellungen|configure|configuration|konfigur*|preferences',
      'notifications|benachrichtigungen',
    ],
    hints: [
      'fewer|less|weniger|keine|stop|aufhör* <topic>',
      'too|zu many|much|viele|viel <topic>',
      'spam|noise|noisy|müll|flut|überflutet|zuviel|zugemüllt',
      'spam|noise|müll|zuviel|flut <topic>|<channel>',
      'too|zu many|much|viel <channel>',
      '<topic> noise|spam|müll|quiet|weg|loswerden',
      'what|which|was|welche <channel> get*|receive*|bekomm*|krieg*',
      'what|which|was turned|switched|abgeschaltet|ausgeschaltet off|aus|<channel>',
      'what|which|welche <topic> get|come|post*|bekommen|landen|kommen <channel> not|nicht',
      'nicht|not|no mehr|longer|more muten|stumm*',
      'hide|verstecken|ausblend*|einblend*|anzeigen <topic>|<channel>',
      '<topic> wieder|again anzeigen|see|sehen|show|zeigen|laut',
      '<topic>|support|health|service-health wieder|again|back want|see|sehen|anzeigen|show|zeigen|like',

      'no|not|nicht|kein* more|mehr|longer <topic> here|hier|channel|kanal',
      'no|not|nicht|kein* more|mehr|longer <topic> here|hier|channel|kanal post*|send*|schick*|deliver*',
      'once|einmal|only|nur day|week|tag|woche|daily|weekly|täglich|wöchentlich|gesammelt|gebündelt',
      'once|einmal|only|nur day|week|tag|woche|daily|weekly|täglich|wöchentlich|gesammelt|gebündelt <topic>',
      '<topic> once|einmal|only|nur|nicht|not day|week|tag|woche|daily|weekly|täglich|wöchentlich|gesammelt|gebündelt',
      '<topic> loud|laut|leise|silent|still',
      '<topic> back|wieder again|here|hier|channel|kanal|laut|want|see|sehen',
    ],
  },
  {
    intent: 'thanks',
    hints: [
      'thanks|thank|thx|ty|danke*|dank|merci|cheers|ok|okay|perfect|perfekt|great|super|prima',
      'thanks|thank|danke|dank help|hilfe',
      'all|alles clear|good|klar|gut',
      'many|vielen|besten|herzlichen thanks|dank',
    ],
  },
  {
    intent: 'hello',
    hints: [
      'hiya|hola|heya|hallöchen|guude|mahlzeit|greetings|ahoi|ciao',
      'hello|hi|hey|yo|hallo|hallö*|moin|servus|howdy|grüezi|tach|huhu',
      'good|guten|schönen|gut morning|afternoon|evening|day|morgen|tag|abend|mittag',
      'grüß*|grüss* gott|dich|euch|sie',
    ],
  },
  {
    intent: 'bind',
    own: [
      'bind|binde|binden|binding|zuordnen|zuordne',
      'link|connect|verknüpf*|verbind* *account*|*konto*|<account-id>',
      'eintragen|trage|hinterleg* *konto*|*account*',
    ],
    spoken: [
      'where|wo|how|wie trag|trage|eintrag* *kontonummer|*account*|*konto*',
      'how|wie|where|wo tell|say|enter|add|set|sag*|gebe|geben|angeben|eingeben|melden|mitteilen *account*|*konto* id|number|nummer|kontonummer',
      '<alias> <account-id>',
      'nachtragen|nachtrag|ergänz* *konto*|*account*',
    ],
  },
  {
    intent: 'transfer',
    own: ['transfer|transferring|übertrag*|übergeb*|übergib|übergibt', 'hand|handing over'],
    spoken: [
      'give|giving|pass|reassign|gib|gebe|geben|weitergeb* <alias> to|an',
      'takes|übernimmt <alias>',
      '<alias> owner|besitzer|besitzerin|eigentümer|eigentümerin <person>',
      'move|moving|verschieb*|umzieh*|umzug <alias> channel|kanal|team',
      'give|gib|gebe|geben|weitergeb* <thing> to|an colleague|kolleg*',
      'new|neu*|ab|now besitzer|besitzerin|eigentümer|eigentümerin|owner <alias>',
    ],
  },
  {
    intent: 'release',
    own: [
      'release|releasing|zurückgeb*|zurückgibt',
      'give|giving back',
      'give|giving <alias> back',
      'gib|gebe|geben|gibt zurück',
      'gib|gebe|geben|gibt frei',
      'freigeb* <thing>|<alias>',
    ],
    spoken: [
      'released|freigegeben <thing>',
      'help|hilfe|explain|erklär*|mean|means|bedeutet|heißt freigeb*|freigabe',
      'can|kann|darf weg <alias>',
      'go|goes|geht|have|kann|can back|zurück <alias>',
      'undo|rückgängig|revert release*|freigabe|rückgabe',
      'gib|geb|gebe|geben zurück <thing>',
      'dont|not|nicht need*|brauch* anymore|longer|mehr <thing>|<alias>',
      'undo|rückgängig|revert release*|freigabe <thing>',
      'no|nicht longer|mehr need*|brauch*|benötig*|use <alias>|<thing>',
    ],
  },
  {
    intent: 'unlink',
    own: ['unlink|unlinking|entknüpf*|entkoppel*', 'disconnect|trenn* channel|kanal*'],
    spoken: [
      'unlinked|entknüpft|entkoppelt',
      'stop|aufhör* post*|send*|schick* <mail>|aws|amazon <channel>',
      'unlinks|disconnects|trennt <channel>',
      'aufheb*|aufhebt|lös*|löst|beend* verknüpf*|verbindung*',
      'aufheb*|aufhebt|lös*|löst|beend* verknüpf*|verbindung* <channel>',
    ],
  },
  {
    intent: 'link',
    own: ['link|linking', 'connect|verknüpf*|verbind* channel|kanal*|hier|here'],
    spoken: [
      'use|nutz*|verwend*|benutz* channel|kanal approvals|triage|freigaben|genehmigungen',
      'linked|verknüpft|verbunden',
      'post*|send*|schick*|deliver* <mail> here|hier',
      'post*|send*|schick*|deliver* <mail> channel|kanal here|hier|this|diesen|in',
    ],
  },
  {
    intent: 'unmute',
    own: ['unmute|unmuting', 'stumm* aufheb*', 'hebe|heb stumm* auf', 'nicht mehr stumm*'],
  },
  {
    intent: 'mute',
    spoken: ['muted|stummgeschaltet', '<which> muted|stummgeschaltet|stumm'],
    own: ['mute|muting|stummschalt*|stummgeschaltet|stumm', 'schalt* stumm'],
  },
  { intent: 'digest', own: ['digest|zusammenfass*', 'fass|fasse|fassen zusammen'] },
];

/** Words of courtesy and grammar around a command, which are nothing to it. */
export const FILLERS = wordsOf(
  'please pls plz bitte mal doch jetzt now hi hello hey hallo thanks thx danke thank you u i we ich wir id d would could can will want to like',
  'möchte möchten würde würden gern gerne kannst könntest könnten du sie ihr me us mir uns the this that these those our my der die das den dem',
  'dieser diese diesen dieses unser unsere unseren mein meine meinen a an ein eine einen alias aliase address adresse root channel kanal mail mails',
  'email emails post nachrichten messages for für of von from in im zu zum to and und about über nach topic topics thema themen here hier',
);

/** Between an alias and what it is bound or given to. */
export const CONNECTORS = wordsOf(
  'to with an mit zu nach the das dem account accounts konto id number nummer kontonummer aws',
);

/** `the link`, `der Transfer`: something that is spoken of. */
export const ARTICLES = wordsOf('the a an your der den das dem ein einen dein deinen');

/** Whoever asks so wants to be told how it is done: by the first anywhere, by the others at the beginning. */
export const HOW = wordsOf('how wie');
export const WHAT = wordsOf('what where was wo');

/** Words of a question: whoever asks about a command is told of it. */
export const QUESTION_WORDS = wordsOf(
  'how what why when should shall who whom which where whether may does did is are',
  'wie was warum wieso weshalb wann soll sollen sollte sollten wer welche welcher welches wo ob darf dürfen',
);

/** Not now, or not by the one who says it: whoever thinks about a command is told of it. */
export const LATER = wordsOf(
  'remind reminder later tomorrow soon before if maybe perhaps think thinking planning consider wonder wondering told asked said wants',
  'wurde wurden worden were been stimmt erinnere erinner erinnern später morgen bald bevor falls wenn vielleicht überlege überlegen denke plane nachher hat hatte gesagt',
);

export const NEGATIONS = wordsOf(
  'not no never dont without cannot cant undo stop instead nicht kein keine keinen nie niemals ohne statt',
);

/** What topics, and how often, are called besides. */
export const ARGUMENT_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bills: 'billing',
    invoices: 'billing',
    rechnungen: 'billing',
    abrechnung: 'billing',
    werbung: 'marketing',
    täglich: 'daily',
    wöchentlich: 'weekly',
  }).map(([word, meaning]) => [folded(word), meaning]),
);

function wordsOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')).map(folded));
}
