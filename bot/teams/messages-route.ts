import type { Request, Response } from 'restify';
import type { HttpAnswer } from './http-answer.ts';

/** Takes an activity as it came over HTTP. */
interface Receiver {
  receive(body: unknown, authorization: string): Promise<HttpAnswer>;
}

/** The handler of `POST /api/messages`; the body must have been parsed as JSON, with a limit, before it gets here. */
export function createMessagesRoute(bot: Receiver): (request: Request, response: Response) => Promise<void> {
  return async function handleActivity(request, response) {
    const body: unknown = request.body;
    const answer = await bot.receive(body, request.headers.authorization ?? '');
    if (answer.body === undefined) response.send(answer.status);
    else response.send(answer.status, answer.body);
  };
}
