import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { startGraphServer } from '../local/graph/server.ts';
import { listen } from '../local/listen.ts';
import { answerParent } from './child.ts';
import { bill, COMPANY } from './sweep-company.ts';

/**
 * A process with what is outside: the local Graph server, and Teams' Connector as far as posts go. Asked for `mails`, it puts so
 * many into the mailbox and tells where everything is.
 */
const PAGE_OF_GRAPH = 50;

const graph = await startGraphServer({
  port: 0,
  directory: { users: [], groups: [] },
  mailboxes: COMPANY.mailboxes,
  largestPage: PAGE_OF_GRAPH,
});

let posted = 0;
const connector = createServer((request, response) => {
  void text(request).then(() => {
    posted += 1;
    response.writeHead(201, { 'content-type': 'application/json' });
    const body = { id: `19:channel@thread.tacv2;messageid=${posted}`, activityId: String(posted) };
    return response.end(JSON.stringify(body));
  });
});
const serviceUrl = `http://127.0.0.1:${await listen(connector, 0)}/`;

let arrived = 0;
answerParent(z.object({ mails: z.number() }), async ({ mails }) => {
  for (let left = mails; left > 0; left -= 1) {
    const { mime, to } = bill(arrived);
    await graph.deliver(mime, [to]);
    arrived += 1;
  }
  return { graph: graph.url, tokens: graph.tokenUrl, serviceUrl, posted };
});
