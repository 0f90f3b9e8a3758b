import {
  noteCard,
  rebindCard,
  releaseCard,
  transferCard,
  type AliasWithChannel,
  type Drawn,
  type Problem,
  type Saying,
} from '../../cards/index.ts';
import type { Person } from '../../src/people/person.ts';
import type { Uses } from './bot-deps.ts';
import { withChannel, type AliasGrant } from './draw-alias.ts';
import type { Said, Turn } from './turn.ts';

/** Where it is asked, and in which words. */
type Asked = Pick<Turn, 'texts' | 'botId'>;

type Shown = AliasWithChannel & { readonly version: string };

/** What is said in other places than one's own chat, and what to write there. */
interface Elsewhere {
  readonly lead: Saying;
  readonly message: string;
}

/** The question before a release; asked where everybody who reads it may know the alias. */
export async function drawReleaseQuestion(
  turn: Asked,
  deps: Uses<'channels' | 'policy'>,
  grant: AliasGrant,
  typed: { readonly reason: string; readonly problem?: Problem },
): Promise<Said> {
  const { ownChatRelease } = turn.texts.answers;
  const { quarantineDays } = deps.policy;
  const draw = (shown: Shown): Drawn => releaseCard(turn.texts, { ...shown, quarantineDays, ...typed });
  return drawQuestion(turn, deps, grant, draw, { lead: ownChatRelease, message: 'release' });
}

/** The question before an alias goes to somebody else. */
export function drawTransferQuestion(
  turn: Asked,
  deps: Uses<'channels'>,
  grant: AliasGrant,
  asked: { readonly owner: Person; readonly reason: string; readonly problem?: Problem },
): Promise<Said> {
  return drawQuestion(turn, deps, grant, (shown) => transferCard(turn.texts, { ...shown, ...asked }));
}

/** The question before another account takes the place of the one that is bound. */
export function drawRebindQuestion(
  turn: Asked,
  deps: Uses<'channels'>,
  grant: AliasGrant,
  asked: { readonly accountId: string; readonly accountName: string; readonly problem?: Problem },
): Promise<Said> {
  return drawQuestion(turn, deps, grant, (shown) => rebindCard(turn.texts, { ...shown, ...asked }));
}

/** Asked where everybody who reads it may know the alias. */
async function drawQuestion(
  { texts, botId }: Asked,
  deps: Uses<'channels'>,
  grant: AliasGrant,
  draw: (shown: Shown) => Drawn,
  { lead, message }: Elsewhere = { lead: texts.answers.ownChatSame, message: '' },
): Promise<Said> {
  if (!grant.isShownHere) {
    // The alias is not named: not everybody here may know it.
    return noteCard(texts, texts.answers.ownChat, lead, [{ kind: 'chat', botId, message }]);
  }
  const shown = { ...(await withChannel(deps, grant)), version: grant.before.version };
  return { ...draw(shown), copyOf: questionSubject(grant) };
}

/** Under which the cards of questions about the alias are kept. */
export function questionSubject({ subject }: AliasGrant): string {
  return `${subject.id}.release`;
}
