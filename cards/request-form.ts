import { ACCOUNT_NAME_MOST } from '../src/aliases/aws-limits.ts';
import type { LinkedChannel } from '../src/channels/channel.ts';
import { channelsNamed } from '../src/channels/channels-named.ts';
import type { FormFaults, FormFields } from '../src/requests/request-form.ts';
import { channelChoices } from './channel-choices.ts';
import { drawing, type Drawn } from './draw.ts';
import { bannerFields, type Problem } from './parts/banner.ts';
import { CHANNEL_NAME_MOST, TYPED_ACCOUNT_ID_MOST } from './parts/limits.ts';
import { COMMENT_MOST } from '../src/requests/decide.ts';
import { runsOf, type Sentence } from './runs.ts';
import noChannelTemplate from './templates/no-channel.json' with { type: 'json' };
import template from './templates/request-form.json' with { type: 'json' };
import { exactly, plain, say, typed, type CardText } from './text.ts';
import { faultWords, type FormFault } from './texts/coded.ts';
import type { Texts } from './texts/languages.ts';

/** A request form, empty or as it was sent. */
export interface RequestForm {
  /** Made for this form, so that sending it twice is one request. */
  readonly requestId: string;
  readonly channels: readonly LinkedChannel[];
  /** What was typed so far. */
  readonly form: FormFields;
  readonly faults: FormFaults;
  /** Why the request that is made again was denied. */
  readonly denied?: string | undefined;
  /** Why the form as a whole was refused. */
  readonly problem?: Problem | undefined;
}

/** More would not fit in a card: the others are found by their names. */
const CHANNELS_MOST = 40;

const draw = drawing(template);
const drawNoChannel = drawing(noChannelTemplate);

/** The form of `request`, or how to link a channel when the asker has none. */
export function requestFormCard(texts: Texts, asked: RequestForm): Drawn {
  const { form, faults } = asked;
  const { formFaults } = texts;
  const saidOf = (fault: FormFault | undefined): Sentence =>
    fault === undefined ? [] : runsOf(faultWords(texts, fault));
  const channels = channelChoices(texts, asked.channels);
  const all = channels.length;
  if (all === 0) {
    const { stepThree, summary } = texts.noChannel;
    return { card: drawNoChannel(texts, { stepThree }), summary };
  }
  const named = channelChoices(texts, channelsNamed(asked.channels, form.channelName));
  const shown = (named.length === 0 ? channels : named).slice(0, CHANNELS_MOST);
  const areMany = all > CHANNELS_MOST;
  const comment = plain(asked.denied ?? '', COMMENT_MOST);
  const card = draw(texts, {
    requestId: exactly(asked.requestId),
    ...bannerFields(asked.problem),
    hasComment: comment !== '',
    comment: comment || say`-`,
    hasFaults: Object.keys(faults).length > 0,
    accountName: plain(form.accountName, 200),
    accountNameRule: formFaults['account-name-refused']({ most: ACCOUNT_NAME_MOST }),
    purpose: typed(form.purpose, 1000),
    environment: plain(form.environment, 20),
    channelId: chosenChannel(form.channelId, shown),
    expectedAccountId: plain(form.expectedAccountId, TYPED_ACCOUNT_ID_MOST),
    channels: shown,
    areMany,
    moreChannels: areMany ? texts.requestForm.moreChannels({ shown: shown.length, all }) : say``,
    channelName: plain(form.channelName, CHANNEL_NAME_MOST),
    accountNameFault: saidOf(faults.accountName),
    purposeFault: saidOf(faults.purpose),
    environmentFault: saidOf(faults.environment),
    channelIdFault: saidOf(faults.channelId),
    expectedAccountIdFault: saidOf(faults.expectedAccountId),
  });
  return { card, summary: texts.requestForm.summary };
}

function chosenChannel(typedId: string, shown: readonly { readonly value: CardText }[]): CardText {
  const [first, second] = shown;
  const only = second === undefined ? first : undefined;
  return (shown.find((channel) => channel.value === typedId) ?? only)?.value ?? say``;
}
