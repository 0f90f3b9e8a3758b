import { z } from 'zod';
import { CardUnknown } from '../explain.ts';
import type { CardAction, Turn } from '../turn.ts';
import { onMail } from './on-mail.ts';

export const replayMail: CardAction = {
  verb: 'replay-mail',
  run: (turn, input) =>
    onMail(turn, input, (ledgerId, by) => turn.parts.mails.replay(by, ledgerId, channelOf(turn))),
};

export const assignMail: CardAction = {
  verb: 'assign-mail',
  run(turn, input) {
    const typed = Typed.safeParse(input);
    if (!typed.success) throw new CardUnknown();
    const address = typed.data.address ?? '';
    return onMail(turn, input, (ledgerId, by) =>
      turn.parts.mails.triage(by, ledgerId, channelOf(turn), address),
    );
  },
};

export const notForUs: CardAction = {
  verb: 'not-for-us',
  run: (turn, input) =>
    onMail(turn, input, (ledgerId, by) => turn.parts.mails.triage(by, ledgerId, channelOf(turn), undefined)),
};

const Typed = z.object({ address: z.string().max(1_000).optional() });

/** Where the button was pressed; undefined in a person's own chat. */
export function channelOf({ place }: Turn): string | undefined {
  return place.kind === 'channel' ? place.channelId : undefined;
}
