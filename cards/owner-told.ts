import type {
  AccountChangedNotice,
  OwnerNotice,
  OwnerUnreachedNotice,
  OwningChannelNotice,
  ReleasedNotice,
  RetiredNotice,
} from '../src/aliases/notices.ts';
import { isResting } from '../src/aliases/states.ts';
import type { Actor } from '../src/people/person.ts';
import { aliasCard, aliasText, type AliasSaying } from './alias.ts';
import type { Drawn } from './draw.ts';
import { noteCard } from './note.ts';
import type { NextStep } from './parts/next-steps.ts';
import { actorName, NAME_MOST } from './parts/words.ts';
import { whyRetired } from './release.ts';
import { joined, plain, type CardText } from './text.ts';
import type { Texts } from './texts/languages.ts';

/**
 * An alias came into somebody's hands, or went out of them, or its mail goes elsewhere, without their asking. Whoever had it reads no
 * more of it than that: the message may come late, and what is bound to it by then is another's.
 */
export function ownerToldCard(texts: Texts, notice: OwnerNotice): Drawn {
  const { changed } = texts;
  const { alias, channel } = notice;
  const by = nameOf(texts, notice.by);
  if (notice.isYours) return aliasCard(texts, { alias, channel }, toOwner(texts, notice.isMove, by));
  return noteCard(texts, changed.notYours, changed.notYoursLead({ by, alias: aliasText(texts, alias) }), []);
}

function toOwner({ changed }: Texts, isMove: boolean, by: CardText): AliasSaying {
  return isMove
    ? {
        title: changed.mailMoved,
        lead: changed.mailMovedLead({ by }),
        next: changed.ifWrong,
        style: 'warning',
      }
    : { title: changed.yours, lead: changed.yoursLead({ by }), next: changed.yoursNext };
}

/** For the channels of an alias: it came, it left, or it has another owner. */
export function owningChannelToldCard(texts: Texts, notice: OwningChannelNotice): Drawn {
  const { changed } = texts;
  const { alias, channel, isHere, isMove } = notice;
  const by = nameOf(texts, notice.by);
  if (!isHere) {
    const lead = changed.channelLostLead({ by, alias: aliasText(texts, alias) });
    return noteCard(texts, changed.channelLost, lead, []);
  }
  return aliasCard(
    texts,
    { alias, channel },
    isMove
      ? { title: changed.channelGot, lead: changed.channelGotLead({ by }) }
      : {
          title: changed.channelNewOwner,
          lead: changed.channelNewOwnerLead({ by }),
          next: changed.ifWrong,
          style: 'accent',
        },
  );
}

/** For the last owner and the channel of an alias that was released. */
export function aliasReleasedCard(texts: Texts, { alias, channel, isHere, by }: ReleasedNotice): Drawn {
  const { changed, answers } = texts;
  const lead = changed.releasedLead({ by: actorName(texts, by) });
  const why = isResting(alias) ? answers.releasedRests : whyRetired(texts, alias);
  return aliasCard(
    texts,
    { alias, channel },
    {
      title: isHere ? changed.channelReleased : changed.released,
      lead: joined([lead, why], ' '),
      next: joined([isHere ? answers.releasedNext : undefined, changed.ifWrong], ' '),
      style: 'warning',
    },
  );
}

/** For owner and channel of an alias to which another account was bound. */
export function accountChangedCard(
  texts: Texts,
  { alias, by, from, accountId }: AccountChangedNotice,
): Drawn {
  const lead = texts.changed.accountLead({
    by: nameOf(texts, by),
    account: plain(accountId, 40),
    alias: aliasText(texts, alias),
    before: plain(from, 40),
  });
  return noteCard(texts, texts.changed.account, lead, []);
}

/** For whoever gave an alias away, and those who look after its mail. */
export function ownerUnreachedCard(texts: Texts, { alias, why, appId }: OwnerUnreachedNotice): Drawn {
  const { unreached, unreachedLead, unknownOwner, unknownOwnerLead } = texts.changed;
  const named = { alias: aliasText(texts, alias) };
  if (why === 'unknown') {
    const owner = plain(alias.owner?.mail ?? '', NAME_MOST) || texts.names.someone;
    return noteCard(texts, unknownOwner, unknownOwnerLead({ ...named, owner }), []);
  }
  const install: readonly NextStep[] = appId === undefined ? [] : [{ kind: 'install', appId }];
  return noteCard(texts, unreached, unreachedLead(named), install);
}

/** For triage: an alias that nobody had turns out to be in use at AWS. */
export function aliasRetiredCard(texts: Texts, { alias }: RetiredNotice): Drawn {
  const { awsWrote, awsWroteLead, awsWroteNext } = texts.alias;
  const saying = { title: awsWrote, lead: awsWroteLead, next: awsWroteNext, style: 'attention' } as const;
  return aliasCard(texts, { alias, channel: undefined }, saying);
}

function nameOf(texts: Texts, by: Actor | undefined): CardText {
  return by === undefined ? texts.names.somebody : actorName(texts, by);
}
