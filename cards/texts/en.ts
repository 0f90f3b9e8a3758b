/**
 * Every word that people read in Teams, in English. The other languages have the same keys and placeholders.
 *
 * ICU syntax: `{name}`, `{n, plural, one {…} other {…}}`, `{at, date, medium}`. What people should type is between backticks,
 * what stands out between asterisks. Apostrophes are typographic: the straight one is syntax.
 */
export const en = {
  time: {
    moment: '{day}, {time}',
    day: '{at, date, long}',
  },

  names: {
    someone: 'someone',
    somebody: 'Somebody',
    owner: 'Owner',
    nobodyKnown: 'nobody known',
    withMail: '{name} ({mail})',
    account: 'an account',
    yourAccount: 'your account',
    approver: 'an approver',
    anApprover: 'An approver',
    approvers: 'the approvers',
    apiClient: 'the API client {name}',
    rootdesk: 'Rootdesk',
    yourChannel: 'your linked channel',
    noChannel: 'no channel yet',
    channelGone: 'a channel that is not linked any more',
    noAddress: 'address unknown',
    noAccountId: 'no account id',
    notKnownYet: 'not known yet',
    noSubject: '(no subject)',
    mailGone: '(no longer in the central mailbox)',
    mailUnreadable: '(could not be read)',
  },

  labels: {
    account: 'Account',
    accountId: 'Account id',
    accountIdInMail: 'Account id in the mail',
    accountIdSaved: 'Saved account id',
    accountNow: 'Account now',
    alias: 'Alias',
    allotted: 'Allotted',
    approvals: 'Approvals',
    asked: 'Asked',
    askedBy: 'Asked by',
    boundAlready: 'Bound already',
    comment: 'Comment on the decision',
    environment: 'Environment',
    freeAgain: 'Free again',
    holdsAlready: 'Asker’s aliases',
    freeAliases: 'Free aliases',
    from: 'From',
    lastOwner: 'Last owner',
    mailGoesTo: 'Mail goes to',
    more: 'And more',
    moreAliases: 'More aliases',
    newAccount: 'New account',
    newOwner: 'New owner',
    noneLeftOn: 'None left on',
    owner: 'Owner',
    ownerNow: 'Owner now',
    purpose: 'Purpose',
    received: 'Received',
    reference: 'Reference: ',
    released: 'Released',
    rootMailbox: 'Root mailbox',
    sentTo: 'Sent to',
    subject: 'Subject',
    through: 'Through',
    topic: 'Topic',
    verifiedDomain: 'Verified domain',
  },

  environments: {
    production: 'Production',
    staging: 'Staging',
    development: 'Development',
    sandbox: 'Sandbox',
  },

  aliasStates: {
    free: 'Free',
    allotted: 'In use',
    quarantined: 'Resting',
    retired: 'Retired',
    missing: 'Missing in Exchange',
    held: 'Held',
  },

  requestStates: {
    pending: 'Waiting',
    approved: 'Approved',
    denied: 'Denied',
    cancelled: 'Canceled',
    expired: 'Expired',
  },

  revealStates: {
    wanted: 'Waiting',
    agreed: 'Agreed',
    denied: 'Refused',
    shown: 'Shown',
    over: 'Over',
  },

  topics: {
    'account-admin': 'Account notice',
    'sign-in-verification': 'Sign-in code',
    'password-reset': 'Root password',
    'email-change': 'Email verification',
    'mfa-change': 'Multi-factor sign-in',
    'security-alert': 'Security alert',
    billing: 'Billing',
    'account-closure': 'Account closure',
    'service-health': 'Service health',
    'support-case': 'Support case',
    marketing: 'Marketing',
    'non-aws': 'Not from AWS',
    unrecognised: 'Message from AWS',
  },

  /** What a mail is about, by the name of its kind. */
  kinds: {
    'password-reset-link': 'Link to reset the root password',
    'password-reset-required': 'A password must be reset',
    'password-updated': 'The root password was changed',
    'root-email-change-code': 'Code or link to set a new root e-mail address',
    'root-email-changed': 'The root e-mail address was changed',
    'sign-up-code': 'Code to create an AWS account',
    'ses-verification': 'Amazon SES asks to verify an address',
    'sns-subscription': 'Amazon SNS asks to confirm a subscription',
    'acm-validation': 'AWS Certificate Manager asks to approve a certificate',
    'registrar-verification': 'The domain registrar asks to verify a contact',
    'organizations-verification': 'AWS Organizations asks to verify the address',
    'address-verification': 'Code or link to prove control of the address',
    'address-verified': 'An address or subscription was confirmed',
    'mfa-recovery': 'Link to sign in without the MFA device',
    'mfa-resync-link': 'Link to resynchronise the MFA device',
    'mfa-resynced': 'The MFA device was resynchronised',
    'mfa-removed': 'MFA was removed',
    'mfa-added': 'MFA was added',
    'closure-confirmation-link': 'Link that confirms closing or reopening the account',
    'account-reinstated': 'The account works again',
    'account-suspended': 'The account is suspended, or will be',
    'account-closed': 'The account is closed, or will be',
    'free-plan-ended': 'The free plan ends, and the account with it',
    'security-resolved': 'A security or abuse case is closed',
    'exposed-key': 'An access key is exposed',
    compromise: 'The account may be compromised',
    'abuse-report': 'Abuse is reported from the account',
    'access-withdrawn': 'AWS withdrew access, or will, because of abuse',
    'root-sign-in': 'Somebody signed in as root',
    'credential-advice': 'Access keys could be safer',
    'minor-finding': 'Security findings of low severity',
    guardduty: 'A security finding',
    'sign-in-code': 'Code to sign in',
    'identity-center-invitation': 'Invitation to IAM Identity Center',
    'organization-invitation': 'Invitation to an AWS organization',
    'organization-left': 'The account left its organization',
    'organization-joined': 'The account joined an organization',
    'contact-changed': 'Contacts or the name of the account were changed',
    'account-created': 'The account is ready',
    'request-validated': 'A request about the account was granted',
    'plan-changed': 'The plan of the account was changed',
    'certificate-renewed': 'A certificate was renewed',
    'health-resolved': 'An incident or planned maintenance is over',
    retirement: 'Something in the account will be switched off',
    deprecation: 'Something will change or be switched off one day',
    maintenance: 'Planned maintenance',
    'operational-issue': 'Something does not work at AWS',
    'health-action': 'AWS Health asks you to do something',
    alarm: 'An alarm or notification from your own resources',
    quota: 'A quota is nearly used up',
    'domain-expired': 'A domain expired, is suspended or will be lost',
    'domain-expiring': 'A domain expires unless somebody renews it',
    'domain-changed': 'A domain was locked, unlocked or moved',
    'payment-failed': 'A payment failed or is overdue',
    'budget-alert': 'A budget is nearly used up or exceeded',
    'cost-anomaly': 'Costs are not as usual',
    'credit-added': 'Credits were added',
    'free-tier': 'The free tier or credits are nearly used up',
    'reservation-ends': 'A reservation or savings plan ends',
    invoice: 'Invoice, statement or cost report',
    marketplace: 'About an AWS Marketplace purchase',
    'case-survey': 'A survey about a support case',
    'case-resolved': 'A support case is resolved',
    'case-waiting': 'A support case waits for an answer',
    case: 'About a support case',
    marketing: 'News, an event or training',
    unrecognised: 'A message of AWS',
    'non-aws': 'AWS did not write this mail',
  },

  severities: {
    urgent: '● Urgent',
    action: 'Needs action',
    notice: 'Good to know',
    info: 'Nothing to do',
  },

  repeat: {
    message: 'May be a repeat: an earlier attempt to post this may have worked.',
    mail: 'May be a repeat: an earlier attempt to post this mail may have worked.',
    revealed: 'May be a repeat: there may be an earlier card without text above.',
    digest: 'May be a repeat.',
  },

  problem: {
    fallback: 'Something did not work. Open this message in Teams to see what to do.',
    summary: 'Rootdesk could not do that.',
    refused: 'This was not done',
    failed: 'Something went wrong',
  },

  note: {
    fallback: 'A message from Rootdesk.',
  },

  help: {
    fallback: 'What Rootdesk can do. Write help to see it again.',
    summary: 'What Rootdesk can do.',
    titles: {
      help: 'What Rootdesk can do',
      all: 'All commands',
      hello: 'Hello, this is Rootdesk',
      added: 'Hello, this is Rootdesk',
      unknown: 'I did not understand that',
    },
    addedBy: '{who} added Rootdesk to this team.',
    waiting:
      '{count, plural, one {One request waits for your decision.} other {# requests wait for your decision.}}',
    introPersonal:
      'Rootdesk gives you an alias: the email address that an AWS account needs for its root user. The mail that AWS sends to it comes into your team’s channel.',
    introChannel:
      'Rootdesk posts the mail that AWS sends to your root addresses in this channel, once it is linked.',
    next: {
      personal:
        'Next: press “Request an alias”, or write what you need, for instance `I need an alias for payments`. Approvers decide on it; the answer arrives here.',
      channel:
        'Next: link the channel that should get the mail. For this one, press the button; in another one, mention Rootdesk and write `link`.',
      linked:
        'This channel is linked. Mention Rootdesk and write what you need, for instance `mail`. To ask for an alias, write `request` to Rootdesk in your own chat with it.',
    },
    unknownPersonal: 'Nothing was changed. Say in a few words what you need, or press one of the buttons.',
    unknownChannel:
      'Nothing was changed. Mention Rootdesk and say in a few words what you need, or press one of the buttons.',
    either: 'Which do you mean?',
    eitherLead: 'Nothing was changed. Press what you need, or say it in other words.',
    explained: 'Write `help` and the name of a command to read more of it, for instance `help bind`.',
    request: 'Request an alias',
    aliases: 'My aliases',
    aliasesHere: 'Aliases of this channel',
    mail: 'Latest mail',
    all: 'All commands',
    about: 'The command “{command}”',
    example: 'For instance: `{example}`',
    places: {
      personal: 'Write it in your own chat with Rootdesk.',
      channel: 'Mention Rootdesk in the channel that it is for, and write it there.',
      both: 'Write it in your own chat with Rootdesk, or mention Rootdesk in a channel.',
    },
    welcome: 'You are welcome',
    welcomeLead: 'Write `help` whenever you need something.',
  },

  alias: {
    summary: '{title}: {account}',
    history: 'History',
    bind: 'Account id',
    transfer: 'Give to somebody',
    fallback: 'An AWS root alias. Open this message in Teams to see it.',
    awsWrote: 'AWS wrote to an alias that nobody has',
    awsWroteLead:
      'So an AWS account uses this address. The alias is retired: nobody gets it, because they would get the codes of that account.',
    awsWroteNext:
      'Find out whose account it is: the mail is in the central mailbox. `rootdesk adopt` compares the register with the accounts of your organization.',
  },

  /** Forms for what a command lacks. */
  ask: {
    fallback: 'Rootdesk asks for something. Open this message in Teams on a computer or phone to answer.',
    missing: 'Write something here.',
    find: {
      title: 'What are you looking for?',
      lead: 'You find your own aliases and those of your teams; approvers find all.',
      label: 'Beginning of an address, account id or name, owner, team or channel',
      example: 'payments',
      button: 'Find',
    },
    bind: {
      title: 'Which AWS account uses this alias?',
      lead: 'The mail of the alias names the account from then on.',
      label: 'AWS account id (12 digits)',
      example: '123456789012',
      button: 'Save account id',
    },
    transfer: {
      title: 'To whom?',
      lead: 'Before anything changes, you are asked whether it is the right person. To have the mail of the alias posted in another channel, mention Rootdesk there and write `transfer`, the address and `here`.',
      label: 'Mail address of the new owner',
      example: 'grace@company.com',
      button: 'Next',
    },
  },

  aliasList: {
    which: 'Which alias?',
    whichLead: 'Choose one of these, or write `{usage}`.',
    fallback: 'AWS root aliases. Open this message in Teams to see them.',
    summary: 'AWS root aliases.',
    forNext: 'for whoever asks next',
    show: ' · Show',
    choose: ' · Choose',
    yours: 'Your aliases',
    yoursNone: 'You have none yet. Write `request` to ask for one.',
    yoursMore: 'Write `find` and the beginning of an address, account name or account id to see fewer.',
    channels: 'Aliases of this channel',
    channelsNone: 'This channel owns none. To get one, write `request` to me in our own chat.',
    channelsMore: 'Write `find` and the beginning of an account name to me in our own chat to see fewer.',
    found: 'Aliases found',
    one: 'AWS root alias',
    foundOne: 'One alias found',
    foundNone: 'No alias found',
    foundNoneLead:
      'Write the beginning of an address, account id, account name, owner’s address, team or channel. You find your own aliases and those of your teams; approvers find all.',
    foundMore: 'Write more of what you are looking for to see fewer.',
  },

  /** What lists have in common. */
  list: {
    next: 'Next',
    previous: 'Previous',
    number: '{count, number}',
    count: '{all, number} in all.',
    part: '{first, number} to {last, number} of {all, number}.',
    show: 'Show',
  },

  history: {
    fallback: 'The history of an AWS root alias. Open this message in Teams to see it.',
    summary: 'The history of an AWS root alias.',
    title: 'History of an AWS root alias',
    alias: 'Show the alias',
    nothing: 'Nothing has been done with it since Rootdesk began to keep the register.',
    entry: '*{what}* · {who}',
    reason: '“{reason}”',
  },

  /** What the history says was done. */
  actions: {
    add: 'Added to the pool',
    allot: 'Allotted',
    bind: 'Account bound',
    transfer: 'Transferred',
    take: 'Taken over',
    move: 'Moved to another channel',
    release: 'Released',
    free: 'Free again',
    missing: 'Missing',
    'found-again': 'Found again',
    hold: 'Held',
    'aws-wrote': 'AWS wrote to it: an account uses it',
    'owner-unreached': 'New owner could not be told',
    submit: 'Requested',
    approve: 'Request approved',
    deny: 'Request denied',
    cancel: 'Request canceled',
    expire: 'Request expired',
    remind: 'Approvers reminded',
    'pool-empty': 'Pool was empty',
    'pool-low': 'Pool low',
    'pool-recovered': 'Pool recovered',
    'reach-lost': 'Mail does not get through',
    'reach-regained': 'Mail gets through again',
    link: 'Channel linked',
    unlink: 'Channel unlinked',
    rename: 'Renamed',
    restore: 'Restored',
    purge: 'Deleted as too old',
    adopt: 'Taken over from the old table',
    'reveal-wanted': 'Mail asked for',
    'reveal-agreed': 'Showing the mail allowed',
    'reveal-denied': 'Showing the mail refused',
    'reveal-shown': 'Mail shown',
    'reveal-over': 'Showing the mail ended',
    acknowledge: 'Mail acknowledged',
    'confirm-account': 'Account id confirmed',
    quiet: 'Quiet topics changed',
    reconcile: 'Reconciled',
    digest: 'Digest prepared',
    'await-acknowledgment': 'Acknowledgment awaited',
    raise: 'Escalated',
    'fall-back': 'Mail went to triage and the owner',
    'dead-letter': 'Delivery given up',
    replay: 'Delivered again',
    assign: 'Assigned',
    'not-for-us': 'Marked as not for us',
  },

  /** What a line of the history says beside what was done. States, topics and columns are as they are stored. */
  audit: {
    allottedTo: 'allotted to {to}',
    allottedToAccount: 'allotted to {to}, account {account}',
    owned: 'owned by {by}',
    ownedMailTo: 'owned by {by}, mail to {channel}',
    noAccount: 'no account',
    account: 'account {account}',
    accountNamed: 'account {account} ({name})',
    onMailboxes: 'on {mailboxes}',
    inExchange: 'in Exchange Online again',
    notInExchange: 'not in Exchange Online',
    lastMailThroughIt: 'by the last mail that came through each root mailbox',
    noAddress: 'none',
    probesAnswered: 'a probe mail came back',
    probesUnanswered: 'probe mails did not come back',
    listedByAws: 'listed by AWS Organizations',
    firstAwsMail: 'the first mail that AWS certainly sent came at {at}',
    untold: '{mail} cannot be told in Teams',
    freeAliases: '{count, number} free',
    lowWater: 'the low-water mark is {mark, number}',
    approvals: '{count, plural, one {# approval} other {# approvals}}',
    poolWasEmpty: 'approved, but no free alias was left',
    undecidedInTime: 'nobody decided it in time',
    noApproverNeeded: '{environment} accounts need no approver',
    lost: {
      'bot-removed': 'Rootdesk was removed from the team',
      'team-archived': 'the team was archived',
      'team-deleted': 'the team was deleted',
      'channel-deleted': 'the channel was deleted',
    },
    back: {
      'bot-removed': 'Rootdesk was added to the team again',
      'team-archived': 'the team is no longer archived',
      'team-deleted': 'the team was restored',
      'channel-deleted': 'the channel was restored',
    },
    nothingQuiet: 'nothing quiet',
    mail: '{category} mail of {at}',
    notShown: 'not shown',
    toBeShown: 'to be shown',
    waitsForApprover: 'waits for an approver',
    waitsForApproverSecret: 'waits for an approver: it holds a code or link',
    wanted: 'wanted by {by}',
    shown: 'shown to {to} ({person})',
    shownTo: 'shown to {to}',
    revealOver: 'over: {because}',
    unacknowledged: 'unacknowledged',
    acknowledged: 'acknowledged by {by}',
    triageTold: 'triage is told',
    nobodyTold: 'no owner can be told',
    ownerTold: 'the owner is told ({person})',
    theOwnerTold: 'the owner is told',
    inTriage: 'in triage',
    assigned: 'assigned to {alias}',
    notForUs: 'not for us',
    confirmed: 'confirmed by {by}',
    digest: '{way} digest for {at}',
    reconciled:
      '{seen, plural, one {# message} other {# messages}} since {since}, {missing, number} missing in the ledger',
    purged: '{rows, plural, one {# row} other {# rows}} of mail and requests from before {before}',
    purgedWithHistory:
      '{rows, plural, one {# row} other {# rows}} of mail and requests from before {before}, and of history from before {historyBefore}',
    restored:
      '{rows, plural, one {# row} other {# rows}} of the backup of {at}, {held, plural, one {# alias} other {# aliases}} held',
    nothingSinceBackup: 'said: nobody was given an alias after the backup',
  },

  requestForm: {
    fallback:
      'Ask for an AWS root alias. Open this message in Teams on a computer or phone to fill in the form.',
    summary: 'Request an AWS root alias.',
    title: 'Request an AWS root alias',
    lead: 'One address for one AWS account. An approver decides on your request, and the answer arrives here.',
    faults: 'Please check the fields marked below.',
    accountName: 'Account name',
    accountNameExample: 'payments-production',
    purpose: 'Purpose',
    purposeExample: 'What the account is for, in a sentence',
    purposeMissing: 'Say in a sentence what the account is for.',
    environment: 'Environment',
    environmentMissing: 'Choose an environment.',
    channel: 'Channel that gets the mail',
    channelMissing: 'Choose a channel.',
    moreChannels: '{shown, number} of your {all, number} channels are listed.',
    channelSearch: 'Choose or type',
    channelName: 'Name of a channel that is not listed',
    channelNameExample: 'payments aws-root',
    accountId: 'AWS account id (only if the account exists already)',
    accountIdExample: '123456789012',
    chooseOne: 'Choose one',
    send: 'Send request',
  },

  noChannel: {
    fallback: 'Rootdesk is not linked to a channel of yours yet. Mention it in a channel and write link.',
    summary: 'Link a channel first.',
    title: 'Link a channel first',
    lead: 'AWS mail to your alias is posted in a channel of your team. No channel of your teams is linked yet, so there is nowhere to post it.',
    stepOne: '1. Add Rootdesk to your team in Teams, if it is not there yet.',
    stepTwo: '2. Open the channel that should get the mail.',
    stepThree: '3. Mention Rootdesk there and write `link`.',
    done: 'I linked a channel',
  },

  request: {
    title: 'Request for an AWS root alias',
    fallback:
      'A request for an AWS root alias. Open it in Teams on a computer or phone to see and decide it.',
    commentField: 'Comment for the asker (needed to deny)',
    commentExample: 'Optional when you approve',
    approve: 'Approve',
    deny: 'Deny',
    apiClient: 'API client {name}',
    freeNow: '{free, number}',
    holds: '{count, plural, =0 {none} other {#}}',
    holdsNamed: '{count, number}: {names}',
    boundElsewhere: 'Another alias holds this account id.',
    approvalsOf: '{given, number} of {needed, number}',
    approvalsOfBy: '{given, number} of {needed, number}: {names}',
    approvalsBy: '{given, number}: {names}',
    summaries: {
      pending: '{who} asks for an AWS root alias for {account}.',
      approved: 'Approved: the request of {who} for {account}.',
      denied: 'Denied: the request of {who} for {account}.',
      cancelled: 'Canceled: the request of {who} for {account}.',
      expired: 'Expired: the request of {who} for {account}.',
    },
    outcomes: {
      approved: '*Approved by* {who}',
      denied: '*Denied by* {who}',
      cancelled: '*Canceled by* {who}',
      expired: '*Expired: nobody decided in time*',
    },
    rules: {
      production: 'the rule for production accounts',
      staging: 'the rule for staging accounts',
      development: 'the rule for development accounts',
      sandbox: 'the rule for sandbox accounts',
    },
  },

  requestWaits: {
    fallback: 'A request for an AWS root alias waits for a decision.',
    summary: '{who} still waits for a decision on {account}.',
    title: 'This request still waits for a decision',
    lead: '*{asker}* asked for an alias for *{account}* on {since}.',
    next: 'Approve or deny it on the card at the top of this thread.',
  },

  requestList: {
    fallback: 'Requests for AWS root aliases. Open this message in Teams to see them.',
    title: 'Requests',
    toDecide: 'Waiting for your decision',
    own: 'Your requests',
    none: 'You have not asked for an alias yet, and nothing waits for your decision.',
    waiting: '{waiting, plural, one {One waits for your decision.} other {# wait for your decision.}}',
  },

  /** Who can decide what a card asks for. */
  deciders: {
    rings: '{people}, one of you has to decide.',
    group: 'Everybody in the approvers’ group can decide this, but nobody decides their own.',
  },

  receipt: {
    fallback: 'Your request for an AWS root alias.',
    summary: '{state}: your request for {account}.',
    title: 'Your request for an AWS root alias',
    cancel: 'Cancel request',
    leads: {
      pending: 'Your request is with the approvers. You get a message here as soon as one of them decides.',
      approved: 'The next steps are in a separate message in this chat.',
      denied: 'The reason is in a separate message in this chat.',
      cancelled: 'You canceled this request. Nothing else happens.',
      expired: 'Nobody decided in time. You can ask again with `request`.',
    },
  },

  ended: {
    fallback: 'Your request for an AWS root alias has ended.',
    again: 'Request again',
    approved: {
      title: 'Your request was approved',
      lead: 'Your request for *{account}* was approved by *{who}*.',
      remedy: 'The address could not be shown. Ask an approver for it.',
    },
    denied: {
      title: 'Your request was denied',
      lead: 'Your request for *{account}* was denied by *{who}*.',
      remedy: 'You got no alias. If the comment tells you what to change, request again with it.',
    },
    cancelled: {
      title: 'Your request was canceled',
      lead: 'Your request for *{account}* was canceled by *{who}*.',
      remedy: 'You got no alias, and nothing else happens.',
    },
    expired: {
      title: 'Your request expired',
      lead: 'Your request for *{account}* was not decided in time by *{who}*.',
      remedy: 'You got no alias. Request again if you still need one.',
    },
  },

  ready: {
    fallback: 'Your AWS root alias is ready. Open this message in Teams to copy it.',
    summary: 'Your AWS root alias for {account} is ready.',
    title: 'Your alias is ready',
    lead: 'Your request for *{account}* was approved by *{who}*. This is its root user email address:',
    nextSteps: 'Next steps',
    create: 'In AWS, create the account with this address as its root user email.',
    change: 'In AWS, make this address the root user email of account {account}.',
    mail: 'Mail that AWS sends to it appears in *{channel}*.',
    save: 'When the account exists, save its 12-digit id below, so that everybody knows which account the mail is about.',
    bind: 'When the account exists, write `bind`, the address and the account id.',
    bound:
      'AWS account {account} is bound to this alias. Is that wrong? Write `bind`, the address and the right id.',
    once: 'Use the address for this account only: AWS takes it once, and never again, not even after the account is closed.',
    accountId: 'AWS account id',
    saveButton: 'Save account id',
  },

  channel: {
    toldFallback: 'This channel owns a new AWS root alias.',
    toldSummary: 'This channel owns a new AWS root alias for {account}.',
    toldTitle: 'This channel owns a new AWS root alias',
    toldLead: 'Mail that AWS sends to this address is posted in this channel from now on.',
    linkedFallback: 'What this channel is linked to Rootdesk for.',
    titles: {
      linked: 'This channel is linked',
      again: 'This channel is linked again',
      unlinked: 'This channel is unlinked',
      unchanged: 'Nothing was changed',
    },
    ownerFallback: 'Where the mail of your AWS root aliases goes.',
    ownerLost: 'Mail of your AWS root aliases has no channel',
    ownerLostLead: 'Until it is linked again, their mail goes to the triage channel, and to you here.',
    unknownOwnersLead:
      'The owner of these aliases could not be told: the directory knows nobody by {owner}. Until it is linked again, their mail goes to the triage channel.',
    unreachedOwnersLead:
      'The owner of these aliases could not be told: Rootdesk has no chat with {owner}. Until it is linked again, their mail goes to the triage channel.',
    unreachedOwnersNext:
      'Send them this message and ask them to add Rootdesk in Teams and write `help` to it: then they hear of it as well.',
    unknownOwnersNext:
      'Give them to somebody: in a chat with Rootdesk write `transfer`, the address and that of the new owner.',
    unknownOwners: 'Mail of AWS root aliases has no channel',
    ownerLostNext:
      'To have it posted in another channel, mention Rootdesk there and write `transfer`, the address and `here`.',
    unlinkedBy: '{by} unlinked {channel}.',
    lostBecause: '{channel} cannot be reached: {because}.',
    ownerLinked: 'Mail of your AWS root aliases has its channel again',
    ownerLinkedLead: 'Mail of these aliases is posted in {channel} again; what came meanwhile follows.',
    ownerLinkedNext: 'There is nothing to do for you.',
    linkedOwner: 'To get an alias, write `request` to Rootdesk in your own chat with it.',
    linkedOther: 'This channel can own aliases once it is linked for that.',
    unlinkedOwner:
      'Until it is linked again, mail of its aliases goes to the triage channel and to their owners, and no new alias can be asked for here.',
    link: 'Link this channel',
    roles: {
      owner: 'It can own aliases: the AWS mail of their accounts is posted here.',
      approvals: 'Requests for aliases are posted here, for approvers to decide.',
      triage: 'AWS mail that belongs to no team is posted here.',
    },
  },

  pool: {
    fallback: 'The pool of AWS root aliases. Open this message in Teams to see it.',
    title: 'The pool of aliases',
    summary: '{free, plural, =0 {No alias is free.} one {# alias is free.} other {# aliases are free.}}',
    all: 'All',
    pace: 'Allotted',
    paceNow: '{count, number} a week, over the last four weeks',
    lasts: 'Lasts',
    lastsFor:
      '{weeks, plural, =0 {Less than a week, until {day}} one {About one week, until {day}} other {About # weeks, until {day}}}',
    lastsLong: 'More than ten years',
    lastsForEver: 'Nobody was given one in the last four weeks.',
    notYours: 'Only approvers see how many aliases are left',
    notYoursLead:
      'You can ask for one at any time. Where none is free when it is approved, your request waits, and you hear of it.',
    emptyFallback: 'No free AWS root alias is left. A request waits until an administrator adds more.',
    emptySummary: 'No free AWS root alias is left.',
    emptyTitle: 'No free alias is left',
    emptyLead:
      'An approver said yes to the request below, but every alias of the pool is in use. The request is still pending.',
    emptyNext: 'Ask an administrator to add aliases to the pool. Then approve the request again.',
    lowFallback: 'Few free AWS root aliases are left. An administrator should add more.',
    lowSummary:
      '{free, plural, =0 {No free AWS root alias is} one {# free AWS root alias is} other {# free AWS root aliases are}} left.',
    lowTitle: 'The pool of AWS root aliases runs low',
    lowLead: 'When no alias is free, approved requests have to wait.',
    lowNext:
      'Ask an administrator to add aliases to the pool: `rootdesk plan`, then `rootdesk import --new`.',
    emptyOn: '{day}, if requests keep coming as they did',
  },

  questions: {
    fallback: 'Confirm a change of an AWS root alias. Open this message in Teams to answer.',
    consequences: 'What happens then',
    reason: 'Reason, for the history (optional)',
    changeNothing: 'Change nothing',
    transfer: {
      title: 'Give this alias to somebody else?',
      confirm: 'Give it to them',
      reasonExample: 'The team takes over the account',
      codes:
        'From then on only the new owner can have mail shown whose text is not in the channel: codes and links that open the AWS account.',
      before: 'Such mail that came before can no longer be shown to either of them.',
      told: 'Mail is still posted in the same channel. Both owners and the channel are told.',
    },
    rebind: {
      title: 'Bind another account to this alias?',
      confirm: 'Bind the new id',
      accountName: 'Name of the AWS account (optional)',
      accountNameExample: 'payments-prod',
      mail: 'Mail of this alias names the new account from then on. Its owner and its channel are told.',
      once: 'Do it to correct a wrong id. For another account, ask for an alias of its own: AWS takes an address once.',
    },
    unlink: {
      fallback: 'Unlink this channel? Open this message in Teams to answer.',
      title: 'Unlink this channel?',
      confirm: 'Unlink it',
      owner:
        '{aliases, plural, =0 {This channel has no alias. New ones cannot be asked for here any more.} one {It has # alias. Mail that comes to it then goes to the triage channel and to its owner.} other {It has # aliases. Mail that comes to them then goes to the triage channel and to their owners.}}',
      kept: 'Aliases stay with their owners and with this channel: a link brings everything back. The owners are told.',
      approvals: 'Requests wait until another channel is linked for them.',
      triage: 'Mail that belongs to no team goes to the channel of the approvers.',
    },
    release: {
      fallback: 'Release an AWS root alias? Open this message in Teams to answer.',
      summary: 'Release this AWS root alias?',
      title: 'Release this alias?',
      reasonExample: 'The account was closed',
      confirm: 'Release it',
      keep: 'Keep it',
      rests:
        'No AWS account is known for it, and AWS never wrote to it, so it rests for {days, plural, one {# day} other {# days}} and is then free for others.',
      notIfUsed:
        'Do not release it if an AWS account uses it: the next owner would get the mail that opens the account.',
      retired: {
        bound: 'AWS account {account} uses it, or did, so it is retired: nobody ever gets it again.',
        boundOnce: 'An AWS account uses it, or did, so it is retired: nobody ever gets it again.',
        awsWrote:
          'AWS has written to this address, which means that an account uses it, so it is retired: nobody ever gets it again.',
      },
      changeFirst: 'If the account is still open, give it another root user email in AWS first.',
      mailToTriage: 'Mail that still comes to it goes to the triage channel.',
      mailTo: 'Mail that still comes to it goes on to {channel}.',
    },
  },

  changed: {
    ifWrong: 'If that is not right, tell an approver or your security team now.',
    notYours: 'An AWS root alias is no longer yours',
    notYoursLead:
      '{by} gave it to another owner: `{alias}`. You cannot have its mail shown any more. If that is not right, tell an approver or your security team now.',
    mailMoved: 'The mail of your AWS root alias goes to another channel',
    mailMovedLead: '{by} moved it. The alias stays yours.',
    yours: 'An AWS root alias is yours now',
    yoursLead:
      '{by} gave it to you. Whoever reads the mail that AWS sends to it can open the AWS account: from now on you look after it.',
    yoursNext:
      'To have its mail posted in another channel, mention Rootdesk there and write `transfer`, the address and `here`.',
    channelLost: 'An AWS root alias no longer belongs to this channel',
    channelLostLead:
      '{by} moved the mail of `{alias}` to another channel. Mail that comes from now on is not posted here. If that is not right, tell an approver or your security team now.',
    channelGot: 'This channel owns an AWS root alias now',
    channelGotLead: '{by} has its mail posted here.',
    channelNewOwner: 'An AWS root alias of this channel has a new owner',
    channelNewOwnerLead: '{by} gave it to them. Its mail is still posted here.',
    released: 'Your AWS root alias was released',
    channelReleased: 'An AWS root alias of this channel was released',
    releasedLead: '{by} released it.',
    account: 'Another AWS account is bound to an alias',
    accountLead:
      '{by} bound account {account} to `{alias}`, instead of {before}. If that is not right, tell an approver or your security team now.',
    unknownOwner: 'Nobody knows who the owner of an alias is',
    unknownOwnerLead:
      'Something changed about `{alias}`, and its owner could not be told: the directory knows nobody by {owner}. Give the alias to somebody with `transfer`, its address and theirs.',
    unreached: 'The new owner does not know yet',
    unreachedLead:
      'The alias `{alias}` is theirs, but Rootdesk has no chat with them in which it could say so. Send them this message and ask them to add Rootdesk in Teams and write `help` to it: then they hear of it, and can have its mail shown.',
  },

  /** What is said of a mail in the place of its text. */
  summaries: {
    is: '{kind}.',
    unclear: '{kind}; what it is about is not clear.',
    withheld: 'It is withheld, because whoever has its code or link needs no other login.',
    unverified: 'It could not be verified that AWS wrote it.',
    byAccount: 'No address in it is an alias; it came here by the account that it names.',
  },

  mail: {
    fallback: 'Mail from an AWS root alias. Open it in Teams on a computer or phone to read it.',
    summary: '{severity}: {topic}, {account}.',
    rings: '{people}, please look after this mail, and press Acknowledge to say that you do.',
    forgedBadge: '● Warning',
    late: 'Delivered late: it was not posted here when it came.',
    whyHere: 'Why it is here',
    verified: 'Verified: sent by AWS',
    whose: 'Whose is it? Address of the alias',
    whoseExample: 'aws_…',
    assign: 'Assign to alias',
    notForUs: 'Not for us',
    replay: 'Replay',
    acknowledge: 'Acknowledge',
    openInOutlook: 'Open in Outlook',
    accountIsRight: 'Confirm account id {account}',
    addressesAndMore: '{addresses} and {more, number} more',
    withheld: {
      title: 'Text withheld',
      text: 'This mail holds a code or link that opens the account, so its text is not shown in the channel. If nobody in your team asked for it, tell your security team now.',
      button: 'Show it to the owner',
    },
    announced: {
      title: 'Text not shown here',
      text: 'Nothing secret was found in this mail, but it could not be recognised for certain, so its text is not shown in the channel. Somebody should read it.',
      button: 'Show the text',
    },
    ownerReads:
      'The owner of the alias can have it shown in their own chat. Where that can open the account, an approver has to agree first. The channel is told.',
    readElsewhere: 'People with access to the central mailbox can read it there.',
    suspicious: {
      title: 'It may not be from AWS',
      text: 'It looks like AWS, but the sender could not be verified. Do not follow its links and do not enter codes; sign in to AWS on your own instead.',
    },
    forged: {
      title: 'AWS did not send this mail',
      text: 'Do not reply, and do not follow its links. If it claims to be AWS, report it to your security team.',
    },
  },

  /** Why a mail is in triage; docs/operations.md has a heading for each, which says what to do. */
  triage: {
    unreadable: 'The mail could not be read.',
    'not-handed-over':
      'The mail could not be read: Microsoft 365 did not hand it over. Somebody should look at it in the central mailbox.',
    'not-from-aws': 'AWS did not write this mail.',
    unowned: '{more, plural, =0 {Nobody has {addresses}.} other {Nobody has {addresses} and # more.}}',
    'no-alias': 'No alias was found among the addresses that the mail was sent to.',
    vanished:
      'A message{from, select, aws { from {domain}} unknown {}} {known, select, received {came} noticed {was noticed}} on {at} and was gone before Rootdesk could read it: a person, an inbox rule or a retention policy deleted it. Nobody was told what it said. Look for it in the recoverable items of the central mailbox. Its id: {message}',
    'before-owner':
      'It was received before the alias came to whoever has it now, so it is not theirs to know of.',
    'alias-gone': 'The alias that it was sent to is no longer in the register.',
    'no-channel': 'The alias has no linked channel.',
    'channel-unreachable': 'The owning channel cannot be reached.',
    'given-up': 'It could not be delivered after many attempts, and was given up.',
    unacknowledged: 'Nobody acknowledged this urgent mail.',
    unacknowledgedFor:
      'Nobody acknowledged this urgent mail for {minutes, plural, one {# minute} other {# minutes}}.',
  },

  steps: {
    /** Buttons for what comes next. */
    next: {
      help: 'What can I do?',
      requests: 'Requests',
      pool: 'The pool',
      chat: 'Open the chat',
      channel: 'Open {name}',
      install: 'Add Rootdesk',
    },
    earlier:
      '{earlier, plural, one {One earlier step is} other {# earlier steps are}} not listed here: in a chat with Rootdesk, `history` and the address of the alias lists them.',
    acknowledged: '*{who}* acknowledged it',
    accountConfirmed: '*{who}* confirmed the account id',
    notForUs: '*{who}* said that it is not for us',
    assigned: '*{who}* assigned it to {alias}',
    dead: '*Given up*',
    wanted: '*{who}* asked to read it',
    unanswered: '*An approver* has to agree',
    agreed: '*{who}* agreed',
    refused: '*{who}* refused',
    shown: '*{who}* was shown it in their own chat',
    ended: {
      time: '*No longer shown*',
      unanswered: '*Not shown: nobody answered in time*',
      'not-shown': '*Not shown: the chat with Rootdesk could not be reached in time*',
      'owner-changed': '*Ended: the alias has another owner by now*',
      'mail-gone': '*Not shown: the mail is no longer in the central mailbox*',
      never: '*Not shown: it holds a code or link that is never shown in Teams*',
    },
  },

  mailList: {
    fallback: 'AWS root mail. Open this message in Teams to see it.',
    summaries: {
      person: 'Mail of your AWS root aliases.',
      channel: 'Mail of this channel’s AWS root aliases.',
      digest: 'Digest of AWS mail.',
    },
    titles: {
      person: 'Mail of your aliases',
      channel: 'Mail of this channel’s aliases',
      digest: 'Digest of AWS mail',
    },
    waiting: 'Waits for somebody',
    lately: 'Came lately',
    none: 'No mail has come yet.',
    waitingCount:
      '{waiting, plural, =0 {Nothing waits for anybody.} one {One waits for somebody.} other {# wait for somebody.}}',
    open: ' · Open',
    all: 'All mail',
    more: '{more, plural, one {One more is} other {# more are}} not listed here.',
    goesTo: 'in {channel}',
    onItsWay: 'on its way',
    givenUp: 'given up, see triage',
    acknowledgedBy: 'acknowledged by {who}',
    inTriage: 'posted in triage, the channel was not there',
    muted: 'muted',
    withheld: 'text withheld',
    announced: 'text for its owner',
    gap: 'Mail had been missed',
    gapLead:
      'Of {seen, plural, one {# mail} other {# mails}} of the central mailbox that were compared with the ledger, {missing, number} had not been picked up. They are delivered now. If this happens again, an administrator should look at the log and at the access to the mailbox.',
  },

  /** Mail does not get through. */
  reach: {
    fallback:
      'AWS mail may not be getting through to Rootdesk. An administrator should look at the root mailboxes.',
    behind: {
      title: 'No mail comes through a root mailbox',
      lead: 'Mail came through the others, and this one has never been silent for so long. Mail to its aliases may be lying in it.',
      next: 'Have its forwarding to the central mailbox looked at in Exchange Online. It keeps a copy of every mail.',
    },
    silent: {
      title: 'A root mailbox does not forward',
      lead: 'Rootdesk sent probe mails to several of its aliases, and none of them came back. AWS mail to its aliases does not arrive either.',
      next: 'Have its forwarding to the central mailbox looked at in Exchange Online. It keeps a copy of every mail.',
    },
    'all-silent': {
      title: 'No probe mail comes back',
      lead: 'Rootdesk sent probe mails through several root mailboxes, and none of them came back. Either no mail arrives in the central mailbox, or something stops only the probes.',
      next: 'Send a mail from outside to an alias. If that does not come either, look at the central mailbox first: is it full?',
    },
    missing: {
      title: 'An alias does not receive mail',
      lead: 'Two probe mails to it did not come back, while its root mailbox brought others. Its owner gets no AWS mail.',
      next: 'Compare the pool with Exchange Online: `rootdesk verify`. If the address is gone, add it to its root mailbox again.',
    },
  },

  raised: {
    fallback: 'Nobody acknowledged an urgent AWS mail.',
    summary: 'Nobody acknowledged it yet: {topic}, {account}.',
    lead: '{mention}, nobody acknowledged this urgent mail for {minutes, plural, one {a minute} other {# minutes}}.',
    next: 'Read it at the top of this thread and choose Acknowledge there when you look after it. Otherwise the AWS administrators are told next.',
  },

  reveal: {
    fallback: 'Somebody wants to read a withheld mail. Open it in Teams on a computer or phone to answer.',
    summary: '{who} wants to read a mail: {topic}, {account}.',
    title: 'May this mail be shown?',
    lead: '*{who}* wants to read a mail that can open or end the AWS account.',
    advice:
      'Ask them outside of Teams, by phone for instance, whether they expect this mail. If nobody expects it, refuse and tell your security team.',
    agree: 'Agree',
    refuse: 'Refuse',
    stays: 'The mail stays withheld',
    staysLead: '{topic}: {by} refused. Talk to them if you need it.',
    notShown: 'The mail was not shown',
    notShownBecause: {
      time: '{topic}: it was shown, and its time is over. You can ask again on its card.',
      unanswered: '{topic}: no approver answered in time. Talk to one, then ask again on its card.',
      'not-shown': '{topic}: it could not be shown here in time. Ask again on its card.',
      'owner-changed': '{topic}: the alias has another owner by now.',
      'mail-gone': '{topic}: it is no longer in the central mailbox. Have AWS send another one.',
      never:
        '{topic}: it holds a code or link that is never shown in Teams. Ask somebody who has access to the central mailbox.',
      unknown: '{topic}: it could not be shown.',
    },
  },

  revealed: {
    fallback: 'A mail for you alone. Open it in Teams on a computer or phone to read it.',
    summary: 'For you alone: {topic}, {account}.',
    stages: { shown: 'For your eyes only', opening: 'Opening', over: 'No longer shown' },
    opening: 'If the mail that you asked for is not here in a minute, look for a newer card below.',
    over: 'To read it once more, ask for it on its card again.',
    shown:
      'The text is removed on {until}. Links are shown as text: select one to copy it, and pass nothing on.',
    doubt:
      'It could not be verified that AWS wrote this. Do not follow its links; sign in to AWS on your own instead.',
    cut: 'The mail is longer than a message may be. The rest can be read in the central mailbox.',
  },

  /** What each command does; at most 128 characters, which is the app manifest's limit. */
  commands: {
    request: 'Ask for an email address for the root user of an AWS account.',
    pool: 'For approvers: count the aliases by state, and see how long the free ones last.',
    aliases: 'List your aliases; in a channel, those that the channel owns.',
    requests: 'List your requests with their state; for approvers, also what waits for a decision.',
    find: 'Find aliases by address, account id, account name, owner, team or channel.',
    history: 'Show who did what with an alias, when and why.',
    mail: 'List the AWS mail that came lately, and what still waits for somebody.',
    bind: 'Note which AWS account uses an alias; a new account name may follow.',
    transfer: 'Give an alias to another person; asks first. In a channel you can move its mail there.',
    release: 'Give an alias back that no AWS account needs any more; asks first.',
    link: 'In a channel: post the AWS mail of your accounts there.',
    unlink: 'In a channel: no longer post AWS mail there; asks first.',
    mute: 'In a channel: do not post mail on these topics, except urgent mail. Without topics: show what is quiet.',
    unmute: 'In a channel: post mail on these topics as it comes again.',
    digest: 'In a channel: post mail on these topics together, once a day or week, except urgent mail.',
    settings: 'In a channel: choose what mail it gets at once, in a digest, or not at all.',
    help: 'Show what Rootdesk can do, or how to write a command.',
  },

  /** Further ways to write some of them. */
  variants: {
    transferHere: {
      usage: 'transfer <alias> here',
      description: 'In a channel: post the mail of this alias there from now on.',
    },
    linkApprovals: {
      usage: 'link approvals',
      description: 'For approvers, in a channel: have requests decided there.',
    },
    linkTriage: {
      usage: 'link triage',
      description: 'For approvers, in a channel: post mail that belongs to no team there.',
    },
  },

  /** What is after the name of a command: in its usage, and what to write there. */
  arguments: {
    wish: {
      label: '[account name] [purpose]',
      meaning: 'What the form should contain, in your own words: `request payments-eu for card payments`.',
    },
    command: { label: '[command]', meaning: 'The name of a command, or `all` for a list of them.' },
    alias: { label: '<alias>', meaning: 'The address of the alias.' },
    text: {
      label: '<text>',
      meaning: 'The beginning of an address, account id, account name, owner’s address, team or channel.',
    },
    accountId: {
      label: '<account id>',
      meaning:
        'The {digits, number} digits of the AWS account, with hyphens or blanks between them or without.',
    },
    accountName: { label: '[account name]', meaning: 'A new name for the account.' },
    recipient: {
      label: '<mail>',
      meaning: 'The mail address of the new owner, or a mention of them; a reason may follow.',
    },
    reason: { label: '[reason]', meaning: 'Why, for the history of the alias.' },
    roles: {
      label: '[approvals] [triage]',
      meaning: 'What the channel is for; leave it out to let the channel own aliases.',
    },
    unlinkRoles: {
      label: '[approvals] [triage]',
      meaning:
        'For approvers: what the channel is no longer for; leave it out, and it can no longer own aliases.',
    },
    howOften: { label: 'daily|weekly', meaning: 'How often the mail is posted together.' },
    topics: {
      label: '[topics]',
      meaning:
        'What the mail is about, one or several of {topics}. Leave them out to see what is quiet, without changing anything.',
    },
  },

  /** What is answered to commands and clicks. */
  answers: {
    stillWorking: 'Still working on it. You hear here as soon as it is done.',
    below: 'It is in a new message below.',
    slow: 'This takes longer than usual. Look at the card in a minute; if nothing has changed, click again.',
    clickEnded: 'About your last click here',
    clickEndedLead:
      'Rootdesk was interrupted while it worked on it. The card shows how it is now; if it still asks for an answer, click again.',
    questionAnswered: 'Answered',
    questionAnsweredLead: 'Write the command again to see how it is now.',
    ownChat: 'Write to me in our own chat',
    ownChatOnly: 'The answer is for you alone. Open a chat with Rootdesk and write `{command}` there.',
    ownChatGroup:
      'In group chats and meetings everybody would read your answers: open a chat with Rootdesk alone, or mention it in a channel of your team.',
    ownChatRelease:
      'This channel does not own the alias. Open a chat with Rootdesk and write `release` and the address there.',
    ownChatSame: 'This channel does not own the alias. Open a chat with Rootdesk and write the same there.',
    notAgain: 'Nothing was changed again',
    notAgainLead:
      'What this message said before was done, or may have been. What it says now changes something too: write it as a new message.',
    inChannel: 'Write it in the channel',
    inChannelLead: 'Open the channel that gets the mail, mention Rootdesk there and write `{command}`.',
    inChannelOf: '{shown, number} of your {all, number} linked channels are here as buttons.',
    notShownHere:
      'This channel does not own the alias, so the rest is not shown here. Write `find` and the address to me in our own chat.',
    done: 'It is done',
    doneElsewhere: 'The card of the mail is not in this channel.',
    nothingChanged: 'Nothing was changed',
    aliasStays: 'The alias stays as it is.',
    accountSaved: 'The account id is saved',
    accountSavedNext:
      'From now on the mail of this alias names the account. To correct the id, press “Account id”.',
    accountReplacedNext:
      'From now on the mail of this alias names account {account}, and no longer {before}.',
    accountNotSaved: 'The account id was not saved',
    isPerson: 'That is a person',
    isPersonLead: 'Nothing was changed. After the account id comes the account’s name.',
    nameRefused: 'AWS does not take that name',
    nameRefusedLead: 'Nothing was changed. {rule}',
    released: 'The alias is released',
    releasedForGood: 'It cannot be taken back.',
    releasedRests: 'No AWS account was ever bound to it, so it is free for others after a rest.',
    releasedNext: 'Mail that still comes to it is posted as before.',
    newOwner: 'The alias has a new owner',
    newOwnerNext:
      'Its mail still goes to the same channel. To change that, mention Rootdesk in the new channel and write `transfer`, the address and `here`.',
    movedHere: 'This channel owns the alias now',
    movedHereLead: 'Mail that AWS sends to it is posted here from now on. Its owner stays the same.',
    toWhomOfThem: 'To whom of them?',
    toWhomOrHere: 'To somebody, or to this channel?',
    notHere: 'Not here',
    transferHow:
      'Nothing was changed. To give the alias to a person, write `transfer <alias> <mail>`. To have its mail posted in a channel, mention Rootdesk in that channel and write `transfer <alias> here`.',
    whoIsThat: 'Who is that?',
    whoIsThatLead:
      'I read “{text}”, and cannot tell for certain who or what that is. Nothing was changed. To give the alias to a person, write `transfer <alias> <mail>`. To have its mail posted in a channel, mention Rootdesk in that channel and write `transfer <alias> here`.',
    notToLink: 'That is not something to link for',
    notToLinkLead:
      'Write `link` to let this channel own aliases. Approvers can also write `link approvals` or `link triage`.',
    yesCounts: 'Your yes counts. {more, plural, one {One more is} other {# more are}} needed.',
    settledBefore: 'This request was settled before your click.',
    settledBeforeRemedy: 'Nothing was changed. The card below shows who settled it, and when.',
    revealSettled: 'This was settled before your click.',
    revealSettledRemedy: 'Nothing was changed. The card below shows what became of it.',
  },

  quiet: {
    title: 'What is quiet here',
    howOften: 'How often?',
    howOftenLead: 'Write `digest daily billing` or `digest weekly marketing`.',
    neverUrgent: 'Urgent mail is never quiet',
    noTopic: 'That is not a topic',
    topics: 'Nothing was changed. Topics are {topics}.',
  },

  /** How a channel wants to have its mail. */
  settings: {
    fallback: 'What AWS mail this channel gets at once. Open this message in Teams to see or change it.',
    summary: 'Settings of this channel.',
    title: 'Settings of this channel',
    lead: 'Choose what is posted here as it comes, and what comes together in a digest.',
    fewerOf: '*{topic}* is set to once a day below. Save it, or choose something else.',
    levels: 'By urgency',
    topics: 'By topic, where it differs',
    ways: {
      unruled: 'As above',
      'at-once': 'At once',
      daily: 'Once a day',
      weekly: 'Once a week',
      mute: 'Not at all',
    },
    always: 'Urgent mail and mail whose text is not shown always come at once; `mail` lists everything.',
    nothing: 'Nothing is quiet: all mail is posted as it comes.',
    otherwise: 'All else is posted as it comes.',
    save: 'Save',
    saved: 'The settings are saved',
    change: 'Change settings',
    unlink: 'Unlink this channel',
    open: 'Settings',
    fewer: 'Fewer of these',
  },

  /** An alias in a message that somebody writes to others. */
  shared: {
    fallback: 'An AWS root email address.',
    title: 'AWS root email address',
    lead: 'Rootdesk tells its owner and account to those who may know them.',
    ask: 'Ask Rootdesk',
  },

  /** Beside the compose box, in the place of results. */
  compose: {
    noneYet:
      'You have no alias yet. Type the beginning of an address, account id, account name, owner, team or channel, or write `request` to Rootdesk in your own chat.',
    nothing:
      'No alias found. Type the beginning of an address, account id, account name, owner’s address, team or channel. You find your own aliases and those of your teams; approvers find all.',
    late: 'Rootdesk could not look it up in time. Try again in a minute.',
  },

  /** What Teams shows of the app itself: in the store, beside the compose box. Lengths are those of its manifest. */
  app: {
    name: 'Rootdesk',
    fullName: 'Rootdesk: AWS root email addresses',
    short: 'AWS root email addresses for your team, and their mail in your channel.',
    search: 'Find an alias',
    searchAbout: 'Find AWS root email addresses of yours and your teams, to put one into a message.',
    searched: 'Address, account or owner',
    searchedAbout: 'The beginning of an address, account id, account name, owner, team or channel.',
    full: 'Every AWS account needs a root user email address that no other account uses. Ask Rootdesk for one in chat, an approver says yes on a card, and the mail that AWS sends to the address appears in your team’s channel. Mail with a code or link that opens the account is announced there without its text.',
  },

  /** What a person may know of a fault; why it happened is in the log, and for administrators in `doctor`. */
  faults: {
    unknown: 'Rootdesk could not finish this.',
    'mailbox-unavailable': 'Rootdesk cannot read the central mailbox at this moment.',
    'register-unavailable': 'Rootdesk cannot reach its storage at this moment.',
    'row-unreadable': 'What Rootdesk stored of it cannot be read.',
    'teams-call-failed': 'Teams did not give Rootdesk what it asked for.',
    later: 'Try again in a minute. If it keeps failing, give the reference below to an administrator.',
    laterReference:
      'Try again in a minute. If it keeps failing, give the reference below to an administrator. Reference: {reference}',
    nobody: 'Teams did not say who you are, so Rootdesk cannot act for you.',
    nobodyRemedy: 'Use Rootdesk with your own work account of this company.',
  },

  /** Why something was not done, by the code of the refusal; and what to do. API and command line say the same in English. */
  refusals: {
    'no-right': {
      message: 'There is no such thing, or you may not do this with it. Nothing was changed.',
      remedy: 'Check what you typed. If it is right, ask the owner or an approver.',
    },
    'directory-unavailable': {
      message: 'This could not be checked right now, and nothing was changed.',
      remedy: 'Try again in a minute.',
    },
    'card-unknown': {
      message: 'This card is not one that Rootdesk can act on. Nothing was changed.',
      remedy: 'Write `help` to see what Rootdesk can do, or `request` to start again.',
    },
    'pool-empty': {
      message: 'No free alias is left in the pool, so nothing was allotted.',
      remedy: 'Ask an administrator to add aliases to the pool (rootdesk plan, then rootdesk import --new).',
    },
    'register-busy': {
      message: 'Too many changes are under way at this moment, so nothing was changed.',
      remedy: 'Try again in a few seconds.',
    },
    'account-id-malformed': {
      message: 'This is not an AWS account id: an id has 12 digits.',
      remedy: 'Give the 12 digits shown at the top right of the AWS console; dashes and spaces are fine.',
    },
    'alias-unknown': {
      message: 'There is no such alias in the pool.',
      remedy: 'Check the address for typing errors; `find` shows the aliases you own.',
    },
    'alias-not-allotted': {
      message:
        '{state, select, free {This alias is not allotted to anybody.} quarantined {This alias was released and rests before it is handed out again.} retired {An AWS account uses this alias, or did, so it is retired for good.} missing {This alias is missing in Exchange Online.} held {Nobody knows yet whose this alias is, so it is held until an administrator says so.}}',
      remedy: 'Ask for a new alias with `request`.',
    },
    'alias-not-held': {
      message: 'This alias is not held.',
      remedy: 'Look at how it is now, with `show` on the command line.',
    },
    'account-bound-elsewhere': {
      message:
        '{seen, select, no {Account {account} is bound to another alias already.} alias {Account {account} is bound to {alias}.} owner {Account {account} is bound to {alias}, which belongs to {owner}.}}',
      remedy: 'Check the account id. If the account really moved, release the other alias first.',
    },
    'channel-not-linked': {
      message:
        '{whose, select, asker {That channel is not linked, or not one of yours.} any {That channel is not linked, so it cannot own aliases.} user {No team of the person in user_mail has a linked channel.}}',
      remedy: 'Open the channel in Teams, mention Rootdesk there and write `link`.',
    },
    'not-allowed': {
      message: 'You are not in the group of people who may ask for aliases.',
      remedy: 'Ask an approver.',
    },
    'request-unknown': {
      message: 'There is no such request.',
      remedy: 'Ask for a new alias with `request`.',
    },
    'request-settled': {
      message:
        'This request was already {state, select, approved {approved} denied {denied} expired {expired}}, so it cannot be canceled.',
      remedy: 'Nothing to do. To ask again, write `request`.',
    },
    'own-request': {
      message: 'This is your own request, and nobody decides their own.',
      remedy: 'Another approver has to decide it.',
    },
    'comment-too-long': {
      message: 'A comment has {most, number} characters at most.',
      remedy: 'Shorten it to a few sentences.',
    },
    'comment-missing': {
      message: 'A denial needs a comment that tells the asker why.',
      remedy: 'Write a sentence for the asker, then deny again.',
    },
    'person-unknown': {
      message:
        '{by, select, id {Nobody in your company has that id.} mail {Nobody in your company has the address {mail}.}}',
      remedy: 'Check the address for typing errors: it has to be the one in Entra ID.',
    },
    'mail-unknown': {
      message:
        '{whose, select, asker {Your account has no mail address, and an alias needs an owner with one.} owner {An alias needs an owner with a mail address.} user {The directory does not know exactly one person with the address in user_mail.}}',
      remedy: 'Ask an administrator to give your account a mail address in Entra ID.',
    },
    'account-name-refused': {
      message:
        'AWS takes account names of at most {most, number} printable ASCII characters, without < > / % and |.',
      remedy: 'Correct the name, or leave it blank.',
    },
    'alias-changed': {
      message: 'The alias changed since you were asked. Nothing was done.',
      remedy: 'Look at how it is now, and confirm again.',
    },
    'account-bound-already': {
      message: 'Another account is bound to this alias already.',
      remedy:
        'To correct it, write `bind`, the address and the right id, and confirm it; on the command line with `--replace`.',
    },
    'too-many-open-requests': {
      message:
        'You have {open, plural, one {# open request} other {# open requests}}, and {most, number} is the most at a time.',
      remedy: 'Wait for a decision, or cancel one of your open requests.',
    },
    'mail-not-found': {
      message: '{what, select, mail {There is no such mail.} reveal {Nobody asked to read this mail.}}',
      remedy: 'Look for the mail in its channel; if its card is old, it may have been posted anew.',
    },
    'not-withheld': {
      message: 'Nothing of this mail is withheld.',
      remedy: 'Read its card; everything that Rootdesk may show is on it.',
    },
    'reveal-never': {
      message: 'This mail is never shown in Teams.',
      remedy: 'Ask somebody who has access to the central mailbox.',
    },
    'reveal-own': {
      message: 'You would read this mail yourself, so another has to agree.',
      remedy: 'Another approver has to agree.',
    },
    'not-triage': {
      message: 'This mail has an owner.',
      remedy: 'Do it in the triage channel.',
    },
    'channel-not-owning': {
      message: 'This channel is not linked to own aliases.',
      remedy: 'Mention Rootdesk in the channel and write `link` first.',
    },
    'channel-not-linked-for': {
      message: 'This channel is not linked for that, so there is nothing to unlink.',
      remedy: 'Write `help` to see what Rootdesk can do here.',
    },
    'mail-busy': {
      message: 'Too many people are working with this at this moment, so nothing was changed.',
      remedy: 'Try again in a few seconds.',
    },
    'assign-nowhere': {
      message:
        '{why, select, nobody {No alias with this address is allotted to anybody.} before {This mail was received before that alias came to its owner.}}',
      remedy: 'Give the address of an alias that is allotted to somebody.',
    },
  },

  /** What is wrong with a field of the request form. */
  formFaults: {
    'account-name-missing': 'Give the AWS account a name.',
    'account-name-refused':
      'Give the account a name. AWS takes at most {most, number} printable ASCII characters (no umlauts, no emoji), without < > / % and |.',
    'purpose-missing': 'Say in a sentence what the account is for.',
    'purpose-too-long': 'Shorten it to {most, number} characters; it has {length, number}.',
    'purpose-invisible': 'Remove the invisible characters from it.',
    'environment-unknown': 'Choose one of {environments}.',
    'channel-unknown':
      'Choose the channel that should get the mail. It has to be linked and in one of your teams.',
    'channel-not-found': 'None of your linked channels is called {name}.',
    'channels-found': '{count, number} of your channels fit {name}. Choose one from the list.',
    'channel-two': 'You chose one channel and typed the name of another. Clear one of the two fields.',
    'account-id-malformed': 'An AWS account id has 12 digits. Leave it blank if there is no account yet.',
  },
} as const;
