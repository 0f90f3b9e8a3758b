import { requestFormCard } from '../../cards/index.ts';
import type { LinkedChannel } from '../../src/channels/channel.ts';
import { isId } from '../../src/shared/identifiers.ts';
import { parseForm, formFields, type FormFields } from '../../src/requests/request-form.ts';
import { NoRight } from '../../src/rights/no-right.ts';
import { CardUnknown } from '../turn/card-unknown.ts';
import { problemOnCard } from '../turn/explain.ts';
import type { Turn } from '../turn/turn.ts';
import { drawReceipt } from './cancel-request.ts';
import type { ActionAnswer, CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';

export const submitRequest: CardAction = async (deps, turn, input) => {
  const { rights, requests } = deps;
  const requestId = textIn(input, 'requestId');
  const grant = await rights.grant('submit-request', turn.caller, requestId);
  if (!isId(requestId)) throw new CardUnknown();
  const form = formFields(input);
  const channels = await rights.channelsOf(turn.caller.person.id);
  const parsed = parseForm(form, channels);
  if ('faults' in parsed) {
    return {
      drawn: requestFormCard(turn.texts, { requestId, channels, form, faults: parsed.faults }),
      refused: { problem: { message: turn.texts.requestForm.faults, remedy: [] }, reference: '' },
    };
  }
  try {
    const request = await requests.submit(grant, grant.person, requestId, parsed.form, channels);
    return await drawReceipt(turn.texts, deps, grant.after(request));
  } catch (error) {
    return formAgain(turn, { requestId, channels, form }, error);
  }
};

/** What was typed stays, whatever went wrong; only a form that was never this person's is taken away. */
function formAgain(
  turn: Turn,
  sent: { requestId: string; channels: readonly LinkedChannel[]; form: FormFields },
  error: unknown,
): ActionAnswer {
  if (error instanceof NoRight) throw error;
  const problem = problemOnCard(turn, error);
  const drawn = requestFormCard(turn.texts, { ...sent, faults: {}, problem });
  return { drawn, refused: { problem, reference: '' } };
}
