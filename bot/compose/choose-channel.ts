import { z } from 'zod';
import { channelChoices } from '../../cards/index.ts';
import { channelsNamed } from '../../src/channels/channels-named.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { searchedText } from '../turn/searched-text.ts';
import type { Turn } from '../turn/turn.ts';
import type { ComposeAnswer } from './compose-answer.ts';

/** Teams shows no more, and asks for no more, whatever it says. */
const CHOICES_MOST = 15;

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search */
const Query = z.object({ dataset: z.literal('channels'), queryText: z.string().default('') });

/** Channels whose mail the person may have, for what they type into the form's list. Undefined for what is no list of ours. */
export async function chooseChannel(
  { rights }: Uses<'rights'>,
  { caller, texts }: Turn,
  value: unknown,
): Promise<ComposeAnswer | undefined> {
  const query = Query.safeParse(value);
  if (!query.success) return undefined;
  const channels = await rights.channelsOf(caller.person.id);
  const text = searchedText(query.data.queryText);
  const found = text === '' ? channels : channelsNamed(channels, text);
  return { choices: channelChoices(texts, found).slice(0, CHOICES_MOST) };
}
