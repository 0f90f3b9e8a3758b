import { ACCOUNT_NAME_MOST } from '../src/aliases/aws-limits.ts';
import type { LinkedChannel } from '../src/channels/channel.ts';
import type { FormFaults, FormFields } from '../src/requests/request-form.ts';
import { drawing, type Drawn } from './draw.ts';
import { bannerFields, type Problem } from './parts/banner.ts';
import { TYPED_ACCOUNT_ID_MOST } from './parts/limits.ts';
import { channelName } from './parts/words.ts';
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
  /** Why the form as a whole was refused. */
  readonly problem?: Problem | undefined;
}

/** More would not fit in a card; nobody is a member of so many linked teams. */
const CHANNELS_MOST = 40;
const CHANNEL_ID_MOST = 200;

const draw = drawing(template);
const drawNoChannel = drawing(noChannelTemplate);

/** The form of `request`, or how to link a channel when the asker has none. */
export function requestFormCard(texts: Texts, asked: RequestForm): Drawn {
  const { form, faults } = asked;
  const { formFaults } = texts;
  const saidOf = (fault: FormFault | undefined): Sentence =>
    fault === undefined ? [] : runsOf(faultWords(texts, fault));
  const channels = asked.channels
    .map((channel) => ({
      title: plain(channelName(texts, channel), 60),
      value: exactly(channel.id, CHANNEL_ID_MOST),
    }))
    .filter(({ value }) => value !== '')
    .toSorted((one, other) => one.title.localeCompare(other.title));
  if (channels.length === 0) {
    const { stepThree, summary } = texts.noChannel;
    return { card: drawNoChannel(texts, { stepThree }), summary };
  }
  const shown = channels.slice(0, CHANNELS_MOST);
  const card = draw(texts, {
    requestId: exactly(asked.requestId),
    ...bannerFields(asked.problem),
    hasFaults: Object.keys(faults).length > 0,
    accountName: plain(form.accountName, 200),
    accountNameRule: formFaults['account-name-refused']({ most: ACCOUNT_NAME_MOST }),
    purpose: typed(form.purpose, 1000),
    environment: plain(form.environment, 20),
    channelId: chosenChannel(form.channelId, shown),
    expectedAccountId: plain(form.expectedAccountId, TYPED_ACCOUNT_ID_MOST),
    channels: shown,
    moreChannels:
      channels.length > shown.length ? texts.requestForm.moreChannels({ shown: CHANNELS_MOST }) : say``,
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
