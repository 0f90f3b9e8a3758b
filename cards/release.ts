import type { Alias } from '../src/aliases/alias.ts';
import { aliasRows, aliasText, channelOf, type AliasWithChannel } from './alias.ts';
import { isUsedAtAws } from '../src/aliases/ownership.ts';
import { drawing, type Drawn } from './draw.ts';
import { bannerFields, type Problem } from './problem.ts';
import template from './release.json' with { type: 'json' };
import { exactly, plain, say, typed, type CardText } from './text.ts';

/** The question before an alias is released. */
export interface ReleaseQuestion extends AliasWithChannel {
  readonly quarantineDays: number;
  /** What was typed so far. */
  readonly reason?: string;
  readonly problem?: Problem | undefined;
}

const draw = drawing(template);

/** Asks whether the alias shall be released, and says what happens then: a release cannot be taken back. */
export function releaseCard(question: ReleaseQuestion): Drawn {
  const { alias } = question;
  const card = draw({
    style: 'warning',
    title: say`Release this alias?`,
    ...bannerFields(question.problem),
    alias: aliasText(alias),
    rows: aliasRows(question),
    consequences: consequences(question).map((text) => ({ text })),
    reason: typed(question.reason ?? '', 500),
    aliasId: exactly(alias.id),
  });
  return { card, summary: say`Release this AWS root alias?` };
}

/** Why an alias is never handed out again: AWS refuses the address of a closed account for ever. */
export function whyRetired({ accountId, boundOnce, awsWroteAt }: Alias): CardText {
  if (accountId !== undefined) return say`AWS account ${plain(accountId, 40)} was bound to it`;
  if (awsWroteAt !== undefined && boundOnce !== true) {
    return say`AWS has written to this address, which means that an account uses it`;
  }
  return say`An AWS account was bound to it`;
}

function consequences(question: ReleaseQuestion): readonly CardText[] {
  const { alias, quarantineDays } = question;
  const mail =
    alias.channelId === undefined
      ? say`Mail that still comes to it goes to the triage channel.`
      : say`Mail that still comes to it goes on to ${channelOf(question)}.`;
  if (!isUsedAtAws(alias)) {
    return [
      say`No AWS account is known for it, and AWS never wrote to it, so it rests for ${quarantineDays} days and is then free for others.`,
      say`Do not release it if an AWS account uses it: the next owner would get the mail that opens the account.`,
      mail,
    ];
  }
  return [
    say`${whyRetired(alias)}, so it is retired: nobody ever gets it again.`,
    say`If the account is still open, give it another root user email in AWS first.`,
    mail,
  ];
}
