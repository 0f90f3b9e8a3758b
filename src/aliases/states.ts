/**
 * The states of an alias (DESIGN: free → allotted → retired or quarantined → free; missing: in the table but not in Exchange;
 * held: nobody knows yet whose it is), and everything that hangs on them. No other file compares states: it asks one of the questions below. Whoever adds a state answers
 * them all in one row, and the compiler then asks how the state looks on cards.
 */
export const ALIAS_STATES = ['free', 'allotted', 'quarantined', 'retired', 'missing', 'held'] as const;
export type AliasState = (typeof ALIAS_STATES)[number];

interface StateFacts {
  /** Whether somebody has it; `last`: it was released, and is its last owner's as far as it is anybody's. */
  readonly owner: 'present' | 'last' | 'none';
  /** To whom its mail goes. */
  readonly mail: 'owner' | 'triage';
  /** Whether that mail may be read in Teams: by the usual rule, with an approver's word at least, or never. */
  readonly reading: 'by-rule' | 'approved' | 'never';
  /** `in_use` of the old scheme; whatever says false is allotted to whoever asks next. */
  readonly inUse: boolean;
  /** Goes to somebody now or after its rest, unless it turns out that it cannot. */
  readonly spare: boolean;
  /** Free again when its time is over. */
  readonly rests: boolean;
  /** Nobody else may have the account id that is noted on it. */
  readonly holdsAccount: boolean;
  readonly inExchange: boolean;
  /** What it says of an account of AWS's list that uses it. */
  readonly account: 'bindable' | 'in-order' | 'unowned' | 'contradiction';
}

// prettier-ignore
const STATES: Readonly<Record<AliasState, StateFacts>> = {
  free:        { owner: 'none',    mail: 'triage', reading: 'never',    inUse: false, spare: true,  rests: false, holdsAccount: false, inExchange: true,  account: 'unowned' },
  allotted:    { owner: 'present', mail: 'owner',  reading: 'by-rule',  inUse: true,  spare: false, rests: false, holdsAccount: true,  inExchange: true,  account: 'bindable' },
  quarantined: { owner: 'last',    mail: 'owner',  reading: 'approved', inUse: true,  spare: true,  rests: true,  holdsAccount: true,  inExchange: true,  account: 'unowned' },
  retired:     { owner: 'last',    mail: 'owner',  reading: 'approved', inUse: true,  spare: false, rests: false, holdsAccount: false, inExchange: true,  account: 'in-order' },
  missing:     { owner: 'none',    mail: 'triage', reading: 'never',    inUse: true,  spare: false, rests: false, holdsAccount: true,  inExchange: false, account: 'contradiction' },
  held:        { owner: 'none',    mail: 'triage', reading: 'never',    inUse: true,  spare: false, rests: false, holdsAccount: true,  inExchange: true,  account: 'unowned' },
};

/** An alias, or whatever else has its state. */
interface Stated {
  readonly state: AliasState;
}

export const hasOwner = ({ state }: Stated): boolean => STATES[state].owner === 'present';
/** Whether it was released: owner and channel that it names are the last ones. */
export const isReleased = ({ state }: Stated): boolean => STATES[state].owner === 'last';
/** The state in which nothing can be changed about it, for whoever tries; undefined where its owner can. */
export function unchangeableState({ state }: Stated): Exclude<AliasState, 'allotted'> | undefined {
  return state === 'allotted' ? undefined : state;
}
/** Also a released alias's mail: the old account's mail must reach nobody else. */
export const mailGoesToOwner = ({ state }: Stated): boolean => STATES[state].mail === 'owner';
export const readingOf = ({ state }: Stated): StateFacts['reading'] => STATES[state].reading;
export const isInUse = ({ state }: Stated): boolean => STATES[state].inUse;
export const isFree = (alias: Stated): boolean => !isInUse(alias);
export const isSpare = ({ state }: Stated): boolean => STATES[state].spare;
export const isResting = ({ state }: Stated): boolean => STATES[state].rests;
export const holdsAccount = ({ state }: Stated): boolean => STATES[state].holdsAccount;
/** Nobody has it, and nobody is remembered as its last owner. */
export const isNobodys = ({ state }: Stated): boolean => STATES[state].owner === 'none';
export const isMissing = ({ state }: Stated): boolean => !STATES[state].inExchange;
export const accountAt = ({ state }: Stated): StateFacts['account'] => STATES[state].account;

/** Waits until somebody says whose it is. */
export const isHeld = (alias: Stated): boolean => isNobodys(alias) && isInUse(alias) && !isMissing(alias);
/** Released, and never handed out again. */
export const isRetired = (alias: Stated): boolean => isReleased(alias) && !isResting(alias);

/** For those who choose a state by its name. */
export const inState =
  (wanted: string) =>
  ({ state }: Stated): boolean =>
    state === wanted;

export function countStates(aliases: readonly Stated[]): Readonly<Record<AliasState, number>> {
  const count = (wanted: AliasState): number => aliases.filter(inState(wanted)).length;
  return {
    free: count('free'),
    allotted: count('allotted'),
    quarantined: count('quarantined'),
    retired: count('retired'),
    missing: count('missing'),
    held: count('held'),
  };
}
