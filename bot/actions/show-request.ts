import { formFields } from '../../src/requests/request-form.ts';
import { drawRequestForm } from '../turn/draw-request-form.ts';
import { drawRequestList } from '../turn/draw-request-list.ts';
import { drawReceipt } from './cancel-request.ts';
import type { CardAction } from './card-action.ts';
import { countIn, textIn } from './card-data.ts';
import { drawDecision } from './decide.ts';

/** Turns the page of the requests. */
export const pageRequests: CardAction = async (deps, turn, input) => ({
  drawn: await drawRequestList(deps, turn, countIn(input, 'from')),
});

/** One's own request with Cancel; somebody else's as the approvers' channel has it. */
export const showRequest: CardAction = async (deps, turn, input) => {
  const grant = await deps.rights.grant('show-request', turn.caller, textIn(input, 'requestId'));
  const isOwn = grant.subject.asker.id === turn.caller.person.id;
  return isOwn ? drawReceipt(turn.texts, deps, grant) : drawDecision(turn.texts, deps, grant, {});
};

/** An empty form, or one that says what an earlier request said. */
export const requestForm: CardAction = async (deps, turn, input) => {
  const requestId = textIn(input, 'requestId');
  const earlier =
    requestId === '' ? undefined : await deps.rights.granted('see-request', turn.caller, requestId);
  const isOwn = earlier?.subject.asker.id === turn.caller.person.id;
  if (earlier === undefined || !isOwn) return { drawn: await drawRequestForm(deps, turn) };
  const { state, settled } = earlier.subject;
  const denied = state === 'denied' ? settled?.comment : undefined;
  return { drawn: await drawRequestForm(deps, turn, formFields(earlier.subject), denied) };
};
