import { SpokenError } from '../shared/spoken-error.ts';
import type { Person } from './person.ts';

/** Who people are and which groups they belong to, read from Entra. Calls reject with the signal's reason when aborted. */
export interface Directory {
  /**
   * The subset of `groupIds` of which the person is a member, directly or through other groups. Nobody is a member of
   * anything whom the directory does not know.
   * @throws {DirectoryUnavailable} when it cannot tell: refuse then
   */
  memberOf(personId: string, groupIds: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>>;
  /**
   * Whether the person is in a private or shared channel, also through a team with which it is shared. Nobody is in a channel that
   * the directory does not know.
   * @throws {DirectoryUnavailable}
   */
  isInChannel(personId: string, channel: ChannelAddress, signal: AbortSignal): Promise<boolean>;
  /**
   * A person, or undefined when unknown; `mail` is the user principal name where the person has no mailbox.
   * @throws {DirectoryUnavailable}
   */
  person(personId: string, signal: AbortSignal): Promise<Person | undefined>;
  /**
   * The locale that the directory keeps for a person, for instance `de-DE`; undefined where it keeps none.
   * @throws {DirectoryUnavailable}
   */
  localeOf(personId: string, signal: AbortSignal): Promise<string | undefined>;
  /**
   * The one person who has the mail address, as primary, further or sign-in address, in any case. Undefined when nobody has
   * it, or several: then nobody can tell whose it is.
   * @throws {DirectoryUnavailable}
   */
  personByMail(address: string, signal: AbortSignal): Promise<Person | undefined>;
}

/** A channel within the team that hosts it. */
export interface ChannelAddress {
  readonly id: string;
  /** Entra group behind the team. */
  readonly groupId: string;
}

/** The same words for everybody: why the directory did not answer is its cause, for the log and for `doctor`. */
export class DirectoryUnavailable extends SpokenError<'directory-unavailable'> {
  constructor(options: { readonly cause: unknown }) {
    super('directory-unavailable', {}, options);
    this.name = 'DirectoryUnavailable';
  }
}
