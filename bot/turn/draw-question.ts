import {
  noteCard,
  rebindCard,
  releaseCard,
  transferCard,
  type AliasWithChannel,
  type Drawn,
  type Problem,
  type Texts,
} from '../../cards/index.ts';
import type { Person } from '../../src/people/person.ts';
import type { Uses } from './bot-deps.ts';
import { withChannel, type AliasGrant } from './draw-alias.ts';
import type { Said } from './turn.ts';

/** The question before a release; asked where everybody who reads it may know the alias. */
export async function drawReleaseQuestion(
  texts: Texts,
  deps: Uses<'channels' | 'policy'>,
  grant: AliasGrant,
  typed: { readonly reason: string; readonly problem?: Problem },
): Promise<Said> {
  if (!grant.isShownHere) {
    return noteCard(texts, texts.answers.ownChat, texts.answers.ownChatRelease);
  }
  const { quarantineDays } = deps.policy;
  const drawn = releaseCard(texts, { ...(await withChannel(deps, grant)), quarantineDays, ...typed });
  return { ...drawn, copyOf: questionSubject(grant) };
}

/** The question before an alias goes to somebody else. */
export function drawTransferQuestion(
  texts: Texts,
  deps: Uses<'channels'>,
  grant: AliasGrant,
  asked: { readonly owner: Person; readonly reason: string; readonly problem?: Problem },
): Promise<Said> {
  return drawQuestion(texts, deps, grant, (shown) => transferCard(texts, { ...shown, ...asked }));
}

/** The question before another account takes the place of the one that is bound. */
export function drawRebindQuestion(
  texts: Texts,
  deps: Uses<'channels'>,
  grant: AliasGrant,
  asked: { readonly accountId: string; readonly accountName: string; readonly problem?: Problem },
): Promise<Said> {
  return drawQuestion(texts, deps, grant, (shown) => rebindCard(texts, { ...shown, ...asked }));
}

/** Asked where everybody who reads it may know the alias. */
async function drawQuestion(
  texts: Texts,
  deps: Uses<'channels'>,
  grant: AliasGrant,
  draw: (shown: AliasWithChannel & { readonly version: string }) => Drawn,
): Promise<Said> {
  if (!grant.isShownHere) {
    return noteCard(texts, texts.answers.ownChat, texts.answers.ownChatSame);
  }
  const shown = { ...(await withChannel(deps, grant)), version: grant.before.version };
  return { ...draw(shown), copyOf: questionSubject(grant) };
}

/** Under which the cards of questions about the alias are kept. */
export function questionSubject({ subject }: AliasGrant): string {
  return `${subject.id}.release`;
}
