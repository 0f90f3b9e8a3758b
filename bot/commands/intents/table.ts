import { COMMAND_RIGHTS, type CommandName } from '../../../src/rights/operations.ts';
import { folded } from './tokens.ts';

/** What somebody can want: a command, a word of courtesy, or something of somebody else. */
export type Intent = CommandName | 'hello' | 'thanks' | 'unknown';

/** By which words an intent is known; see `cue.ts` for how a cue is written. */
export interface IntentRow {
  readonly intent: Intent;
  /** Words that name it and nothing else. They outweigh hints. */
  readonly own?: readonly string[];
  /** Words that point to it when nothing is named. */
  readonly hints?: readonly string[];
  /** Words by which it is spoken of and not ordered, `released` for instance: it is told of. */
  readonly spoken?: readonly string[];
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

export function isCommand(text: string): text is CommandName {
  return Object.hasOwn(COMMAND_RIGHTS, text);
}

export function isChanging(intent: Intent): intent is ChangingCommand {
  return isCommand(intent) && TAKES[intent] === 'change';
}

/** Whether it is about one alias, which its sentence names. */
export function isAboutAlias(intent: Intent): boolean {
  return isCommand(intent) && COMMAND_RIGHTS[intent].subject === 'alias';
}

/** Where two intents are equally likely, the one that is before the other; so whatever changes something comes last. */
export const INTENTS: readonly IntentRow[] = [
  {
    intent: 'requests',
    own: [
      'requests|anfragen|anträge',
      '<request> freigeb*|zurück*|vertippt|<approve>|<withdraw>',
      '<we>|noch|muss|must <approve>|freigeben',
      'where|wo see|sehe|finde <applied>|<request>',
      '<applied>|form|formular <withdraw>',
      '<request> from|von|by <find>|card|karte|<wait>',
      '<applied> <heard>|<wait>|<longer>|<still>',
      '<mine> <request>',
      '<who> <approve>',
    ],
    hints: [
      '<approve>',
      '<approve> <already>|<still>|<wait>|<we>',
      '<longer> <applied> <thing>|<heard>',
      '<mine> <thing> <approve>',
      '<longer> <still>|<wait> <thing>|<request>',
      'update|updates|news|neuigkeiten|neues <thing>|<request>|<mine>',
      'when|wann <want> <mine> <thing>',
      'entschieden|decided',
      'say|said|sagt* yes|ja|ok <thing>|<mine>',
      'status',
      'sign|signoff|queue|unterschr*|abzeichn*|freigabe off|<approve>|<we>|<which>',
    ],
  },
  {
    intent: 'request',
    own: [
      'request|requesting|requested|beantrag*|anforder*|antrag|anfrage|apply|applying|order|bestell*',
      '<create> <new> <account>',
    ],
    spoken: ['how|wie long|lange|lang take|takes|dauert <thing>|<request>|yes|until|bis'],
    hints: [
      'bitte|please|pls <address>',
      'one more',
      'what|was must|muss|to do|tun <thing>|<account>',
      '<want> <thing>',
      '<want> <one>|<new> <thing>',
      '<want> <one>|<new> <account>',
      '<want> <account>|root|aws <email>',
      '<new>|<one> <thing>',
      '<new> <account>',
      '<address> for|für',
      'formular <want>|<new>|<one>',
      '<create> <new>|<one> <account>',
      '<which> <email> use|take|nehm*|verwend*|benutz*|<tell>|put|type <account>|root|<aws>',
    ],
  },
  {
    intent: 'find',
    own: [
      '<find>',
      '<who> <owner> <account-id>',
      '<which> <thing> <own> dem team',
      'there|es <already> <one> <thing>',
      '<which> team|abteilung|department <account-id>|<account>|<alias>',
    ],
    hints: [
      'info|infos|information|details <account> *-*',
      'hat|has|have *-* <one> <thing>',
      'search <thing>',
      // A name: `payments-eu`.
      '*-*',
      'look|looking for|up',
      '<who> <account>|<own>|has|hat',
      'where|wo is|ist <thing>|<account>',
      '<which> <thing> <own>|has|have|hat|haben|did <other>',
      '<asks> <already> <one> <thing>',
      '<which> <thing>|channel|kanal|team *-*|<account-id>',
      '<which> <thing> for|für *-*|<account>',
    ],
  },
  {
    intent: 'history',
    own: [
      'history|historie|verlauf|chronik',
      '<before> <alias>',
      'since|seit when|wann <alias>',
      'when|wann get|got|bekam|bekommen|give <alias>',
      'how|wie <alias> end|ended|kam|gekommen|landed',
      'trace|spur*|vorgang|vorgänge|nachverfolg*|lebenslauf|story|geschichte <alias>',
      'changes|*änderung|*änderungen',
      'did|has|hat|wurde|was|were <changed>|release|transfer|übergeben <alias>',
      'what|everything|alles|was <changed> <alias>',
      'did|has|hat somebody|someone|anybody|jemand|wer|who change* <owner>|<alias>',
      'who|wer looked|seen|saw|read|gelesen|gesehen|used|benutzt|geben|got|get|bekommen <alias>',
      'who|whom|wer|when|wann|why|warum|wieso|weshalb <changed>',
    ],
    hints: ['log|logs|trail|timeline|logbuch|audit|protokoll*', 'happened|passiert|geschehen|vorgefallen'],
  },
  { intent: 'unknown', spoken: ['<foreign>'] },
  {
    intent: 'aliases',
    own: ['overview|übersicht|list|liste <thing>'],
    hints: [
      'mine',
      'alias|aliases|aliase|aliasse|addresses|adressen',
      'list|liste|overview|übersicht',
      '<mine> <thing>|*accounts|*konten',
      '<mine> root|aws mails|emails|email|accounts|konten',
      '<show> <we> <thing>',
      '<own> <channel>|<we>|<mine>',
      '<which> <thing>|*accounts|*konten <own>|connected|linked|verknüpft|attached|have|haben|hab|habe|got <channel>|<we>|<mine>',
      '<which> <thing>|*accounts|*konten <we>|<mine>',
      '<which> have|hab|habe|haben <we>',
      '<asks>|habe|hab <we> got|<already> <one> <thing>',
      '<find> <thing> nicht|not|cannot|anymore <more>|again',
      'whats|what|was mine|unsere|meine|assigned|zugewiesen|registered|registriert',
      'hab|habe|haben|have überhaupt|any|some <thing>',
      'auf|under|in mein*|my|our|unser* name|namen',
      'many|viele <thing> <we> <asks>|<own>|hab|habe',
      'gave|given|gegeben|got|bekommen|erhalten <thing> <show>|<find>|again|nochmal|mehr',
    ],
  },
  {
    intent: 'mail',
    own: [
      '<find>|where|wo|looking <bill>|<code>|<alert>',
      '<find>|where|wo|looking <show>|<aws> <mail>',
      '<code> <come>|<missing>|<write>|<find>',
      '<reset> <mail>|link <come>|<missing>|<write>|<find>',
    ],
    hints: [
      '<alert>|<bill>|<kind>',
      'urgent|dringend*|wichtiges|wichtige|important',
      'acknowledge|quittieren|quittiere|reveal',
      'mail|mails|emails|inbox|posteingang',
      '<show> <mail>',
      '<mail> from|von <aws>',
      'billed|charged|berechnet|abgerechnet',
      'latest|neues|neuestes|neueste|news <aws>',
      '<aws> want|wanted|wants|wollte|will|contact*|kontaktiert|reached|angerufen what|was|yesterday|gestern|<we>',
      '<reset> <applied>|clicked|geklickt|triggered|ausgelöst|started <missing>|<we>',
      '<reset> link <missing>|<come>|here',
      'steht|was aus|offen|ausstehend <mail>|<aws>',
      '<aws> <write>|got|get|received|bekommen|erhalten|gehört',
      'post|postfach',
      'last|latest|new|neue|neuesten|letzte*|unread|any <alert>|<bill>|code',
      'kam|kamen|came|got|received|gekommen|bekommen <bill>|<alert>|<mail>|code',
      'something|anything|was|etwas|nothing|nichts <come>|passiert',
      'waits|waiting|wartet|pending|offen',
      '<still> open|offen|waiting|wartet',
      '<code>',
      'anything|something|was|etwas new|neu|neues|from|von <aws>',
      'unread|ungelesen*',
      'came|kam in|rein|today|heute|something|was',
    ],
  },
  {
    intent: 'help',
    own: [
      '<show>|<which> commands|befehle|kommandos',
      'options|optionen|möglichkeiten',
      // Whoever wants to be rid of something says which command, or reads of all.
      '<docs>',
      'where|wo|<find> <docs>',
      'rid|delete|remove|lösch*|entfern*|loswerden',
    ],
    hints: [
      'help|hilfe|hilf|helfen|helfe|start|menu|menü|command*|befehl*|kommando*',
      'what|was can|kannst|können <you>',
      '<meaning> <thing> good|gut|need|brauch*|for|dient',
      'what|was|whats is|ist this|that|das',
      'instructions|introduction|einführung',
      'why|warum|wozu|wofür <want> <one> <thing>',
      'wer|who|what|was behind|hinter|steckt <you>|<bot>',
      'how|wie talk|speak|rede|red|sprech* <you>|<bot>',
      'what|was offer|bietest|bringt|leistet',
      'what|whats|was rootdesk',
      'new|neu|neuer what|was|how|wie|ahnung|idea',
      'speak|talk|sprichst|sprechen|kannst|verstehst english|englisch|german|deutsch',
      '<meaning> <one>|actually|eigentlich|exactly|genau <thing>|root',
      'what|who|wer|was are|bist|sind <you>|<bot>',
      'how|wie work*|funktioniert|geht',
      'how|wie use|nutz*|benutz*|verwend*|bedien*',
      'what|was now|next|jetzt|nun',
      'not|nicht know|weiter|weiß|klar|verstehe',
      'explain|erklär*',
      'question|questions|frage|fragen|options|optionen|möglichkeiten|assist*|unterstützung|support',
      'new|neu here|hier',
      'what|was geht|goes here|hier|on',
      'wozu|wofür|weshalb <bot>|bist|gut',
      'are|bist you|du <bot>|human|mensch|robot|ai|ki|real',
      'who|wer made|built|gemacht|gebaut you|dich',
      'should|soll|sollte|must|muss <we> do|tun|machen',
      'what|was machst|tust|do <you>',
      'where|wo|how|wie begin|start|beginne|anfange|fange|starte|anfangen',
    ],
  },
  {
    intent: 'pool',
    own: [
      'pool*',
      'how|wie many|viele <free>|released|vergeben|taken|handed',
      'vorrat|stock|bestand|kontingent|supply <thing>',
      'capacity|kapazität|quarantine*|quarantäne|allotted',
      'how|wie long|lange <free> <thing>',
      '<enough> <free>|<thing>|<account>',
    ],
    hints: [
      '<free> <thing>|<still>|welche',
      'kommen hin <thing>',
      'hand|handing|vergeben out|noch <thing>',
      '<asks>|wieviel* <free> <thing>',
      'run*|ran|geh*|gehen|ausgeh*|knapp|low|short out|aus|<thing>',
    ],
  },
  {
    intent: 'settings',
    own: [
      '<settings>',
      'why|warum|wieso|weshalb <stop> <kind>|<topic> <post>|<show>',
      'notifications|benachrichtigungen',
      '<which> <channel>|<mail> <muted>',
    ],
    hints: [
      'fewer|less|weniger|keine|stop|aufhör* <topic>',
      'too|zu <toomany> <topic>|<channel>',
      '<noise>',
      '<topic> <off>|<on>',
      '<topic> egal|interess*|stört',
      '<which> <post>|ends|landet|land* <place>',
      'not|nicht so <toomany> <topic>',
      'pick|choose|select|auswähl*|wähl*|einstell*|decide which|what|welche|was <topic>|<post>|<channel>',
      '<period> <topic>',
      '<noise> <topic>|<channel>',
      '<which> <channel> get*|receive*|bekomm*|krieg*',
      '<which> turned|switched|abgeschaltet|ausgeschaltet off|aus|<channel>',
      'hide|verstecken|ausblend*|einblend* <topic>|<channel>',
      '<rarely> <period>',
      '<topic> <rarely> <period>|nicht|not',
    ],
  },
  {
    intent: 'thanks',
    hints: [
      'appreciate*|geklappt|trick|wars|brilliant|wonderful|wunderbar|sauber|awesome|klasse|top|spitze|perfetto|lovely|excellent|worked|funktioniert',
      'thanks|thank|thx|ty|danke*|dank|merci|cheers|ok|okay|perfect|perfekt|great|super|prima',
      'thanks|thank|danke|dank help|hilfe',
    ],
  },
  {
    intent: 'hello',
    hints: [
      'morning',
      'heyy*|hellooo*|hallih*|nabend|gm|greets|hoi|gude|n-abend',
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
      '<tell> <number>',
      'where|wo|wohin put|gehört|damit|stecke <number>|<account>',
      'how|wie <tell> <you> <account>',
      '<alias> <account-id>',
      '<account-id> <account> is|ist|lautet|are <number>',
    ],
  },
  {
    intent: 'transfer',
    own: ['transfer|transferring|übertrag*|übergeb*|übergib|übergibt', 'hand|handing over'],
    spoken: [
      'give|giving|pass|reassign|gib|gebe|geben|weitergeb* <alias> to|an',
      '<owner> <alias> <person>|new|neu*|ab|now',
      '<alias> <person> geht|goes|soll|should',
      '<owner> <other>|new|neue*|change|ändere|ändern|wechseln|become|werden',
      '<leaving> his|her|their|seine|ihre <thing>',
      '<other> <thing> gehören mir|uns|ihr|ihm',
      'changing jobs|companies|teams|roles <thing>|<mine>',
      '<we> <leaving> <thing>|<mine>',
      'move|moving|verschieb*|umzieh*|umzug <alias> channel|kanal|team',
      'give|gib|gebe|geben|weitergeb* <thing> to|an colleague|kolleg*',
      'take|takes|taking|übernehm*|übernimmt over|<thing>|<alias> <thing>|<other>|<alias>',
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
      'undo|rückgängig|revert release*|freigabe|rückgabe',
      'gib|geb|gebe|geben zurück <thing>',
      'dont|not|nicht need*|*brauch*|use|nutz* <more> <thing>|<alias>',
      '<closed> can|kann be|werden released|freigegeben|zurückgegeben|weg <alias>',
      'happens|passiert after|nach <thing>|<alias> release|freigabe|rückgabe',
      'dont|not|nicht need*|*brauch* <more> <thing> <alias>',
      'no|nicht <more> need*|*brauch*|benötig*|use <alias>|<thing>',
      'return|zurück|retour <thing>|<alias> can|kann|soll|want',
      '<account> <closed> <address>|<alias>',
    ],
  },
  {
    intent: 'unlink',
    own: ['unlink|unlinking|entknüpf*|entkoppel*', 'disconnect|trenn* channel|kanal*'],
    spoken: [
      'unlinked|entknüpft|entkoppelt',
      'unlinks|disconnects|trennt <channel>',
      'aufheb*|aufhebt|lös*|löst|beend* verknüpf*|verbindung* <channel>',
      'abmeld*|austrag*|detach*|abkoppel*|abhäng*|remove|entfern*|leave channel|kanal',
      'remove|entfern*|take channel|kanal triage|approvals|aus|from|off',
      'take|nimm|nehm* <bot> off|aus|out|raus',
      '<stop> <post> <aws> <mail>|stuff <place>',
      '<stop> <aws> <more> <place>',
      '<stop> <aws> <mail> <more> <place>',
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
      'how|wie set|setup|richt*|einricht* channel|kanal',
      'should|soll|sollen|want|möchten <mail> <place> <post>',
      'steps|schritte|need|brauch* <mail> <place> <post>',
      'how|wie <post> <mail> <place> into|our|unser*|den|hierher',
      '<mail>|<approve> <place> rein|into|künftig|future',
      '<approve> <place> land*|<post>',
      '<mail> channel|kanal|kanäle ander*|another|other|different',
      'make|mach* channel|kanal <mail>',
      'channel|kanal own|besitzen|choose|auswahl|form|formular',
    ],
  },
  {
    intent: 'unmute',
    spoken: ['<kind> <again>|<on>', '<kind> nicht|not <more> ausblend*|hide|muten|stumm*'],
    own: ['unmute|unmuting', 'stumm* aufheb*', 'hebe|heb stumm* auf', 'nicht mehr stumm*'],
  },
  {
    intent: 'mute',
    spoken: [
      'muted|stummgeschaltet',
      'mutes|mutet|silence|silences <kind>|<channel>',
      '<stop> <kind> <post>|<place>|<more>|<want>',
      '<stop> <kind> <mail> <place> <post>',
      '<kind> dont|not|nicht care|interess*|need*|brauch*',
    ],
    own: ['mute|muting|stummschalt*|stummgeschaltet|stumm', 'schalt* stumm'],
  },
  {
    intent: 'digest',
    own: ['digest|zusammenfass*', 'fass|fasse|fassen zusammen'],
    spoken: [],
  },
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
