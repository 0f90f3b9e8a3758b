import { requestFormCard } from '../../cards/index.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { receiptSubject } from '../../src/messages/poster.ts';
import { formFields, type FormFields } from '../../src/requests/request-form.ts';
import type { Uses } from './bot-deps.ts';
import type { Said, Turn } from './turn.ts';

/**
 * A form with an id of its own, so that a form sent twice is one request.
 *
 * @param filled what the asker said already
 * @param denied why the request that is made again was denied: what to change
 */
export async function drawRequestForm(
  { rights }: Uses<'rights'>,
  { caller, texts }: Turn,
  filled: Partial<FormFields> = {},
  denied = '',
): Promise<Said> {
  const channels = await rights.channelsOf(caller.person.id);
  const requestId = newId();
  const drawn = requestFormCard(texts, { requestId, channels, form: formFields(filled), denied, faults: {} });
  return { ...drawn, copyOf: receiptSubject(requestId) };
}
