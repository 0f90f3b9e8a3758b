import type { AliasState } from './states.ts';

/** Whom an alias was allotted to. Rows of the old scheme know the mail address alone. */
export interface Owner {
  /** `user_mail`, lower case. */
  readonly mail: string;
  /** Entra object id; undefined where only the address is known. */
  readonly id: string | undefined;
  readonly name: string | undefined;
}

/**
 * How an alias came to its owner: by a decision or the API, from somebody else, by an approver for themselves, or from the
 * scheme that was there before Rootdesk.
 */
export const OWNERSHIP_WAYS = ['allotted', 'given', 'taken', 'adopted'] as const;
export type OwnershipWay = (typeof OWNERSHIP_WAYS)[number];

/** Since when the present owner has the alias; of one that was released, the last owner. */
export interface Ownership {
  readonly since: Date;
  readonly how: OwnershipWay;
  /** Since when its mail goes to the channel that it goes to. */
  readonly channelSince: Date;
}

/** One address of the pool. */
export interface Alias {
  /** GUID, lower case: the row's key. */
  readonly id: string;
  /** `aws_mail`, lower case. */
  readonly address: string;
  /** Primary address of the root mailbox that carries the alias. */
  readonly rootMailbox: string;
  readonly state: AliasState;
  /** The owner while allotted, the last owner afterwards, undefined while free. */
  readonly owner: Owner | undefined;
  /** Teams id of the owning channel; kept after release, because the old account's mail still goes there. */
  readonly channelId: string | undefined;
  /** 12 digits, leading zeros kept. */
  readonly accountId: string | undefined;
  readonly accountName: string | undefined;
  /** Which request led to the allotment. */
  readonly requestId: string | undefined;
  readonly allottedAt: Date | undefined;
  readonly releasedAt: Date | undefined;
  /** When a quarantined alias becomes free again. */
  readonly quarantinedUntil: Date | undefined;
  /** True for ever once an account id was bound, also when it was taken away again: such an alias is never handed out twice. */
  readonly boundOnce?: boolean;
  /** How its owner came to it, and since when; kept after release with the last owner, undefined while free. */
  readonly ownership?: Ownership | undefined;
  /**
   * When AWS first wrote to it, by a mail that AWS certainly sent: an account uses the address, whether or not somebody noted its
   * id. Such an alias is never handed out twice either.
   */
  readonly awsWroteAt?: Date | undefined;
}

/**
 * An address that the table did not know, and of which nobody can tell whether somebody has it: after a loss of the table it may
 * well be the root address of an account. It is never handed out until somebody says whose it is, or that it is nobody's.
 */
export function held(alias: Pick<Alias, 'id' | 'address' | 'rootMailbox'>): Alias {
  return { ...pristine(alias), state: 'held' };
}

/** A free alias without a past. */
export function pristine({ id, address, rootMailbox }: Pick<Alias, 'id' | 'address' | 'rootMailbox'>): Alias {
  return {
    id,
    address,
    rootMailbox,
    state: 'free',
    owner: undefined,
    channelId: undefined,
    accountId: undefined,
    accountName: undefined,
    requestId: undefined,
    allottedAt: undefined,
    releasedAt: undefined,
    quarantinedUntil: undefined,
  };
}
